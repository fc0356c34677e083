package dev.alidade.engine.postgres.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.postgres.grammar.Parsed;
import dev.alidade.engine.postgres.grammar.PostgresParser;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Gate;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.KeptInspections;
import dev.alidade.sql.Reason;
import dev.alidade.sql.RecentTexts;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TableView;
import dev.alidade.sql.WriteInspection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Judges a statement by the tree that PostgreSQL's own parser makes of it: every node, function,
 * operator and type in it is on a list of what is allowed, and the very text that was parsed runs.
 */
public final class PostgresGate implements Gate {
  // A statement is read once for itself and once for its views, and views come with each statement
  // of a caller. A tree takes a hundred times as much memory as its text.
  private static final int RECENT_TREES = 32;
  private static final int LONGEST_RECENT = 2_000;

  private final PostgresParser parser;
  private final String schema;
  private final Set<String> functions;
  private final KnownFunctions known;
  private final KeptInspections kept = KeptInspections.ofTrees();
  private final RecentTexts<JsonNode> trees = new RecentTexts<>(RECENT_TREES, LONGEST_RECENT);

  /**
   * A gate for sessions whose search path is {@code schema} alone.
   *
   * @param functions functions of the database that may be called, beside those known to be
   *     harmless
   * @param known what the server knows of functions
   */
  public PostgresGate(
      PostgresParser parser, String schema, Set<String> functions, KnownFunctions known) {
    this.parser = parser;
    this.schema = schema;
    this.functions = Set.copyOf(functions);
    this.known = known;
  }

  @Override
  public Inspection inspect(String sql) {
    return kept.of(
        sql,
        () ->
            isText(sql)
                ? judge(StatementText.of(sql))
                : refused(
                    ErrorCode.SQL_DENIED,
                    "The statement holds a character that no database text may hold (NUL or half of a"
                        + " surrogate pair); remove it or bind the value as a parameter"));
  }

  @Override
  public Inspection inspect(String sql, List<TableView> views) {
    Inspection inspection = inspect(sql);
    return kept.narrowed(inspection, views, concerned -> withViews(inspection, concerned));
  }

  private Inspection withViews(Inspection inspection, List<TableView> views) {
    try {
      return inspection.running(replaced(inspection.text().orElseThrow(), views));
    } catch (AlidadeException refusal) {
      return refused(refusal.code(), refusal.getMessage());
    } catch (TreeWalk.TooDeep | StackOverflowError tooDeep) {
      return tooComplex();
    }
  }

  @Override
  public WriteInspection inspectWrite(String sql) {
    if (!isText(sql)) {
      return WriteInspection.refused(inspect(sql));
    }
    StatementText text = StatementText.of(sql);
    return read(text, statements -> judgeWrite(text, statements), WriteInspection::refused);
  }

  private WriteInspection judgeWrite(StatementText text, JsonNode statements) {
    if (statements.size() != 1) {
      return WriteInspection.refused(
          Reason.of(ErrorCode.SQL_DENIED, "One statement is written with at a time; send one"));
    }
    JsonNode first = statements.get(0);
    Findings findings = new Findings(text);
    try {
      TreeWalk walk = new TreeWalk(findings, new Names(findings, functions, known), schema);
      Optional<TableName> target = new WriteWalk(findings, walk).change(first.path("stmt"));
      Inspection inspection =
          findings.inspection(findings.written(Tree.start(first), Tree.length(first)));
      return inspection.isAllowed()
          ? new WriteInspection(inspection, target)
          : WriteInspection.refused(inspection);
    } catch (TreeWalk.TooDeep tooDeep) {
      return WriteInspection.refused(tooComplex());
    } catch (AlidadeException unreachable) {
      return WriteInspection.refused(refused(unreachable.code(), unreachable.getMessage()));
    }
  }

  private String replaced(String sql, List<TableView> views) {
    ViewReader reader = new ViewReader(parser, schema, functions, known, trees);
    Map<TableName, ViewText> texts = new LinkedHashMap<>();
    views.forEach(view -> texts.put(view.table(), reader.view(view)));
    return new ViewTables(reader, reader.statement(sql)).replaced(texts);
  }

  private Inspection judge(StatementText text) {
    return read(text, statements -> judge(text, statements), refusal -> refusal);
  }

  private <T> T read(
      StatementText text, Function<JsonNode, T> judged, Function<Inspection, T> refused) {
    if (text.depth() > TreeWalk.DEEPEST) {
      return refused.apply(tooComplex());
    }
    return switch (parser.parse(text.sent())) {
      case Parsed.Tree(JsonNode statements) -> judged.apply(statements);
      case Parsed.Mistake mistake ->
          refused.apply(Inspection.refused(Effect.READ, SyntaxMistake.reason(text, mistake)));
      case Parsed.TooComplex() -> refused.apply(tooComplex());
      case Parsed.Busy() ->
          refused.apply(
              refused(
                  ErrorCode.OVERLOADED,
                  "Too many statements wait to be checked; try again in a moment"));
    };
  }

  private Inspection judge(StatementText text, JsonNode statements) {
    if (statements.isEmpty()) {
      return refused(ErrorCode.SYNTAX_ERROR, "The statement is empty; write a SELECT");
    }
    Findings findings = new Findings(text);
    JsonNode first = statements.get(0);
    JsonNode statement = first.path("stmt");
    if (statement.has("SelectStmt")) {
      if (TreeWalk.isEmpty(statement.path("SelectStmt"))) {
        return refused(
            ErrorCode.SYNTAX_ERROR, "The statement selects no columns; name some, or write *");
      }
      try {
        new TreeWalk(findings, new Names(findings, functions, known), schema)
            .select(statement.path("SelectStmt"));
      } catch (TreeWalk.TooDeep tooDeep) {
        return tooComplex();
      } catch (AlidadeException unreachable) {
        return refused(unreachable.code(), unreachable.getMessage());
      }
    } else {
      Statements.Refusal refusal = Statements.refusal(statement);
      findings.effect(refusal.effect());
      findings.refuse(refusal.code(), refusal.message(), -1);
    }
    if (statements.size() > 1) {
      findings.refuse(
          ErrorCode.SQL_DENIED,
          "Only one statement runs at a time; remove what follows the first semicolon",
          Tree.start(statements.get(1)));
    }
    trees.keep(text.sent(), statements);
    return findings.inspection(findings.written(Tree.start(first), Tree.length(first)));
  }

  private static Inspection tooComplex() {
    return refused(
        ErrorCode.SQL_TOO_COMPLEX,
        "The statement is nested deeper than %d, or takes too long to be checked; write it flatter, for example with WITH, or bind long lists as parameters"
            .formatted(TreeWalk.DEEPEST));
  }

  private static Inspection refused(ErrorCode code, String message) {
    return Inspection.refused(Effect.READ, Reason.of(code, message));
  }

  private static boolean isText(String sql) {
    return sql.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
  }
}
