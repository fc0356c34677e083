package dev.alidade.engine.trino;

import dev.alidade.sql.DataType;
import dev.alidade.sql.DatePart;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.TimeGrain;
import dev.alidade.sql.TypeKind;
import java.time.LocalDate;
import java.util.Locale;

/** Trino's SQL. */
final class TrinoDialect implements Dialect {
  @Override
  public LexicalRules lexicalRules() {
    return LexicalRules.STANDARD;
  }

  @Override
  public String quote(String identifier) {
    return "\"" + identifier.replace("\"", "\"\"") + "\"";
  }

  @Override
  public String dateLiteral(LocalDate date, DataType type) {
    return switch (type.kind()) {
      case TIMESTAMP -> "TIMESTAMP '%s 00:00:00'".formatted(date);
      case TIMESTAMP_TZ -> "TIMESTAMP '%s 00:00:00 UTC'".formatted(date);
      case BOOLEAN,
          INTEGER,
          DECIMAL,
          FLOAT,
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
          "DATE '%s'".formatted(date);
      case TEXT -> literal(date.toString());
    };
  }

  @Override
  public String truncate(TimeGrain grain, String expression, DataType type) {
    return "date_trunc('%s', %s)"
        .formatted(grain.name().toLowerCase(Locale.ROOT), moment(expression, type));
  }

  @Override
  public String extract(DatePart part, String expression, DataType type) {
    String function =
        switch (part) {
          case YEAR -> "year";
          case QUARTER -> "quarter";
          case MONTH -> "month";
          case DAY_OF_MONTH -> "day";
          case DAY_OF_WEEK -> "day_of_week";
          case HOUR -> "hour";
        };
    String moment =
        part == DatePart.HOUR && type.kind() == TypeKind.DATE
            ? "CAST(%s AS timestamp(0))".formatted(expression)
            : moment(expression, type);
    return "%s(%s)".formatted(function, moment);
  }

  @Override
  public String equalsIgnoreCase(String expression, String value) {
    return "lower(%s) = lower(%s)".formatted(expression, literal(value));
  }

  @Override
  public String containsIgnoreCase(String expression, String value) {
    String escaped = value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return "lower(%s) LIKE lower(%s) ESCAPE '\\'"
        .formatted(expression, literal("%" + escaped + "%"));
  }

  @Override
  public String keyedHash(String text, String key) {
    return "lower(to_hex(sha256(to_utf8(%s || %s))))".formatted(literal(key), text);
  }

  @Override
  public String toDouble(String expression) {
    return "CAST(%s AS double)".formatted(expression);
  }

  @Override
  public String limit(long limit, long offset) {
    return offset == 0 ? "LIMIT " + limit : "OFFSET " + offset + " LIMIT " + limit;
  }

  /** Dates that are kept as text are read as ISO writes them. */
  private static String moment(String expression, DataType type) {
    return type.kind() == TypeKind.TEXT
        ? "CAST(%s AS timestamp(6))".formatted(expression)
        : expression;
  }
}
