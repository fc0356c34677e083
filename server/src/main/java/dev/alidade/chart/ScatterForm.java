package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Points: how two measures go together. */
final class ScatterForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("scatter", "scatterplot", "scatter plot", "points", "dots");
  }

  @Override
  public String wants() {
    return "two numbers a row, or names and a number";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.RELATION);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    List<String> numbers = shape.numbers();
    if (shape.rows() == 0) {
      return Optional.empty();
    }
    if (numbers.size() < 2) {
      return Places.of(shape)
          .map(places -> new Fit(places.encoding(), 0.1, "Points show each value by itself"));
    }
    List<String> pair = pair(shape);
    boolean measured = shape.measures().containsAll(pair);
    Optional<String> series =
        shape.categories().stream().filter(name -> !pair.contains(name)).findFirst();
    return Optional.of(
        new Fit(
            Encoding.of(pair.getFirst(), pair.getLast())
                .series(series.filter(name -> shape.distinct(name) <= Places.MOST_SERIES)),
            measured && shape.rows() >= 3 ? 0.65 : 0.2,
            "Points show how two measures go together"));
  }

  private static List<String> pair(Shape shape) {
    List<String> measures = shape.measures();
    return measures.size() >= 2 ? measures.subList(0, 2) : shape.numbers().subList(0, 2);
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    return Figure.of(
        Cartesian.traces(
            spec,
            table,
            () ->
                Part.of("type", "scatter")
                    .put("mode", "markers")
                    .put("marker.size", 8)
                    .put("marker.opacity", 0.75)),
        Cartesian.layout(spec, table));
  }
}
