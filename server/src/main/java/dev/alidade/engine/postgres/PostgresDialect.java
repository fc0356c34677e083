package dev.alidade.engine.postgres;

import dev.alidade.engine.postgres.gate.StatementText;
import dev.alidade.sql.DataType;
import dev.alidade.sql.DatePart;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.TimeGrain;
import dev.alidade.sql.TypeKind;
import java.time.LocalDate;
import java.util.Locale;

/** PostgreSQL's SQL. */
final class PostgresDialect implements Dialect {
  @Override
  public LexicalRules lexicalRules() {
    return StatementText.RULES;
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
    return "CAST(date_trunc('%s', %s) AS DATE)"
        .formatted(grain.name().toLowerCase(Locale.ROOT), temporal(expression, type));
  }

  @Override
  public String extract(DatePart part, String expression, DataType type) {
    String field =
        switch (part) {
          case YEAR -> "YEAR";
          case QUARTER -> "QUARTER";
          case MONTH -> "MONTH";
          case DAY_OF_MONTH -> "DAY";
          case DAY_OF_WEEK -> "ISODOW";
          case HOUR -> "HOUR";
        };
    return "CAST(EXTRACT(%s FROM %s) AS INTEGER)".formatted(field, temporal(expression, type));
  }

  @Override
  public String equalsIgnoreCase(String expression, String value) {
    return "lower(%s) = lower(%s)".formatted(text(expression), literal(value));
  }

  @Override
  public String containsIgnoreCase(String expression, String value) {
    String escaped = value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return "%s ILIKE %s".formatted(text(expression), literal("%" + escaped + "%"));
  }

  @Override
  public String last(String text, int characters) {
    return "RIGHT(%s, %d)".formatted(text, characters);
  }

  @Override
  public String keyedHash(String text, String key) {
    return "encode(sha256(convert_to(%s || %s, 'UTF8')), 'hex')".formatted(literal(key), text);
  }

  @Override
  public String fence() {
    return "OFFSET 0";
  }

  @Override
  public String toDouble(String expression) {
    return "CAST(" + expression + " AS DOUBLE PRECISION)";
  }

  @Override
  public String sortKey(String expression, boolean descending) {
    return expression + (descending ? " DESC NULLS LAST" : " ASC");
  }

  // Enums, for one, are read as texts but are none.
  @Override
  public String text(String expression) {
    return "CAST(" + expression + " AS TEXT)";
  }

  private static String temporal(String expression, DataType type) {
    return type.kind() == TypeKind.TEXT ? "CAST(" + expression + " AS TIMESTAMP)" : expression;
  }
}
