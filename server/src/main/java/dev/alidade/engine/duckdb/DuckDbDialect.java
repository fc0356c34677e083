package dev.alidade.engine.duckdb;

import dev.alidade.sql.DataType;
import dev.alidade.sql.DatePart;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.TimeGrain;
import dev.alidade.sql.TypeKind;
import java.time.LocalDate;
import java.util.Locale;

/** How DuckDB writes what the plan compiler needs. */
final class DuckDbDialect implements Dialect {
  private static final LexicalRules RULES =
      new LexicalRules(false, true, true, false, false, false, true, false, false);

  @Override
  public LexicalRules lexicalRules() {
    return RULES;
  }

  @Override
  public String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  @Override
  public String dateLiteral(LocalDate date, DataType type) {
    return switch (type.kind()) {
      case TIMESTAMP -> "TIMESTAMP '" + date + " 00:00:00'";
      case TIMESTAMP_TZ -> "TIMESTAMPTZ '" + date + " 00:00:00'";
      case TEXT -> "'" + date + "'";
      default -> "DATE '" + date + "'";
    };
  }

  @Override
  public String truncate(TimeGrain grain, String expression, DataType type) {
    String truncated =
        "date_trunc('%s', %s)"
            .formatted(grain.name().toLowerCase(Locale.ROOT), temporal(expression, type));
    return "CAST(" + truncated + " AS DATE)";
  }

  @Override
  public String extract(DatePart part, String expression, DataType type) {
    String field =
        switch (part) {
          case YEAR -> "year";
          case QUARTER -> "quarter";
          case MONTH -> "month";
          case DAY_OF_MONTH -> "day";
          case DAY_OF_WEEK -> "isodow";
          case HOUR -> "hour";
        };
    return "date_part('%s', %s)".formatted(field, temporal(expression, type));
  }

  @Override
  public String equalsIgnoreCase(String expression, String value) {
    return "lower(%s) = lower(%s)".formatted(expression, literal(value));
  }

  @Override
  public String containsIgnoreCase(String expression, String value) {
    return "contains(lower(%s), lower(%s))".formatted(expression, literal(value));
  }

  @Override
  public String keyedHash(String text, String key) {
    return "sha256(%s || %s)".formatted(literal(key), text);
  }

  @Override
  public String toDouble(String expression) {
    return "CAST(" + expression + " AS DOUBLE)";
  }

  @Override
  public String average(String expression) {
    return "AVG(" + expression + ")";
  }

  private static String temporal(String expression, DataType type) {
    return type.kind() == TypeKind.TEXT ? "CAST(" + expression + " AS TIMESTAMP)" : expression;
  }
}
