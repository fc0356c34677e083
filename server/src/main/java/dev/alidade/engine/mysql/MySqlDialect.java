package dev.alidade.engine.mysql;

import dev.alidade.sql.DataType;
import dev.alidade.sql.DatePart;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.TimeGrain;
import java.time.LocalDate;
import java.util.Locale;

/** SQL of MySQL and MariaDB under the modes that every connection fixes. */
final class MySqlDialect implements Dialect {
  /** What every connection sets, beside ONLY_FULL_GROUP_BY where the server has it. */
  static final String SQL_MODE =
      "STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

  private static final LexicalRules RULES =
      new LexicalRules(true, false, false, true, true, false, false, true, true);

  @Override
  public LexicalRules lexicalRules() {
    return RULES;
  }

  @Override
  public String quote(String identifier) {
    return "`" + identifier.replace("`", "``") + "`";
  }

  @Override
  public String literal(String value) {
    StringBuilder literal = new StringBuilder(value.length() + 2).append('\'');
    for (int index = 0; index < value.length(); index++) {
      char current = value.charAt(index);
      switch (current) {
        case '\'' -> literal.append("''");
        case '\\' -> literal.append("\\\\");
        case '\0' -> literal.append("\\0");
        default -> literal.append(current);
      }
    }
    return literal.append('\'').toString();
  }

  @Override
  public String dateLiteral(LocalDate date, DataType type) {
    return switch (type.kind()) {
      case TIMESTAMP, TIMESTAMP_TZ -> "TIMESTAMP'%s 00:00:00'".formatted(date);
      case BOOLEAN,
          INTEGER,
          DECIMAL,
          FLOAT,
          TEXT,
          DATE,
          TIME,
          INTERVAL,
          BINARY,
          UUID,
          JSON,
          LIST,
          STRUCT,
          MAP,
          OTHER ->
          "DATE'%s'".formatted(date);
    };
  }

  @Override
  public String truncate(TimeGrain grain, String expression, DataType type) {
    return switch (grain) {
      case DAY -> "DATE(%s)".formatted(expression);
      case WEEK -> "DATE(%1$s - INTERVAL WEEKDAY(%1$s) DAY)".formatted(expression);
      case MONTH -> "DATE(%1$s - INTERVAL DAYOFMONTH(%1$s) - 1 DAY)".formatted(expression);
      case QUARTER ->
          "(MAKEDATE(YEAR(%1$s), 1) + INTERVAL QUARTER(%1$s) - 1 QUARTER)".formatted(expression);
      case YEAR -> "MAKEDATE(YEAR(%s), 1)".formatted(expression);
    };
  }

  @Override
  public String extract(DatePart part, String expression, DataType type) {
    return switch (part) {
      case YEAR -> "YEAR(%s)".formatted(expression);
      case QUARTER -> "QUARTER(%s)".formatted(expression);
      case MONTH -> "MONTH(%s)".formatted(expression);
      case DAY_OF_MONTH -> "DAYOFMONTH(%s)".formatted(expression);
      case DAY_OF_WEEK -> "(WEEKDAY(%s) + 1)".formatted(expression);
      case HOUR -> "HOUR(%s)".formatted(expression);
    };
  }

  // A collation of the column may tell letters apart; lower case on both sides does not.
  @Override
  public String equalsIgnoreCase(String expression, String value) {
    return "LOWER(%s) = %s".formatted(expression, literal(value.toLowerCase(Locale.ROOT)));
  }

  @Override
  public String containsIgnoreCase(String expression, String value) {
    String escaped =
        value.toLowerCase(Locale.ROOT).replace("|", "||").replace("%", "|%").replace("_", "|_");
    return "LOWER(%s) LIKE %s ESCAPE '|'".formatted(expression, literal("%" + escaped + "%"));
  }

  @Override
  public String text(String expression) {
    return "CAST(%s AS CHAR)".formatted(expression);
  }

  @Override
  public String length(String text) {
    return "CHAR_LENGTH(%s)".formatted(text);
  }

  @Override
  public String concatenated(String left, String right) {
    return "CONCAT(%s, %s)".formatted(left, right);
  }

  @Override
  public String keyedHash(String text, String key) {
    // Compared as what it is, a row of signs, not as a text whose letters have two cases.
    return "CONVERT(SHA2(CONCAT(%s, %s), 256) USING utf8mb4) COLLATE utf8mb4_bin"
        .formatted(literal(key), text);
  }

  @Override
  public String fence() {
    return "LIMIT 18446744073709551615";
  }

  @Override
  public String toDouble(String expression) {
    return "(%s + 0e0)".formatted(expression);
  }

  @Override
  public String sortKey(String expression, boolean descending) {
    return descending ? expression + " DESC" : "%1$s IS NULL, %1$s ASC".formatted(expression);
  }
}
