package dev.alidade.chart;

import java.util.Objects;

/**
 * A chart that fits, and how well.
 *
 * @param score from 0 to 1 by the data alone; more where the question asks for it
 */
public record ChartChoice(ChartSpec spec, double score) {
  public ChartChoice {
    Objects.requireNonNull(spec, "spec");
  }
}
