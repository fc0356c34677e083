package dev.alidade.evaluate;

import dev.alidade.query.Cells;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * A value as engines can be compared by: numbers by value to nine digits, six after the point (as
 * the evaluation compares them), truth values as the numbers that SQLite keeps for them, times as
 * ISO text. NULL is not the empty text.
 */
final class ComparableCell {
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?");

  private enum Missing {
    NULL
  }

  private ComparableCell() {}

  static Object of(Object value) {
    return switch (value) {
      case null -> Missing.NULL;
      case Boolean truth -> truth ? BigDecimal.ONE : BigDecimal.ZERO;
      case BigDecimal number -> rounded(number);
      case BigInteger number -> rounded(new BigDecimal(number));
      case Double number ->
          Double.isFinite(number) ? rounded(BigDecimal.valueOf(number)) : (Object) number;
      case Number number -> rounded(BigDecimal.valueOf(number.longValue()));
      default -> text(Cells.toText(value));
    };
  }

  private static String text(String text) {
    if (!TIME.matcher(text).matches()) {
      return text;
    }
    String seconds = text.length() == 16 ? text + ":00" : text;
    return seconds.replace(' ', 'T').replaceFirst("\\.0+$", "");
  }

  private static BigDecimal rounded(BigDecimal number) {
    BigDecimal rounded =
        number
            .round(new MathContext(9, RoundingMode.HALF_UP))
            .setScale(6, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return rounded.signum() == 0 ? BigDecimal.ZERO : rounded;
  }
}
