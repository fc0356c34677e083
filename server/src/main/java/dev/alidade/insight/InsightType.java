package dev.alidade.insight;

/** What an insight is about. */
public enum InsightType {
  TREND,
  OUTLIER,
  CHANGE,
  CONTRIBUTION,
  CORRELATION,
  CONCENTRATION
}
