package dev.alidade.insight;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as results carry them and as sentences say them. */
final class Numbers {
  private static final int DIGITS = 4;
  private static final double LEAST_SAID = 0.0001;

  private Numbers() {}

  /** The number in a cell; large ones come as text. */
  static OptionalDouble of(Object cell) {
    return switch (cell) {
      case Number number -> OptionalDouble.of(number.doubleValue());
      case String text -> parsed(text);
      case null, default -> OptionalDouble.empty();
    };
  }

  private static OptionalDouble parsed(String text) {
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException noNumber) {
      return OptionalDouble.empty();
    }
  }

  /** Whole numbers from a thousand on, else as many digits as tell something. */
  static String said(double value) {
    if (Math.abs(value) >= 1_000 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,d", Math.round(value));
    }
    return new BigDecimal(value, new MathContext(DIGITS, RoundingMode.HALF_EVEN))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** A share, in percent. */
  static String percent(double share) {
    double percent = 100 * share;
    return Math.abs(percent) < 10
        ? String.format(Locale.ROOT, "%.1f %%", percent)
        : String.format(Locale.ROOT, "%,.0f %%", percent);
  }

  /** A p-value, no more exact than it is. */
  static String chance(double pValue) {
    return pValue < LEAST_SAID
        ? "p < 0.0001"
        : "p = " + new BigDecimal(pValue, new MathContext(2)).toPlainString();
  }
}
