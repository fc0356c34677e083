package dev.alidade.engine.duckdb.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.Reason;
import dev.alidade.sql.TableName;
import dev.alidade.sql.WriteInspection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a write with DuckDB's parser, as what stands in a {@link WriteFrame}, and lets only the
 * text through that DuckDB prints of the tree that was checked.
 */
final class WriteGate {
  private static final Pattern FIRST_WORD = Pattern.compile("[A-Za-z_]+");

  private final Grammar grammar;
  private final Relations relations;
  private final AllowedFunctions allowed;

  WriteGate(Grammar grammar, Relations relations, AllowedFunctions allowed) {
    this.grammar = grammar;
    this.relations = relations;
    this.allowed = allowed;
  }

  WriteInspection inspect(String sql) {
    Optional<Reason> unreadable = Readability.reasonAgainst(sql);
    if (unreadable.isPresent()) {
      return WriteInspection.refused(unreadable.get());
    }
    AtomicReference<Optional<TableName>> target = new AtomicReference<>(Optional.empty());
    Inspection inspection = DuckDbGate.guarded(() -> judge(sql, target));
    return inspection.isAllowed()
        ? new WriteInspection(inspection, target.get())
        : WriteInspection.refused(inspection);
  }

  private Inspection judge(String sql, AtomicReference<Optional<TableName>> target)
      throws SQLException, JsonProcessingException {
    String framed = WriteFrame.around(sql);
    String json = grammar.parse(framed);
    JsonNode tree = SyntaxTree.read(json);
    if (tree.path("error").asBoolean(true)) {
      return refusedByGrammar(sql, framed, tree);
    }
    Findings findings = new Findings(framed);
    target.set(walk(tree, findings));
    if (target.get().isEmpty() || !findings.reasons().isEmpty()) {
      return refused(sql, findings);
    }
    Printed printed = grammar.print(json);
    JsonNode printedTree = SyntaxTree.read(printed.tree());
    Findings printedFindings = new Findings(printed.text());
    boolean same =
        walk(printedTree, printedFindings).equals(target.get())
            && SyntaxTree.sameMeaning(tree, printedTree)
            && printedFindings.reasons().isEmpty()
            && printedFindings.tables().equals(findings.tables());
    return same
        ? DuckDbGate.inspection(findings, Optional.of(printed.text()), List.of())
        : DuckDbGate.unreadable(
            "DuckDB reads the statement differently when it is written out again; write it in"
                + " another way");
  }

  /** What the write in the frame changes; what stands elsewhere than in the frame is refused. */
  private Optional<TableName> walk(JsonNode tree, Findings findings)
      throws SQLException, JsonProcessingException {
    JsonNode example = SyntaxTree.read(grammar.parse(WriteFrame.EXAMPLE));
    Optional<JsonNode> write = WriteFrame.write(tree, example);
    if (write.isEmpty()) {
      findings.refuse(
          ErrorCode.SQL_DENIED,
          "Only one INSERT, UPDATE or DELETE is written with, and it gives nothing back; write one",
          -1);
      return Optional.empty();
    }
    TreeWalk walk = TreeWalk.ofWrite(relations, allowed, findings);
    return new WriteWalk(relations, walk, findings).change(write.get());
  }

  private static Inspection refused(String sql, Findings findings) {
    List<Reason> reasons =
        findings.reasons().stream()
            .map(
                reason ->
                    new Reason(
                        reason.code(),
                        reason.message(),
                        reason.location().map(place -> WriteFrame.within(sql, place))))
            .toList();
    return DuckDbGate.inspection(findings, Optional.empty(), reasons);
  }

  private static Inspection refusedByGrammar(String sql, String framed, JsonNode error) {
    Reason said = DuckDbGate.refusedByGrammar(framed, error).reasons().getFirst();
    Matcher word = FIRST_WORD.matcher(sql);
    String first = word.find() ? word.group().toUpperCase(Locale.ROOT) : "";
    boolean isWrite = List.of("INSERT", "UPDATE", "DELETE").contains(first);
    String message =
        isWrite
            ? said.message()
                + "; a write is one plain INSERT, UPDATE or DELETE that gives nothing back"
            : "Only INSERT, UPDATE and DELETE are written with; write one";
    return Inspection.refused(
        Effect.WRITE,
        new Reason(
            isWrite ? said.code() : ErrorCode.SQL_DENIED,
            message,
            said.location().map(place -> WriteFrame.within(sql, place))));
  }
}
