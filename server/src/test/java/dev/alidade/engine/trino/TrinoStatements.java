package dev.alidade.engine.trino;

import java.util.List;
import java.util.Map;

/** The contract's statements as Trino and its memory connector take them. */
final class TrinoStatements {
  /** The memory connector changes no row and reads no old row of a wider table. */
  private static final Map<String, List<String>> CHANGES =
      Map.of(
          "ALTER TABLE changing ADD COLUMN extra INTEGER",
          List.of(
              "DROP TABLE changing",
              "CREATE TABLE changing (id INTEGER, a INTEGER, extra INTEGER)",
              "INSERT INTO changing VALUES (1, 7, NULL), (2, 8, NULL)"),
          "UPDATE changing SET a = 100 WHERE id = 1",
          List.of("TRUNCATE TABLE changing", "INSERT INTO changing VALUES (1, 100), (2, 8)"),
          "UPDATE ledger SET balance = balance + 50 WHERE account = 1",
          List.of("INSERT INTO ledger VALUES (1, 50)"));

  private static final String KEPT = "UPDATE kept_numbers SET a = ";

  private TrinoStatements() {}

  /** What a writer sends instead of one statement of the contract. */
  static List<String> written(String statement) {
    if (statement.startsWith(KEPT)) {
      // Readers find the table or none; one that is made under its name is empty for a moment.
      String value = statement.substring(KEPT.length());
      return List.of(
          "CREATE TABLE kept_next AS SELECT * FROM (VALUES (1, %1$s), (2, %1$s)) AS t (id, a)"
              .formatted(value),
          "DROP TABLE kept_numbers",
          "ALTER TABLE kept_next RENAME TO kept_numbers");
    }
    return CHANGES.getOrDefault(statement, List.of(defined(statement)));
  }

  /** A query of the contract: products of integers overflow, and OFFSET comes before LIMIT. */
  static String asked(String query) {
    return query
        .replace("a.n * b.n", "CAST(a.n AS bigint) * b.n")
        .replace("LIMIT 10 OFFSET 0", "OFFSET 0 LIMIT 10");
  }

  private static String defined(String statement) {
    return statement
        .replaceAll("REFERENCES \\w+ \\(\\w+\\)", "")
        .replaceAll(",?\\s*PRIMARY KEY \\([^)]*\\)", "")
        .replace("INTEGER PRIMARY KEY", "INTEGER NOT NULL")
        .replace("AS BLOB", "AS VARBINARY")
        .replace("photo BLOB", "photo VARBINARY")
        .replaceAll("'(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d)'", "TIMESTAMP '$1'")
        .replaceAll("'(\\d{4}-\\d\\d-\\d\\d)'", "DATE '$1'");
  }
}
