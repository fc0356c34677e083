package dev.alidade.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A radar: several measures of a few things, around a middle. */
final class RadarForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("radar", "spider", "star plot");
  }

  @Override
  public String wants() {
    return "a column of names, and at least three numbers for each";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.COMPARISON);
  }

  private static final int MOST_THINGS = 6;

  @Override
  public Needs needs() {
    return new Needs(false, 3, 0);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    List<String> measures = shape.measures();
    if (measures.size() < 3 || shape.categories().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Fit(
            Encoding.of(measures).series(Optional.of(shape.categories().getFirst())),
            shape.rows() <= MOST_THINGS && measures.size() >= 4 ? 0.45 : 0.1,
            "A radar shows the profile of a few things"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    List<Object> labels = new ArrayList<>();
    spec.y().forEach(axis -> labels.add(ChartTable.plain(axis.label())));
    labels.add(labels.getFirst());
    List<String> names = spec.series().map(table::texts).orElse(List.of());
    List<Part> traces = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      List<Object> values = new ArrayList<>();
      for (ChartSpec.Axis axis : spec.y()) {
        values.add(table.numbers(axis).get(row));
      }
      values.add(values.getFirst());
      traces.add(
          Part.of("type", "scatterpolar")
              .put("name", names.isEmpty() ? String.valueOf(row + 1) : names.get(row))
              .put("theta", labels)
              .put("r", values)
              .put("fill", "toself")
              .put("opacity", 0.7));
    }
    Theme theme = spec.look().theme().orElse(Theme.LIGHT);
    Part layout =
        Part.of("polar.radialaxis.rangemode", "tozero")
            .put("polar.radialaxis.nticks", 5)
            .put("polar.radialaxis.gridcolor", theme.grid())
            .put("polar.radialaxis.linecolor", theme.grid())
            .put("polar.angularaxis.gridcolor", theme.grid())
            .put("polar.angularaxis.linecolor", theme.grid())
            .put("polar.angularaxis.direction", "clockwise")
            .put("polar.angularaxis.rotation", 90)
            .put("polar.bgcolor", theme.surface())
            .put("margin.t", 88);
    return Figure.of(traces, layout);
  }
}
