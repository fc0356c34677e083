package dev.alidade.engine.postgres.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.Effect;

/** What statements other than SELECT do, and why they do not run. */
final class Statements {
  private Statements() {}

  /** Why a statement is refused. */
  record Refusal(Effect effect, ErrorCode code, String message) {}

  /** The refusal of a statement, wrapped in the name of its kind. */
  static Refusal refusal(JsonNode wrapped) {
    String kind = wrapped.properties().iterator().next().getKey();
    return switch (kind) {
      case "InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt", "TruncateStmt" ->
          new Refusal(
              Effect.WRITE,
              ErrorCode.NOT_READ_ONLY,
              label(kind) + " changes data, and this source is only read; write a SELECT");
      case "ExplainStmt" ->
          admin("EXPLAIN is not run as a query; call explain_query with the statement alone");
      case "CopyStmt" ->
          admin("COPY moves files of the server; SELECT the rows, and export the result");
      case "VariableSetStmt", "VariableShowStmt", "DiscardStmt" ->
          admin("The settings of a session are Alidade's; leave SET, SHOW and RESET out");
      case "TransactionStmt" ->
          admin(
              "Every statement runs in a read-only transaction already; leave BEGIN and COMMIT out");
      case "DoStmt", "CallStmt" ->
          admin("%s runs code on the server; write a SELECT".formatted(label(kind)));
      case "PrepareStmt",
          "ExecuteStmt",
          "DeallocateStmt",
          "DeclareCursorStmt",
          "FetchStmt",
          "ClosePortalStmt" ->
          admin(
              "%s is not needed: results stream, and values are bound as parameters"
                  .formatted(label(kind)));
      default -> other(kind);
    };
  }

  private static Refusal other(String kind) {
    if (kind.matches(
            "(Create|Alter|Drop|Rename|Comment|Define|View|Index|Rule|Grant|Refresh|Import|Reassign|SecLabel|CompositeType).*")
        && !kind.startsWith("AlterSystem")) {
      return new Refusal(
          Effect.DDL,
          ErrorCode.NOT_READ_ONLY,
          label(kind) + " changes the database, and this source is only read; write a SELECT");
    }
    return admin(label(kind) + " is not a statement that reads; write a SELECT");
  }

  private static Refusal admin(String message) {
    return new Refusal(Effect.ADMIN, ErrorCode.NOT_READ_ONLY, message);
  }

  /** The words of a kind, as SQL says them: {@code CreateTableAsStmt} is CREATE TABLE AS. */
  private static String label(String kind) {
    return switch (kind) {
      case "CreateStmt" -> "CREATE TABLE";
      case "ViewStmt" -> "CREATE VIEW";
      case "IndexStmt" -> "CREATE INDEX";
      case "RenameStmt" -> "ALTER";
      case "DefineStmt" -> "CREATE";
      case "VacuumStmt" -> "VACUUM and ANALYZE";
      default ->
          kind.replaceAll("Stmt$", "")
              .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
              .toUpperCase(java.util.Locale.ROOT);
    };
  }
}
