package dev.alidade.chart;

import java.util.Objects;

/**
 * A chart that fits, and how well.
 *
 * @param score from 0 to 1 by the data alone; more where the question asks for it
 * @param fit how well by the data alone, and why
 */
record ChartChoice(ChartSpec spec, double score, Fit fit) {
  ChartChoice {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(fit, "fit");
  }
}
