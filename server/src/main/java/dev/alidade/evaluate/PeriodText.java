package dev.alidade.evaluate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Months and quarters, which may be written as such or as their first day. */
final class PeriodText {
  private static final Pattern MIDNIGHT =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ]00:00(:00(\\.0+)?)?");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})[- ]Q([1-4])");

  private PeriodText() {}

  /** The first day of what the text names, or the text itself. */
  static String firstDay(String text) {
    Matcher midnight = MIDNIGHT.matcher(text);
    if (midnight.matches()) {
      return midnight.group(1);
    }
    if (MONTH.matcher(text).matches()) {
      return text + "-01";
    }
    Matcher quarter = QUARTER.matcher(text);
    if (quarter.matches()) {
      return "%s-%02d-01".formatted(quarter.group(1), 3 * Integer.parseInt(quarter.group(2)) - 2);
    }
    return text;
  }
}
