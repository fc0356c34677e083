package dev.alidade.chart;

import java.util.Optional;

/** Knows one kind of chart and when it fits. */
interface ChartRule {
  /** The chart, where this kind fits the result. */
  Optional<ChartSpec> draw(String title, Shape shape);
}
