package dev.alidade.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What charts of many single values share: their names decide groups, not marks. */
final class Samples {
  /** Fewer values than these say nothing about a distribution. */
  static final int FEWEST = 20;

  private Samples() {}

  /** One measure, in groups of a name that repeats. */
  static Optional<Encoding> of(Shape shape) {
    if (shape.measures().isEmpty() || shape.rows() == 0) {
      return Optional.empty();
    }
    String measure = shape.measures().getFirst();
    Optional<String> group =
        shape.categories().stream()
            .filter(name -> shape.distinct(name) <= Places.MOST_SERIES)
            .findFirst();
    return Optional.of(
        group
            .map(name -> Encoding.of(name, measure))
            .orElseGet(() -> Encoding.of(List.of(measure))));
  }

  /** Whether each group has values enough. */
  static boolean areMany(Shape shape, Encoding encoding) {
    int groups = encoding.x().map(x -> shape.distinct(x.column())).orElse(1);
    return shape.rows() >= FEWEST && shape.rows() >= 5 * groups;
  }

  /** One trace, whose groups stand beside one another. */
  static Figure draw(ChartSpec spec, ChartTable table, Part trace) {
    List<Part> traces = new ArrayList<>();
    spec.y()
        .forEach(
            axis -> {
              Part one = new Part().and(trace).put("name", ChartTable.plain(axis.label()));
              spec.x().ifPresent(x -> one.put("x", table.texts(x)));
              traces.add(one.put("y", table.numbers(axis)));
            });
    Part layout = Cartesian.layout(spec, table);
    spec.x().ifPresent(x -> layout.put("xaxis.type", "category"));
    return Figure.of(traces, layout);
  }
}
