package dev.alidade.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Values as JSON carries them. What a double cannot hold exactly (integers beyond 2^53-1, decimals
 * of more than 15 digits) and what JSON has no number for (NaN, infinities) travels as a string.
 */
public final class Cells {
  private static final long LARGEST_EXACT = (1L << 53) - 1;
  private static final int EXACT_DIGITS = 15;

  private Cells() {}

  /** The value of a {@link dev.alidade.engine.Batch} as JSON carries it; null stays null. */
  public static Object toJson(Object value) {
    return switch (value) {
      case null -> null;
      case Long number -> integer(number);
      case BigInteger number -> integer(number);
      case BigDecimal number -> decimal(number);
      case Double number -> Double.isFinite(number) ? number : (Object) number.toString();
      case LocalDateTime time -> written(text -> Moments.append(text, time));
      case OffsetDateTime time -> written(text -> Moments.append(text, time));
      case LocalDate date -> written(text -> Moments.append(text, date));
      case LocalTime time -> written(text -> Moments.append(text, time));
      case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
      case List<?> list -> list(list);
      case Map<?, ?> map -> map(map);
      case Boolean truth -> truth;
      case String text -> text;
      default -> value.toString();
    };
  }

  /** Appends {@link #toText} where that is neither text nor nested, without making it first. */
  public static void append(StringBuilder text, Object value) {
    switch (value) {
      case Long number -> text.append(number.longValue());
      case Double number -> text.append(number.doubleValue());
      case LocalDateTime time -> Moments.append(text, time);
      case OffsetDateTime time -> Moments.append(text, time);
      case LocalDate date -> Moments.append(text, date);
      case LocalTime time -> Moments.append(text, time);
      default -> text.append(toText(value));
    }
  }

  /** The value as plain text, as CSV carries it; null is the empty text. */
  public static String toText(Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      case Number number -> number.toString();
      default -> String.valueOf(toJson(value));
    };
  }

  private static String written(Consumer<StringBuilder> writer) {
    StringBuilder text = new StringBuilder(32);
    writer.accept(text);
    return text.toString();
  }

  private static Object integer(long number) {
    return Math.abs(number) <= LARGEST_EXACT && number != Long.MIN_VALUE
        ? (Object) number
        : Long.toString(number);
  }

  private static Object integer(BigInteger number) {
    return number.bitLength() < Long.SIZE ? integer(number.longValue()) : number.toString();
  }

  private static Object decimal(BigDecimal number) {
    return number.precision() <= EXACT_DIGITS && number.scale() <= EXACT_DIGITS
        ? number
        : number.toPlainString();
  }

  private static List<Object> list(List<?> values) {
    List<Object> cells = new ArrayList<>(values.size());
    for (Object value : values) {
      cells.add(toJson(value));
    }
    return cells;
  }

  private static Map<String, Object> map(Map<?, ?> values) {
    Map<String, Object> cells = LinkedHashMap.newLinkedHashMap(values.size());
    values.forEach((key, value) -> cells.put(toText(key), toJson(value)));
    return cells;
  }
}
