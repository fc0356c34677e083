package dev.alidade.bench.report;

import java.util.Arrays;

/** What a value counts, and whether more of it is better. */
public enum Unit {
  CALLS_PER_SECOND("calls/s", Better.HIGHER),
  CALLS_PER_MINUTE("calls/min", Better.HIGHER),
  ROWS_PER_SECOND("rows/s", Better.HIGHER),
  MILLISECONDS("ms", Better.LOWER),
  MICROSECONDS("us", Better.LOWER),
  MEGABYTES("MB", Better.LOWER),
  TOKENS("tokens", Better.LOWER),
  COUNT("times", Better.LOWER);

  /** Which way is better. */
  enum Better {
    HIGHER,
    LOWER
  }

  private final String label;
  private final Better better;

  Unit(String label, Better better) {
    this.label = label;
    this.better = better;
  }

  /** How tables and files write it. */
  public String label() {
    return label;
  }

  /** Whether {@code value} is as good as {@code bound}. */
  boolean keeps(double value, double bound) {
    return switch (better) {
      case HIGHER -> value >= bound;
      case LOWER -> value <= bound;
    };
  }

  /** How many times worse {@code after} is than {@code before}; under 1 where it is better. */
  double worsening(double before, double after) {
    return switch (better) {
      case HIGHER -> before / after;
      case LOWER -> after / before;
    };
  }

  /** The sign of a bound. */
  String sign() {
    return switch (better) {
      case HIGHER -> ">=";
      case LOWER -> "<=";
    };
  }

  static Unit labelled(String label) {
    return Arrays.stream(values())
        .filter(unit -> unit.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no unit is called " + label));
  }
}
