package dev.alidade.chart;

/** The charts that a result can be shown as. */
public enum ChartKind {
  BAR,
  LINE,
  SCATTER,
  PIE,
  NUMBER
}
