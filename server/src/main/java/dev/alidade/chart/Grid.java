package dev.alidade.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * A measure over two places, as a table of cells; where rows share a cell, the last one stands.
 *
 * @param cells by y, then by x
 */
record Grid(List<Object> across, List<Object> up, List<List<Object>> cells) {
  static Grid of(ChartSpec spec, ChartTable table) {
    List<Object> xs = spec.x().map(table::places).orElse(List.of());
    List<Object> ys = table.places(spec.measure());
    List<Object> zs = table.numbers(spec.z().orElse(spec.measure()));
    List<Object> across = sorted(xs);
    List<Object> up = sorted(ys);
    List<List<Object>> cells = new ArrayList<>();
    up.forEach(
        y -> {
          List<Object> line = new ArrayList<>();
          across.forEach(x -> line.add(null));
          cells.add(line);
        });
    for (int index = 0; index < xs.size(); index++) {
      cells.get(up.indexOf(ys.get(index))).set(across.indexOf(xs.get(index)), zs.get(index));
    }
    return new Grid(across, up, cells);
  }

  private static List<Object> sorted(List<Object> places) {
    List<Object> distinct = new ArrayList<>(new LinkedHashSet<>(places));
    boolean numbers = distinct.stream().allMatch(Number.class::isInstance);
    if (numbers) {
      distinct.sort((left, right) -> Double.compare(value(left), value(right)));
    }
    return distinct;
  }

  private static double value(Object number) {
    return ((Number) number).doubleValue();
  }

  Part into(Part trace) {
    return trace.put("x", across).put("y", up).put("z", cells);
  }

  /** Three columns of which the last is measured over the first two. */
  static Optional<Encoding> encoding(Shape shape) {
    List<String> measures = shape.measures();
    List<String> places = shape.places();
    if (measures.isEmpty()) {
      return Optional.empty();
    }
    String measure = measures.getLast();
    if (places.size() >= 2) {
      return Optional.of(Encoding.of(places.getFirst(), places.get(1)).z(measures.getFirst()));
    }
    List<String> numbers = shape.numbers().stream().filter(name -> !name.equals(measure)).toList();
    return numbers.size() < 2
        ? Optional.empty()
        : Optional.of(Encoding.of(numbers.getFirst(), numbers.get(1)).z(measure));
  }

  /** Both axes, and no legend: a scale beside them says what colours mean. */
  static Part layout(ChartSpec spec, ChartTable table) {
    Part layout = Cartesian.layout(spec, table).put("showlegend", false);
    spec.y().stream()
        .findFirst()
        .ifPresent(
            y -> {
              String type = table.axisType(y);
              layout.put("yaxis.type", type);
              if (type.equals("category")) {
                layout.put("yaxis.autorange", "reversed");
              }
            });
    return layout;
  }

  static Part colored(String type, ChartSpec spec) {
    Part trace = Part.of("type", type).put("colorscale", Theme.SEQUENCE);
    spec.z().ifPresent(z -> trace.put("colorbar.title.text", ChartTable.plain(z.label())));
    return trace;
  }
}
