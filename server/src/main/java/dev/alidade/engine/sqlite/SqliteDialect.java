package dev.alidade.engine.sqlite;

import dev.alidade.sql.DataType;
import dev.alidade.sql.DatePart;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.TimeGrain;
import java.time.LocalDate;

/** SQLite's SQL: dates are ISO text, so date functions give text and text compares like time. */
final class SqliteDialect implements Dialect {
  private static final LexicalRules RULES =
      new LexicalRules(false, false, false, false, true, true, false, false, false);

  @Override
  public LexicalRules lexicalRules() {
    return RULES;
  }

  @Override
  public String quote(String identifier) {
    return "\"" + identifier.replace("\"", "\"\"") + "\"";
  }

  @Override
  public String dateLiteral(LocalDate date, DataType type) {
    return literal(date.toString());
  }

  @Override
  public String truncate(TimeGrain grain, String expression, DataType type) {
    return switch (grain) {
      case DAY -> "date(%s)".formatted(expression);
      case WEEK -> "date(%s, 'weekday 0', '-6 days')".formatted(expression);
      case MONTH -> "date(%s, 'start of month')".formatted(expression);
      case QUARTER ->
          "date(%1$s, 'start of month', '-' || ((CAST(strftime('%%m', %1$s) AS INTEGER) - 1) %% 3) || ' months')"
              .formatted(expression);
      case YEAR -> "date(%s, 'start of year')".formatted(expression);
    };
  }

  @Override
  public String extract(DatePart part, String expression, DataType type) {
    return switch (part) {
      case YEAR -> integer("%Y", expression);
      case QUARTER -> "((%s + 2) / 3)".formatted(integer("%m", expression));
      case MONTH -> integer("%m", expression);
      case DAY_OF_MONTH -> integer("%d", expression);
      case DAY_OF_WEEK -> integer("%u", expression);
      case HOUR -> integer("%H", expression);
    };
  }

  @Override
  public String equalsIgnoreCase(String expression, String value) {
    return "%s = %s COLLATE NOCASE".formatted(expression, literal(value));
  }

  @Override
  public String containsIgnoreCase(String expression, String value) {
    String escaped = value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return "%s LIKE %s ESCAPE '\\'".formatted(expression, literal("%" + escaped + "%"));
  }

  @Override
  public String text(String expression) {
    return "CAST(%s AS TEXT)".formatted(expression);
  }

  @Override
  public String keyedHash(String text, String key) {
    return "%s(%s, %s)".formatted(SqliteHash.NAME, literal(key), text);
  }

  @Override
  public String toDouble(String expression) {
    return "CAST(%s AS REAL)".formatted(expression);
  }

  @Override
  public String average(String expression) {
    return "AVG(" + expression + ")";
  }

  @Override
  public String sortKey(String expression, boolean descending) {
    return expression + (descending ? " DESC" : " ASC NULLS LAST");
  }

  private static String integer(String format, String expression) {
    return "CAST(strftime('%s', %s) AS INTEGER)".formatted(format, expression);
  }
}
