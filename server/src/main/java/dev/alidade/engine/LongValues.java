package dev.alidade.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;

/**
 * Values that are whole numbers of 64 bits, or stand for something by one; 0 where there is none.
 */
public final class LongValues implements ArrayValues {
  private static final long MICROS_OF_SECOND = 1_000_000;
  private static final int NANOS_OF_MICRO = 1_000;

  /** What a number stands for. */
  public enum Meaning {
    INTEGER,
    /** The digits of a DECIMAL without its point. */
    DECIMAL,
    /** A BOOLEAN: 1 or 0. */
    TRUTH,
    /** A DATE: days since 1970. */
    DAYS,
    /** A TIMESTAMP: microseconds since 1970. */
    MICROS,
    /** A TIMESTAMP_TZ: microseconds since 1970 in UTC. */
    MICROS_UTC
  }

  private final Meaning meaning;
  private final int scale;
  private final long[] numbers;
  private final BitSet nulls;

  /** {@code scale} is how many digits of a DECIMAL stand behind its point, else 0. */
  public LongValues(Meaning meaning, int scale, long[] numbers, BitSet nulls) {
    this.meaning = Objects.requireNonNull(meaning, "meaning");
    this.scale = scale;
    this.numbers = numbers;
    this.nulls = nulls;
  }

  /** What the numbers stand for. */
  public Meaning meaning() {
    return meaning;
  }

  /** How many digits of a DECIMAL stand behind its point. */
  public int scale() {
    return scale;
  }

  /** The numbers, one a row. */
  public long[] numbers() {
    return numbers;
  }

  @Override
  public BitSet nulls() {
    return nulls;
  }

  @Override
  public Object value(int row) {
    if (nulls.get(row)) {
      return null;
    }
    long number = numbers[row];
    return switch (meaning) {
      case INTEGER -> (Object) number;
      case DECIMAL -> BigDecimal.valueOf(number, scale);
      case TRUTH -> number != 0;
      case DAYS -> LocalDate.ofEpochDay(number);
      case MICROS ->
          LocalDateTime.ofEpochSecond(
              Math.floorDiv(number, MICROS_OF_SECOND), nanos(number), ZoneOffset.UTC);
      case MICROS_UTC ->
          Instant.ofEpochSecond(Math.floorDiv(number, MICROS_OF_SECOND), nanos(number))
              .atZone(ZoneId.systemDefault())
              .toOffsetDateTime();
    };
  }

  private static int nanos(long micros) {
    return (int) Math.floorMod(micros, MICROS_OF_SECOND) * NANOS_OF_MICRO;
  }

  @Override
  public long longValue(int row) {
    return numbers[row];
  }

  @Override
  public double doubleValue(int row) {
    return numbers[row];
  }

  @Override
  public LongValues slice(int from, int rows) {
    return new LongValues(
        meaning,
        scale,
        Arrays.copyOfRange(numbers, from, from + rows),
        nulls.get(from, from + rows));
  }
}
