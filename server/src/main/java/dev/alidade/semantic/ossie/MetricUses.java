package dev.alidade.semantic.ossie;

import dev.alidade.semantic.Formula;
import dev.alidade.semantic.Metric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which metrics use which. */
record MetricUses(Map<String, List<String>> byMetric) {
  static MetricUses of(List<Metric> metrics) {
    Map<String, List<String>> uses = new HashMap<>();
    for (Metric metric : metrics) {
      List<String> used = new ArrayList<>();
      collect(metric.formula(), used);
      uses.put(metric.name(), used);
    }
    return new MetricUses(uses);
  }

  /** The way from a metric back to itself. */
  Optional<List<String>> cycle(String metric) {
    List<String> way = new ArrayList<>(List.of(metric));
    return leads(metric, metric, way, new HashSet<>()) ? Optional.of(way) : Optional.empty();
  }

  private boolean leads(String here, String to, List<String> way, Set<String> seen) {
    for (String next : byMetric.getOrDefault(here, List.of())) {
      way.add(next);
      if (next.equals(to) || (seen.add(next) && leads(next, to, way, seen))) {
        return true;
      }
      way.removeLast();
    }
    return false;
  }

  private static void collect(Formula formula, List<String> into) {
    switch (formula) {
      case Formula.MetricUse use -> into.add(use.metric());
      case Formula.Arithmetic both -> {
        collect(both.left(), into);
        collect(both.right(), into);
      }
      case Formula.Column ignored -> {}
      case Formula.Number ignored -> {}
      case Formula.Aggregate ignored -> {}
    }
  }
}
