package dev.alidade.evaluate;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Years, quarters and months, which may be written as such or as their first day. */
final class PeriodText {
  private static final Pattern MIDNIGHT =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ]00:00(:00(\\.0+)?)?");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})[- ]Q([1-4])");
  private static final Pattern YEAR = Pattern.compile("(\\d{4})-01-01");

  private PeriodText() {}

  /** One form for the same period: a year's first day is its number, other texts stay. */
  static Object normalized(String text) {
    String day = firstDay(text);
    Matcher year = YEAR.matcher(day);
    return year.matches() ? new BigDecimal(year.group(1)).stripTrailingZeros() : day;
  }

  private static String firstDay(String text) {
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
