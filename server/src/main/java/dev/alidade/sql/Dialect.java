package dev.alidade.sql;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.time.LocalDate;

/** How an engine writes what the plan compiler needs; every method returns SQL text. */
public interface Dialect {
  /** What this engine's tokens are. */
  LexicalRules lexicalRules();

  /** The identifier, quoted so that any name is safe. */
  String quote(String identifier);

  /** A text literal, quoted so that any value is safe. */
  default String literal(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** A date literal that compares correctly with a column of {@code type}. */
  String dateLiteral(LocalDate date, DataType type);

  /** The start of the period that {@code expression}, of {@code type}, falls into. */
  String truncate(TimeGrain grain, String expression, DataType type);

  /** One part of a date, as an integer. */
  String extract(DatePart part, String expression, DataType type);

  /** Text comparison that ignores case: {@code expression} equals {@code value}. */
  String equalsIgnoreCase(String expression, String value);

  /** Whether {@code expression} contains {@code value}, ignoring case; wildcards are escaped. */
  String containsIgnoreCase(String expression, String value);

  /** {@code expression} as a number that divides without truncation. */
  String toDouble(String expression);

  /** The mean of {@code expression}, with the digits of a double and not those of a column. */
  default String average(String expression) {
    return "AVG(" + toDouble(expression) + ")";
  }

  /**
   * A key of ORDER BY; rows without a value come last, whichever way it sorts. Written so for
   * engines that do that unasked.
   */
  default String sortKey(String expression, boolean descending) {
    return expression + (descending ? " DESC" : " ASC");
  }

  /** The clause that keeps {@code limit} rows, skipping {@code offset}. */
  default String limit(long limit, long offset) {
    return offset == 0 ? "LIMIT " + limit : "LIMIT " + limit + " OFFSET " + offset;
  }

  /** {@code expression} as text. */
  default String text(String expression) {
    return "CAST(%s AS VARCHAR)".formatted(expression);
  }

  /** How many characters a text has. */
  default String length(String text) {
    return "LENGTH(%s)".formatted(text);
  }

  /** The last characters of a text. */
  default String last(String text, int characters) {
    return "SUBSTR(%s, -%d)".formatted(text, characters);
  }

  /** One text after the other. */
  default String concatenated(String left, String right) {
    return left + " || " + right;
  }

  /** The SHA-256 of a secret and a text after it, in hexadecimal digits. */
  default String keyedHash(String text, String key) {
    throw new AlidadeException(
        ErrorCode.NOT_SUPPORTED,
        "This engine has no SHA-256 to mask with; use another mask for the column");
  }

  /**
   * The end of a subquery that makes the engine compute it before it looks at what is asked of it,
   * so that an error in the question says nothing about rows that the subquery leaves out.
   */
  default String fence() {
    return "LIMIT 9223372036854775807";
  }

  /** The quoted name of a table. */
  default String quote(TableName name) {
    return name.schema()
        .map(schema -> quote(schema) + "." + quote(name.table()))
        .orElseGet(() -> quote(name.table()));
  }
}
