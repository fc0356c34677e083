package dev.alidade.chart;

import java.util.Objects;

/**
 * How a kind of chart would show a result.
 *
 * @param score from 0, where it can be drawn at all, to 1; from {@link #GOOD} it is worth showing
 *     unasked
 */
record Fit(Encoding encoding, double score, String reason) {
  /** The least score of a chart that nobody asked for. */
  static final double GOOD = 0.5;

  Fit {
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(reason, "reason");
  }
}
