package dev.alidade.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks of a chart in one form for the same value, however it is written, and how often each. */
record Marks(Map<List<Object>, Integer> counts) {
  private static final Pattern MIDNIGHT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[ T]\\d{2}:.*");
  private static final Pattern NEW_YEAR = Pattern.compile("(\\d{4})-01-01");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
  private static final MathContext DIGITS = new MathContext(6);

  /** A mark of zero is left out: gold fills in one where a series has no row at all. */
  static Marks of(List<List<Object>> marks) {
    Map<List<Object>, Integer> counts = new HashMap<>();
    for (List<Object> mark : marks) {
      List<Object> normal = mark.stream().map(Marks::normal).toList();
      if (normal.size() > 1 && !isNothing(normal.get(1))) {
        counts.merge(normal, 1, Integer::sum);
      }
    }
    return new Marks(Map.copyOf(counts));
  }

  private static boolean isNothing(Object measure) {
    return measure.equals("") || (measure instanceof BigDecimal number && number.signum() == 0);
  }

  private static Object normal(Object cell) {
    if (cell == null) {
      return "";
    }
    String text = cell.toString().strip();
    Matcher moment = MIDNIGHT.matcher(text);
    if (moment.matches()) {
      text = moment.group(1);
    }
    Matcher year = NEW_YEAR.matcher(text);
    if (year.matches()) {
      text = year.group(1);
    }
    if (!NUMBER.matcher(text).matches()) {
      return text.toLowerCase(Locale.ROOT);
    }
    BigDecimal number = new BigDecimal(text).round(DIGITS).stripTrailingZeros();
    return number.signum() == 0 ? BigDecimal.ZERO : number;
  }
}
