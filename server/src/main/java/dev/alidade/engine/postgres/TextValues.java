package dev.alidade.engine.postgres;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;

/** Values as the server writes them, to values as a batch holds them. */
final class TextValues {
  private static final String BEFORE_CHRIST = " BC";

  private TextValues() {}

  /** The value of a kind that is neither a list nor a struct. */
  static Object read(TypeKind kind, String text) {
    return switch (kind) {
      case BOOLEAN -> text.equals("t") || text.equals("true");
      case INTEGER -> Long.valueOf(text);
      case DECIMAL -> decimal(text);
      case FLOAT -> floating(text);
      case DATE -> date(text);
      case TIME -> time(text);
      case TIMESTAMP -> timestamp(text);
      case TIMESTAMP_TZ -> zoned(text);
      case UUID -> UUID.fromString(text);
      case BINARY -> HexFormat.of().parseHex(text, 2, text.length());
      case TEXT, JSON, INTERVAL, OTHER, LIST, STRUCT, MAP -> text;
    };
  }

  static BigDecimal decimal(String text) {
    char last = text.charAt(text.length() - 1);
    if (last == 'N' || last == 'y') {
      throw new AlidadeException(
          ErrorCode.DATA_ERROR,
          "The result holds the numeric value %s, which no exact number is; cast the column to double precision, or leave it out with nullif(column, '%s')"
              .formatted(text, text));
    }
    return new BigDecimal(text);
  }

  static LocalDate date(String text) {
    return switch (text) {
      case "infinity" -> LocalDate.MAX;
      case "-infinity" -> LocalDate.MIN;
      default -> {
        boolean before = text.endsWith(BEFORE_CHRIST);
        int end = before ? text.length() - BEFORE_CHRIST.length() : text.length();
        int day = text.lastIndexOf('-', end - 1);
        int month = text.lastIndexOf('-', day - 1);
        int year = Integer.parseInt(text, 0, month, 10);
        yield LocalDate.of(
            before ? 1 - year : year,
            Integer.parseInt(text, month + 1, day, 10),
            Integer.parseInt(text, day + 1, end, 10));
      }
    };
  }

  static LocalDateTime timestamp(String text) {
    return switch (text) {
      case "infinity" -> LocalDateTime.MAX;
      case "-infinity" -> LocalDateTime.MIN;
      default -> {
        int space = text.indexOf(' ');
        boolean before = text.endsWith(BEFORE_CHRIST);
        int end = before ? text.length() - BEFORE_CHRIST.length() : text.length();
        LocalDate date = date(text.substring(0, space) + (before ? BEFORE_CHRIST : ""));
        yield LocalDateTime.of(date, LocalTime.parse(text.substring(space + 1, end)));
      }
    };
  }

  static OffsetDateTime zoned(String text) {
    return switch (text) {
      case "infinity" -> OffsetDateTime.MAX;
      case "-infinity" -> OffsetDateTime.MIN;
      default -> {
        boolean before = text.endsWith(BEFORE_CHRIST);
        int end = before ? text.length() - BEFORE_CHRIST.length() : text.length();
        int sign = Math.max(text.lastIndexOf('+', end), text.lastIndexOf('-', end));
        String local = text.substring(0, sign) + (before ? BEFORE_CHRIST : "");
        yield OffsetDateTime.of(timestamp(local), ZoneOffset.of(text.substring(sign, end)));
      }
    };
  }

  private static LocalTime time(String text) {
    // Midnight at the end of a day has no time of its own in Java.
    return text.startsWith("24:") ? LocalTime.MAX : LocalTime.parse(text);
  }

  private static double floating(String text) {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
