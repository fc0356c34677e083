package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A line: a measure over time. */
final class LineForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("line", "lines", "line chart", "trend line");
  }

  @Override
  public String wants() {
    return "at least two rows with times or names, and a number for each";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.TREND);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    return Places.of(shape)
        .filter(places -> shape.rows() >= 2)
        .map(
            places ->
                new Fit(
                    places.encoding(),
                    score(shape, places),
                    "A measure over time reads best as a line"));
  }

  /** How well joined points tell of a result. */
  static double score(Shape shape, Places places) {
    boolean told =
        places.series().map(series -> shape.distinct(series) <= Places.MOST_SERIES).orElse(true);
    return switch (places.along()) {
      case TIME -> told ? 0.9 : 0.4;
      case MEASURE -> 0.25;
      case CATEGORY, KEY -> 0.15;
    };
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    return Curves.draw(
        spec,
        table,
        () ->
            Part.of("type", "scatter")
                .put("mode", table.size() > Curves.DENSE ? "lines" : "lines+markers")
                .put("line.width", 2));
  }
}
