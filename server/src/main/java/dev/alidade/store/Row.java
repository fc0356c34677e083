package dev.alidade.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One row of our own database: moments are milliseconds since 1970, words of enums lower case. */
public record Row(Map<String, Object> columns) {
  public Row {
    Objects.requireNonNull(columns, "columns");
  }

  /** A text that is always there. */
  public String text(String column) {
    return (String) columns.get(column);
  }

  /** A text that may be missing. */
  public Optional<String> maybe(String column) {
    return Optional.ofNullable(text(column));
  }

  /** A whole number. */
  public int number(String column) {
    return ((Number) columns.get(column)).intValue();
  }

  /** A whole number of up to 64 bits. */
  public long wide(String column) {
    return ((Number) columns.get(column)).longValue();
  }

  /** A moment that is always there. */
  public Instant at(String column) {
    return Instant.ofEpochMilli(wide(column));
  }

  /** A moment that may be missing. */
  public Optional<Instant> moment(String column) {
    return Optional.ofNullable((Number) columns.get(column))
        .map(Number::longValue)
        .map(Instant::ofEpochMilli);
  }

  /** One of the words of a closed set. */
  public <T extends Enum<T>> T word(String column, Class<T> set) {
    return Enum.valueOf(set, text(column).toUpperCase(Locale.ROOT));
  }

  /** How a word of a closed set is written. */
  public static String written(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
