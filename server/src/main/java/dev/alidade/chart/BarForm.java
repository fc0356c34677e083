package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Bars: a measure for each of some names, beside or on one another. */
final class BarForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("bar", "bars", "column", "stacked bar", "grouped bar", "histogram");
  }

  @Override
  public String wants() {
    return "names or times, and a number for each";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.COMPARISON, Purpose.DISTRIBUTION);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    if (shape.places().isEmpty() && shape.measures().size() < 2) {
      return Optional.empty();
    }
    return Places.of(shape)
        .map(
            places ->
                new Fit(
                    places.encoding(),
                    score(shape, places),
                    places.series().isPresent()
                        ? "Bars compare a measure between names, split into series"
                        : "Bars compare a measure between names"));
  }

  private static double score(Shape shape, Places places) {
    boolean few = shape.rows() >= 2 && places.count() <= Places.MOST_NAMES;
    if (!few) {
      return 0.2;
    }
    return switch (places.along()) {
      case TIME -> 0.6;
      case CATEGORY -> 0.8;
      case KEY -> 0.7;
      case MEASURE -> 0.3;
    };
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    Part layout = Cartesian.layout(spec, table).put("bargap", 0.28);
    // The length of a bar tells its value only where it begins at zero.
    layout.put("yaxis.rangemode", "tozero");
    switch (spec.look().arrangement().orElse(ChartStyle.Arrangement.GROUPED)) {
      case GROUPED -> layout.put("barmode", "group");
      case STACKED -> layout.put("barmode", "relative");
      case PERCENT -> layout.put("barmode", "stack").put("barnorm", "percent");
    }
    return Figure.of(Cartesian.traces(spec, table, () -> Part.of("type", "bar")), layout);
  }
}
