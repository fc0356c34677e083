package dev.alidade.semantic.imports;

import java.util.Optional;

/**
 * A measure of MetricFlow, which metrics are made of.
 *
 * @param call its aggregate in ANSI SQL
 * @param time the dimension that periods of it are counted by
 */
record MetricFlowMeasure(
    Item item, String name, String dataset, String call, Optional<String> time) {
  /** The aggregate over the rows that fulfill conditions too. */
  String over(Optional<String> conditions) {
    if (conditions.isEmpty()) {
      return call;
    }
    return call.endsWith(")") && call.contains(" FILTER (WHERE ")
        ? call.substring(0, call.length() - 1) + " AND " + conditions.get() + ")"
        : "%s FILTER (WHERE %s)".formatted(call, conditions.get());
  }
}
