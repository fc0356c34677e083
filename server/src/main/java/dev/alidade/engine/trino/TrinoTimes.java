package dev.alidade.engine.trino;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the texts that Trino sends for times, exactly and for every year. */
final class TrinoTimes {
  private static final Pattern TIMESTAMP =
      Pattern.compile("([-+]?\\d+)-(\\d+)-(\\d+) (\\d+):(\\d+):(\\d+)(?:\\.(\\d+))?(?: (.+))?");
  private static final Pattern DAYS =
      Pattern.compile("(-?)(\\d+) (\\d+):(\\d+):(\\d+)(?:\\.(\\d+))?");
  private static final Pattern MONTHS = Pattern.compile("(-?)(\\d+)-(\\d+)");

  private TrinoTimes() {}

  static LocalTime time(String text) {
    return LocalTime.parse(text);
  }

  static LocalDateTime timestamp(String text) {
    return local(matched(TIMESTAMP, text));
  }

  /** The moment with the offset that its zone had then; Trino sends the zone's name. */
  static OffsetDateTime zoned(String text) {
    Matcher parts = matched(TIMESTAMP, text);
    return ZonedDateTime.of(local(parts), ZoneId.of(parts.group(8))).toOffsetDateTime();
  }

  /** An interval as ISO 8601 writes it. */
  static String interval(String text) {
    Matcher months = MONTHS.matcher(text);
    if (months.matches()) {
      return iso(
          months.group(1), part(months.group(2), "Y") + part(months.group(3), "M"), "", "0M");
    }
    Matcher days = matched(DAYS, text);
    String fraction = days.group(6) == null ? "" : days.group(6).replaceAll("0+$", "");
    String seconds = number(days.group(5)) + (fraction.isEmpty() ? "" : "." + fraction);
    String time =
        part(days.group(3), "H")
            + part(days.group(4), "M")
            + (seconds.equals("0") ? "" : seconds + "S");
    return iso(days.group(1), part(days.group(2), "D"), time, "T0S");
  }

  private static String iso(String sign, String date, String time, String nothing) {
    if (date.isEmpty() && time.isEmpty()) {
      return "P" + nothing;
    }
    return sign + "P" + date + (time.isEmpty() ? "" : "T" + time);
  }

  private static String part(String digits, String unit) {
    String number = number(digits);
    return number.equals("0") ? "" : number + unit;
  }

  private static String number(String digits) {
    return Long.toString(Long.parseLong(digits));
  }

  private static LocalDateTime local(Matcher parts) {
    String fraction = parts.group(7) == null ? "" : parts.group(7);
    return LocalDateTime.of(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)),
        Integer.parseInt(parts.group(4)),
        Integer.parseInt(parts.group(5)),
        Integer.parseInt(parts.group(6)),
        Integer.parseInt((fraction + "000000000").substring(0, 9)));
  }

  private static Matcher matched(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalStateException("Trino sent a time that is none: " + text);
    }
    return matcher;
  }
}
