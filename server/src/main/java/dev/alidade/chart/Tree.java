package dev.alidade.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups within groups, as the kinds that draw them want them: a node, its parent, its sum. */
final class Tree {
  private final Map<String, Double> sums = new LinkedHashMap<>();
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Map<String, String> parents = new LinkedHashMap<>();

  private Tree() {}

  static Tree of(ChartSpec spec, ChartTable table) {
    Tree tree = new Tree();
    List<List<String>> levels = spec.levels().stream().map(table::texts).toList();
    double[] values = table.doubles(spec.measure());
    for (int row = 0; row < values.length; row++) {
      String parent = "";
      for (List<String> level : levels) {
        // The length stands before each name, so that no two paths are the same text.
        String name = level.get(row);
        String id = parent + name.length() + ":" + name + "/";
        tree.labels.put(id, name);
        tree.parents.put(id, parent);
        tree.sums.merge(id, values[row], Double::sum);
        parent = id;
      }
    }
    return tree;
  }

  /** The same with one root around all. */
  Tree within(String label) {
    Tree tree = new Tree();
    if (sums.isEmpty()) {
      return tree;
    }
    String root = "/";
    double total = 0;
    for (Map.Entry<String, String> node : parents.entrySet()) {
      boolean outermost = node.getValue().isEmpty();
      total += outermost ? sums.get(node.getKey()) : 0;
      tree.parents.put(node.getKey(), outermost ? root : node.getValue());
    }
    tree.labels.putAll(labels);
    tree.sums.putAll(sums);
    tree.labels.put(root, label);
    tree.parents.put(root, "");
    tree.sums.put(root, total);
    return tree;
  }

  Figure draw(String type) {
    List<Object> values = new ArrayList<>(sums.values());
    Part trace =
        Part.of("type", type)
            .put("ids", List.copyOf(labels.keySet()))
            .put("labels", List.copyOf(labels.values()))
            .put("parents", List.copyOf(parents.values()))
            .put("values", values)
            .put("branchvalues", "total")
            .put("hovertemplate", "%{label}: %{value:,}<extra></extra>");
    return Figure.of(List.of(trace), new Part());
  }

  /** Names from the outermost group to the innermost, and what their size is. */
  static Optional<Fit> fit(Shape shape, double score, String reason) {
    List<String> levels =
        shape.categories().stream()
            .sorted((left, right) -> Integer.compare(shape.distinct(left), shape.distinct(right)))
            .toList();
    if (levels.isEmpty()
        || shape.measures().isEmpty()
        || shape.isNegative(shape.measures().getFirst())) {
      return Optional.empty();
    }
    boolean nested = levels.size() >= 2 && shape.distinct(levels.getLast()) > Places.MOST_SERIES;
    return Optional.of(
        new Fit(
            Encoding.ofPath(levels, shape.measures().subList(0, 1)), nested ? score : 0.1, reason));
  }
}
