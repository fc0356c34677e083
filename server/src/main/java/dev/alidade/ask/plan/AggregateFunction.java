package dev.alidade.ask.plan;

/** How many values become one. */
public enum AggregateFunction {
  COUNT,
  SUM,
  AVERAGE,
  MINIMUM,
  MAXIMUM;

  /** Whether it needs numbers. */
  public boolean needsNumbers() {
    return this == SUM || this == AVERAGE;
  }
}
