package dev.alidade.bench.report;

/** What a line is to reach. */
public sealed interface Goal {
  /** The bound. */
  double bound();

  /** The value is to keep it. */
  record OfValue(double bound) implements Goal {}

  /** The value's ratio to what stands beside it is to keep it. */
  record OfRatio(double bound) implements Goal {}
}
