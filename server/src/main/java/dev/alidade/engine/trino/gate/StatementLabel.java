package dev.alidade.engine.trino.gate;

import dev.alidade.base.ErrorCode;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Reason;
import java.util.Map;
import java.util.Set;

/**
 * Names a statement that is no query by its first word, for the message only: nothing is ever
 * permitted because of what stands here.
 */
record StatementLabel(String word, Effect effect) {
  private static final Set<String> READS =
      Set.of("SELECT", "WITH", "VALUES", "TABLE", "EXPLAIN", "SHOW", "DESCRIBE", "DESC");
  private static final Set<String> WRITES =
      Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "REFRESH", "REPLACE");
  private static final Set<String> DEFINITIONS =
      Set.of("CREATE", "DROP", "ALTER", "COMMENT", "RENAME");
  private static final Map<String, String> ADVICE =
      Map.ofEntries(
          Map.entry("EXPLAIN", "give the statement without EXPLAIN to `explain_query`"),
          Map.entry("SHOW", "ask `describe_source` for tables and columns"),
          Map.entry("DESCRIBE", "ask `describe_source` for tables and columns"),
          Map.entry("DESC", "ask `describe_source` for tables and columns"),
          Map.entry("USE", "write the schema before the table's name"),
          Map.entry("SET", "settings are the source's; bind values as parameters"),
          Map.entry("RESET", "settings are the source's"),
          Map.entry("PREPARE", "send the SELECT with `?` and its parameters"),
          Map.entry("EXECUTE", "send the SELECT with `?` and its parameters"),
          Map.entry("DEALLOCATE", "send the SELECT with `?` and its parameters"),
          Map.entry("CALL", "select from the tables instead"),
          Map.entry("START", "each statement reads by itself"),
          Map.entry("COMMIT", "each statement reads by itself"),
          Map.entry("ROLLBACK", "each statement reads by itself"));

  /** What a statement that begins with this word would do. */
  static StatementLabel of(String word) {
    return new StatementLabel(word, effectOf(word));
  }

  Reason refusal() {
    String advice = ADVICE.getOrDefault(word, "write a SELECT");
    return switch (effect) {
      case READ -> Reason.of(ErrorCode.NOT_SUPPORTED, "%s: %s".formatted(word, advice));
      case WRITE, DDL ->
          Reason.of(
              ErrorCode.NOT_READ_ONLY,
              "%s is not allowed: only reading is; %s".formatted(word, advice));
      case ADMIN ->
          Reason.of(ErrorCode.SQL_DENIED, "%s is not allowed; %s".formatted(word, advice));
    };
  }

  private static Effect effectOf(String word) {
    if (READS.contains(word)) {
      return Effect.READ;
    }
    if (WRITES.contains(word)) {
      return Effect.WRITE;
    }
    return DEFINITIONS.contains(word) ? Effect.DDL : Effect.ADMIN;
  }
}
