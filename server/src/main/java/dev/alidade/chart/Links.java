package dev.alidade.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What goes from where to where.
 *
 * @param sources places in {@code nodes}
 */
record Links(
    List<String> nodes, List<Integer> sources, List<Integer> targets, List<Object> values) {
  /** Every step of a path is a link; each place of a path stands for itself. */
  static Links of(ChartSpec spec, ChartTable table, boolean byStep) {
    Map<String, Integer> places = new LinkedHashMap<>();
    List<String> nodes = new ArrayList<>();
    List<Integer> sources = new ArrayList<>();
    List<Integer> targets = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    List<List<String>> steps = spec.levels().stream().map(table::texts).toList();
    List<Object> sizes = spec.y().isEmpty() ? new ArrayList<>() : table.numbers(spec.measure());
    for (int row = 0; row < table.size(); row++) {
      int before = -1;
      for (int step = 0; step < steps.size(); step++) {
        String name = steps.get(step).get(row);
        int node =
            places.computeIfAbsent(
                (byStep ? step : 0) + ":" + name,
                key -> {
                  nodes.add(name);
                  return nodes.size() - 1;
                });
        if (before >= 0) {
          sources.add(before);
          targets.add(node);
          values.add(sizes.isEmpty() ? (Object) 1 : sizes.get(row));
        }
        before = node;
      }
    }
    return new Links(nodes, sources, targets, values);
  }

  /** The two columns that say from where to where; the first two names where none do. */
  static Optional<List<String>> path(Shape shape) {
    Optional<String> source = shape.meaning(Trait.Meaning.SOURCE);
    Optional<String> target = shape.meaning(Trait.Meaning.TARGET);
    if (source.isPresent() && target.isPresent()) {
      return Optional.of(List.of(source.get(), target.get()));
    }
    return shape.categories().size() < 2
        ? Optional.empty()
        : Optional.of(List.copyOf(shape.categories()));
  }

  /** Whether the columns say themselves that something goes from one to the other. */
  static boolean areNamed(Shape shape) {
    return shape.meaning(Trait.Meaning.SOURCE).isPresent()
        && shape.meaning(Trait.Meaning.TARGET).isPresent();
  }
}
