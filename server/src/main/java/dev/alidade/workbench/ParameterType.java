package dev.alidade.workbench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The types that a parameter may name, for values that JSON has no type of its own for. */
enum ParameterType {
  TEXT("a text"),
  INTEGER("a whole number such as 9007199254740993"),
  DECIMAL("a number such as 12.50"),
  FLOAT("a number such as 0.1"),
  BOOLEAN("true or false"),
  DATE("a date such as 2024-01-15"),
  TIME("a time such as 10:30:00"),
  TIMESTAMP("a moment such as 2024-01-15T10:30:00"),
  TIMESTAMPTZ("a moment with its offset such as 2024-01-15T10:30:00+02:00, or one that ends in Z"),
  BINARY("bytes in base64"),
  UUID("a UUID such as 7d444840-9dc0-11d1-b245-5ffdce74fad2"),
  INTERVAL("a span such as 1 day");

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern SPACE = Pattern.compile("(?<=\\d) (?=\\d)");

  private final String form;

  ParameterType(String form) {
    this.form = form;
  }

  /** The type of that name. */
  static Optional<ParameterType> of(String name) {
    return Arrays.stream(values()).filter(type -> type.label().equals(name)).findFirst();
  }

  /** The names that there are. */
  static List<String> names() {
    return Arrays.stream(values()).map(ParameterType::label).toList();
  }

  /** The value as it is bound; fails with PARAMETER_INVALID at {@code path}. */
  Object read(String path, String text) {
    try {
      return value(text);
    } catch (IllegalArgumentException | DateTimeException misfit) {
      throw new AlidadeException(
          ErrorCode.PARAMETER_INVALID,
          "`%s` is no %s; write %s".formatted(path, label(), form),
          misfit);
    }
  }

  /** What JSON has for it; the form is described where JSON Schema has no word for it. */
  ObjectNode schema() {
    return switch (this) {
      case TEXT -> json("string");
      case INTEGER -> json("integer");
      case DECIMAL, FLOAT -> json("number");
      case BOOLEAN -> json("boolean");
      case DATE, UUID -> json("string").put("format", label());
      case TIMESTAMPTZ -> json("string").put("format", "date-time");
      case BINARY -> json("string").put("contentEncoding", "base64");
      case TIME, TIMESTAMP, INTERVAL -> json("string").put("description", form);
    };
  }

  private static ObjectNode json(String type) {
    return Json.mapper().createObjectNode().put("type", type);
  }

  private Object value(String text) {
    return switch (this) {
      case TEXT, INTERVAL -> text;
      case INTEGER -> whole(text);
      case DECIMAL -> new BigDecimal(text);
      case FLOAT -> Double.valueOf(text);
      case BOOLEAN -> truth(text);
      case DATE -> LocalDate.parse(text);
      case TIME -> LocalTime.parse(text);
      case TIMESTAMP -> LocalDateTime.parse(joined(text));
      case TIMESTAMPTZ -> OffsetDateTime.parse(joined(text));
      case BINARY -> Base64.getDecoder().decode(text);
      case UUID -> uuid(text);
    };
  }

  private String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Object whole(String text) {
    BigInteger number = new BigInteger(text);
    return number.bitLength() < Long.SIZE
        ? (Object) number.longValueExact()
        : new BigDecimal(number);
  }

  private static Object truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  // The library reads shorter forms too, and fills them up.
  private static Object uuid(String text) {
    if (!UUID_FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return java.util.UUID.fromString(text);
  }

  private static String joined(String text) {
    return SPACE.matcher(text).replaceFirst("T");
  }
}
