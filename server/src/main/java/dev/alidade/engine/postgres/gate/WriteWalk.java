package dev.alidade.engine.postgres.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.Effect;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks through an INSERT, UPDATE or DELETE that changes one table and gives nothing back. */
final class WriteWalk {
  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "InsertStmt", Set.of("relation", "cols", "selectStmt", "override"),
          "UpdateStmt", Set.of("relation", "targetList", "whereClause"),
          "DeleteStmt", Set.of("relation", "whereClause"));

  private final Findings findings;
  private final TreeWalk walk;

  WriteWalk(Findings findings, TreeWalk walk) {
    this.findings = findings;
    this.walk = walk;
  }

  /** The changed table; empty for a statement of another kind, which is refused. */
  Optional<TableName> change(JsonNode wrapped) {
    Map.Entry<String, JsonNode> only = wrapped.properties().iterator().next();
    String kind = only.getKey();
    JsonNode statement = only.getValue();
    Set<String> known = FIELDS.get(kind);
    if (known == null) {
      Statements.Refusal refusal = Statements.refusal(wrapped);
      findings.effect(refusal.effect());
      findings.refuse(
          ErrorCode.SQL_DENIED, "Only INSERT, UPDATE and DELETE are written with; write one", -1);
      return Optional.empty();
    }
    findings.effect(Effect.WRITE);
    statement
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!known.contains(field)) {
                unknown(field);
              }
            });
    return Optional.of(walk.change(statement.path("relation"), expressions(statement)));
  }

  private List<JsonNode> expressions(JsonNode statement) {
    List<JsonNode> expressions = new ArrayList<>();
    for (JsonNode column : statement.path("cols")) {
      plainColumn(column.path("ResTarget"));
    }
    for (JsonNode assignment : statement.path("targetList")) {
      JsonNode target = assignment.path("ResTarget");
      plainColumn(target);
      if (!target.path("val").has("SetToDefault")) {
        expressions.add(target.path("val"));
      }
    }
    expressions.add(statement.path("selectStmt"));
    expressions.add(statement.path("whereClause"));
    return expressions;
  }

  private void plainColumn(JsonNode target) {
    if (target.has("indirection")) {
      findings.refuse(
          ErrorCode.SQL_DENIED,
          "A part of a column cannot be written; write the whole column",
          Tree.place(target));
    }
  }

  private void unknown(String field) {
    findings.refuse(
        ErrorCode.SQL_DENIED,
        switch (field) {
          case "withClause" -> "WITH does not stand before a write here; use subqueries";
          case "fromClause", "usingClause" ->
              "A write names one table; find its rows with a subquery instead of FROM or USING";
          case "returningClause", "returningList" ->
              "RETURNING is not needed: preview_write shows rows, and run_write counts them";
          case "onConflictClause" ->
              "ON CONFLICT hides how many rows are new; write INSERT or UPDATE by itself";
          default -> "`%s` does not belong into a write here".formatted(field);
        },
        -1);
  }
}
