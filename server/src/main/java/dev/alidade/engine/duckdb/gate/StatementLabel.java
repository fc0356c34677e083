package dev.alidade.engine.duckdb.gate;

import dev.alidade.base.ErrorCode;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a statement that the grammar does not take as a SELECT, for the message only: nothing is
 * ever permitted because of what stands here.
 */
record StatementLabel(Effect effect, Reason reason) {
  private static final Pattern QUOTED_OR_COMMENT =
      Pattern.compile("'[^']*+'|\"[^\"]*+\"|--[^\\n]*+|/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]+");
  private static final Set<String> WRITES =
      Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "REPLACE", "UPSERT", "COPY");
  private static final Set<String> DEFINITIONS =
      Set.of("CREATE", "DROP", "ALTER", "COMMENT", "RENAME");
  private static final Set<String> READS =
      Set.of(
          "SELECT",
          "FROM",
          "WITH",
          "VALUES",
          "TABLE",
          "EXPLAIN",
          "DESCRIBE",
          "DESC",
          "SHOW",
          "SUMMARIZE",
          "PIVOT",
          "PIVOT_WIDER",
          "UNPIVOT",
          "PIVOT_LONGER");
  private static final Map<String, String> ADVICE =
      Map.ofEntries(
          Map.entry("EXPLAIN", "give the statement without EXPLAIN to `explain_query`"),
          Map.entry("COPY", "ask for the result of a SELECT as CSV, NDJSON or Arrow"),
          Map.entry("EXPORT", "ask for the result of a SELECT as CSV, NDJSON or Arrow"),
          Map.entry("SHOW", "ask `describe_source` for tables and columns"),
          Map.entry("PRAGMA", "ask `describe_source` for tables and columns"),
          Map.entry("SET", "settings are fixed; bind values as parameters"),
          Map.entry("RESET", "settings are fixed"),
          Map.entry("ATTACH", "add the database as a source of its own"),
          Map.entry("USE", "write the schema before the table's name"),
          Map.entry("PREPARE", "send the SELECT with `?` or `$name` and its parameters"),
          Map.entry("EXECUTE", "send the SELECT with `?` or `$name` and its parameters"),
          Map.entry("CALL", "select from the tables instead"));

  /** Reads the first word of every part between semicolons; the strongest effect counts. */
  static StatementLabel of(String sql) {
    String bare = QUOTED_OR_COMMENT.matcher(sql).replaceAll(" ");
    List<String> parts = List.of(bare.split(";", -1));
    Effect strongest = Effect.READ;
    String word = "";
    for (String part : parts) {
      String first = firstWord(part);
      Effect effect = first.isEmpty() ? Effect.READ : effectOf(first, part);
      if (word.isEmpty() || effect.compareTo(strongest) > 0) {
        strongest = effect;
        word = first;
      }
    }
    boolean several = parts.stream().filter(part -> !part.isBlank()).count() > 1;
    return new StatementLabel(strongest, reason(strongest, word, several));
  }

  private static Reason reason(Effect effect, String word, boolean several) {
    if (several) {
      return Reason.of(
          effect == Effect.READ ? ErrorCode.SQL_DENIED : codeOf(effect),
          "Several statements were sent; send one SELECT at a time");
    }
    if (word.startsWith("PIVOT")) {
      return Reason.of(
          ErrorCode.NOT_SUPPORTED,
          "PIVOT needs its values written out, as in PIVOT t ON city IN ('Oslo', 'Rome') USING sum(x)");
    }
    if (word.equals("EXPLAIN")) {
      return Reason.of(ErrorCode.NOT_SUPPORTED, "EXPLAIN: " + ADVICE.get(word));
    }
    String advice = ADVICE.getOrDefault(word, "write a SELECT");
    return Reason.of(
        codeOf(effect), "%s is not allowed: only reading is; %s".formatted(word, advice));
  }

  private static ErrorCode codeOf(Effect effect) {
    return switch (effect) {
      case WRITE, DDL -> ErrorCode.NOT_READ_ONLY;
      case READ, ADMIN -> ErrorCode.SQL_DENIED;
    };
  }

  private static Effect effectOf(String word, String part) {
    if (WRITES.contains(word)) {
      return Effect.WRITE;
    }
    if (DEFINITIONS.contains(word)) {
      return Effect.DDL;
    }
    if (!READS.contains(word)) {
      return Effect.ADMIN;
    }
    return word.equals("WITH") && mentionsWrite(part) ? Effect.WRITE : Effect.READ;
  }

  private static boolean mentionsWrite(String part) {
    return WORD.matcher(part)
        .results()
        .map(match -> match.group().toUpperCase(Locale.ROOT))
        .anyMatch(Set.of("INSERT", "UPDATE", "DELETE", "MERGE")::contains);
  }

  private static String firstWord(String part) {
    Matcher word = WORD.matcher(part);
    return word.find() ? word.group().toUpperCase(Locale.ROOT) : "";
  }
}
