package dev.alidade.query;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;

/**
 * Dates and times as ISO 8601 writes them, digit by digit: the text of {@code DateTimeFormatter},
 * which millions of cells are too many for.
 */
public final class Moments {
  private static final int MOST_DIGITS = 9;
  private static final int LAST_OF_FOUR = 9_999;

  private Moments() {}

  /** A date: 2024-02-29; years that have more than four digits, or none of ours, have a sign. */
  public static void append(StringBuilder text, LocalDate date) {
    year(text, date.getYear());
    text.append('-');
    two(text, date.getMonthValue());
    text.append('-');
    two(text, date.getDayOfMonth());
  }

  /** A time: 12:30:00 and as much of a second as there is. */
  public static void append(StringBuilder text, LocalTime time) {
    two(text, time.getHour());
    text.append(':');
    two(text, time.getMinute());
    text.append(':');
    two(text, time.getSecond());
    int nanos = time.get(ChronoField.NANO_OF_SECOND);
    if (nanos != 0) {
      fraction(text, nanos);
    }
  }

  /** A date and a time with T between them. */
  public static void append(StringBuilder text, LocalDateTime time) {
    append(text, time.toLocalDate());
    text.append('T');
    append(text, time.toLocalTime());
  }

  /** The moment in UTC, with Z behind it. */
  public static void append(StringBuilder text, OffsetDateTime time) {
    append(text, time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    text.append('Z');
  }

  private static void year(StringBuilder text, int year) {
    int digits = Math.abs(year);
    if (year < 0) {
      text.append('-');
    }
    if (year > LAST_OF_FOUR) {
      text.append('+');
    }
    if (digits > LAST_OF_FOUR) {
      text.append(digits);
      return;
    }
    two(text, digits / 100);
    two(text, digits % 100);
  }

  private static void two(StringBuilder text, int number) {
    text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private static void fraction(StringBuilder text, int nanos) {
    text.append('.');
    int left = nanos;
    int unit = 100_000_000;
    for (int digit = 0; digit < MOST_DIGITS && left > 0; digit++) {
      text.append((char) ('0' + left / unit));
      left %= unit;
      unit /= 10;
    }
  }
}
