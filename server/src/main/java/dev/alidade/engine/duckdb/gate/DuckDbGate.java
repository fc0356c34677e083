package dev.alidade.engine.duckdb.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Gate;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.KeptInspections;
import dev.alidade.sql.Reason;
import dev.alidade.sql.TableView;
import dev.alidade.sql.WriteInspection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Reads a statement with DuckDB's parser, refuses what is not on the lists, and lets only the text
 * through that DuckDB prints of the tree it checked.
 */
public final class DuckDbGate implements Gate {
  private final Grammar grammar;
  private final RecentTrees trees;
  private final Relations relations;
  private final AllowedFunctions allowed = AllowedFunctions.reviewed();
  private final KeptInspections kept = new KeptInspections();

  /** A gate for statements on {@code relations}. */
  public DuckDbGate(Grammar grammar, Relations relations) {
    this.grammar = grammar;
    this.trees = new RecentTrees(grammar);
    this.relations = relations;
  }

  @Override
  public Inspection inspect(String sql) {
    return kept.of(sql, () -> read(sql));
  }

  @Override
  public Inspection inspect(String sql, List<TableView> views) {
    Inspection inspection = inspect(sql);
    return kept.narrowed(
        inspection, views, concerned -> guarded(() -> withViews(sql, inspection, concerned)));
  }

  private Inspection withViews(String sql, Inspection inspection, List<TableView> views)
      throws SQLException, JsonProcessingException {
    JsonNode tree = trees.of(sql);
    Findings findings = new Findings(sql);
    new TreeWalk(relations, allowed, findings).walk(tree.path("statements"));
    new ViewTables(trees, relations, allowed).replace(tree, findings.places(), views);
    Printed printed = grammar.print(tree.toString());
    if (!SyntaxTree.sameMeaning(tree, SyntaxTree.read(printed.tree()))) {
      return unreadable(
          "DuckDB writes the statement out differently with what you may see; write it in"
              + " another way");
    }
    return inspection.running(printed.text());
  }

  @Override
  public WriteInspection inspectWrite(String sql) {
    return new WriteGate(grammar, relations, allowed).inspect(sql);
  }

  private Inspection read(String sql) {
    Optional<Reason> unreadable = Readability.reasonAgainst(sql);
    if (unreadable.isPresent()) {
      return Inspection.refused(Effect.READ, unreadable.get());
    }
    return guarded(() -> judge(sql));
  }

  /** Work on a syntax tree. */
  @FunctionalInterface
  interface Reading {
    Inspection read() throws SQLException, JsonProcessingException;
  }

  static Inspection guarded(Reading reading) {
    try {
      return reading.read();
    } catch (AlidadeException failure) {
      return Inspection.refused(
          Effect.READ, new Reason(failure.code(), failure.getMessage(), failure.location()));
    } catch (JsonProcessingException | StackOverflowError tooDeep) {
      return tooComplex();
    } catch (SQLException failure) {
      return unreadable("DuckDB's grammar failed on the statement; write it in another way");
    }
  }

  private Inspection judge(String sql) throws SQLException, JsonProcessingException {
    String json = grammar.parse(sql);
    JsonNode tree = SyntaxTree.read(json);
    if (tree.path("error").asBoolean(true)) {
      return refusedByGrammar(sql, tree);
    }
    JsonNode statements = tree.path("statements");
    if (statements.size() != 1) {
      return Inspection.refused(Effect.READ, notOne(statements.size()));
    }
    Findings findings = new Findings(sql);
    new TreeWalk(relations, allowed, findings).walk(statements);
    if (!findings.reasons().isEmpty()) {
      return inspection(findings, Optional.empty(), findings.reasons());
    }
    Printed printed = grammar.print(json);
    JsonNode printedTree = SyntaxTree.read(printed.tree());
    Findings printedFindings = new Findings(printed.text());
    new TreeWalk(relations, allowed, printedFindings).walk(printedTree.path("statements"));
    boolean same =
        SyntaxTree.sameMeaning(tree, printedTree)
            && printedFindings.reasons().isEmpty()
            && printedFindings.tables().equals(findings.tables());
    if (!same) {
      return unreadable(
          "DuckDB reads the statement differently when it is written out again; write it in"
              + " another way");
    }
    trees.keep(sql, tree);
    return inspection(findings, Optional.of(printed.text()), List.of());
  }

  static Inspection refusedByGrammar(String sql, JsonNode error) {
    String message = error.path("error_message").asText();
    String position = error.path("position").asText();
    if (message.contains("max_expression_depth") || message.contains("bad allocation")) {
      return tooComplex();
    }
    if (message.contains("Only SELECT statements")) {
      StatementLabel label = StatementLabel.of(sql);
      return Inspection.refused(label.effect(), label.reason());
    }
    Optional<Location> location =
        position.matches("\\d{1,8}")
            ? Optional.of(new Utf8Text(sql).locationOf(Integer.parseInt(position)))
            : Optional.empty();
    return Inspection.refused(
        StatementLabel.of(sql).effect(),
        new Reason(ErrorCode.SYNTAX_ERROR, sentence(message), location));
  }

  private static Reason notOne(int statements) {
    return statements == 0
        ? Reason.of(ErrorCode.SYNTAX_ERROR, "There is no statement; write a SELECT")
        : Reason.of(
            ErrorCode.SQL_DENIED, "Several statements were sent; send one SELECT at a time");
  }

  static Inspection inspection(Findings findings, Optional<String> text, List<Reason> reasons) {
    return new Inspection(
        findings.effect(),
        text,
        List.copyOf(findings.tables()),
        List.copyOf(findings.columns()),
        List.copyOf(findings.functions()),
        reasons);
  }

  private static Inspection tooComplex() {
    return Inspection.refused(
        Effect.READ,
        Reason.of(
            ErrorCode.SQL_TOO_COMPLEX,
            "The statement is nested too deeply or too long; split it with WITH or shorten it"));
  }

  static Inspection unreadable(String message) {
    return Inspection.refused(Effect.READ, Reason.of(ErrorCode.SQL_DENIED, message));
  }

  private static String sentence(String message) {
    String line = message.lines().findFirst().orElse("");
    return line.isEmpty()
        ? "The statement is not valid SQL"
        : Character.toUpperCase(line.charAt(0)) + line.substring(1);
  }
}
