package dev.alidade.semantic.ossie;

import dev.alidade.semantic.Formula;
import dev.alidade.semantic.Metric;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which metrics use which; walked without recursion, since a text may chain thousands. */
record MetricUses(Map<String, List<String>> byMetric) {
  static MetricUses of(List<Metric> metrics) {
    Map<String, List<String>> uses = new HashMap<>();
    for (Metric metric : metrics) {
      List<String> used = new ArrayList<>();
      collect(metric.formula(), used);
      uses.put(lower(metric.name()), used);
    }
    return new MetricUses(uses);
  }

  /** How many metrics stand one below the other; those that go round in circles have no depth. */
  Map<String, Integer> depths() {
    Map<String, List<String>> users = new HashMap<>();
    Map<String, Integer> open = new HashMap<>();
    byMetric.forEach(
        (metric, used) -> {
          List<String> known = used.stream().filter(byMetric::containsKey).toList();
          open.put(metric, known.size());
          known.forEach(one -> users.computeIfAbsent(one, none -> new ArrayList<>()).add(metric));
        });
    Map<String, Integer> depths = new HashMap<>();
    Deque<String> next = new ArrayDeque<>();
    open.forEach(
        (metric, count) -> {
          if (count == 0) {
            depths.put(metric, 1);
            next.add(metric);
          }
        });
    while (!next.isEmpty()) {
      String metric = next.remove();
      for (String user : users.getOrDefault(metric, List.of())) {
        if (open.merge(user, -1, Integer::sum) == 0) {
          depths.put(user, depths.get(metric) + 1);
          next.add(user);
        }
      }
    }
    return depths;
  }

  /** The shortest way from a metric back to itself. */
  Optional<List<String>> cycle(String metric) {
    String start = lower(metric);
    Map<String, String> cameFrom = new HashMap<>();
    Deque<String> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      String here = next.remove();
      for (String used : byMetric.getOrDefault(here, List.of())) {
        if (used.equals(start)) {
          return Optional.of(way(start, here, cameFrom));
        }
        if (cameFrom.putIfAbsent(used, here) == null) {
          next.add(used);
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> way(String start, String last, Map<String, String> cameFrom) {
    List<String> way = new ArrayList<>(List.of(start));
    for (String here = last; !here.equals(start); here = cameFrom.get(here)) {
      way.addFirst(here);
    }
    way.addFirst(start);
    return way;
  }

  private static void collect(Formula formula, List<String> into) {
    switch (formula) {
      case Formula.MetricUse use -> into.add(lower(use.metric()));
      case Formula.Arithmetic both -> {
        collect(both.left(), into);
        collect(both.right(), into);
      }
      case Formula.Column ignored -> {}
      case Formula.Number ignored -> {}
      case Formula.Aggregate ignored -> {}
    }
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
