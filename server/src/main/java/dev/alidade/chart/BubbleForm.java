package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Bubbles: points whose size is a third measure. */
final class BubbleForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("bubble", "bubble chart", "bubbles");
  }

  @Override
  public String wants() {
    return "three numbers a row, the third not below zero";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.RELATION);
  }

  private static final double LARGEST = 40;

  @Override
  public Optional<Fit> fit(Shape shape) {
    List<String> measures = shape.measures();
    if (measures.size() < 3 || shape.isNegative(measures.get(2))) {
      return Optional.empty();
    }
    return Optional.of(
        new Fit(
            Encoding.of(measures.getFirst(), measures.get(1))
                .size(Optional.of(measures.get(2)))
                .series(
                    shape.categories().stream()
                        .filter(name -> shape.distinct(name) <= Places.MOST_SERIES)
                        .findFirst()),
            measures.size() == 3 && shape.rows() >= 3 ? 0.6 : 0.3,
            "Bubbles show three measures at once"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    ChartSpec.Axis size = spec.size().orElse(spec.measure());
    double most = Math.max(Bubbles.largest(table, size), Double.MIN_NORMAL);
    List<Part> traces =
        Cartesian.traces(spec, table, () -> Part.of("type", "scatter").put("mode", "markers"));
    List<ChartTable> parts = List.copyOf(table.split(spec.series()).values());
    for (int index = 0; index < traces.size(); index++) {
      ChartTable part = parts.get(index / spec.y().size());
      traces.get(index).and(Bubbles.marker(part, size, most, LARGEST));
    }
    return Figure.of(traces, Cartesian.layout(spec, table));
  }
}
