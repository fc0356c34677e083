package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A waterfall: how steps up and down make a total. */
final class WaterfallForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("waterfall");
  }

  @Override
  public String wants() {
    return "names of steps, and a number for each";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.FLOW);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    return Places.of(shape)
        .map(
            places -> {
              String measure = places.measures().getFirst();
              boolean signed =
                  shape.isNegative(measure)
                      && places.measures().size() == 1
                      && places.series().isEmpty()
                      && shape.rows() <= 12;
              return new Fit(
                  places.single(),
                  signed && places.along() == Trait.Role.CATEGORY ? 0.55 : 0.1,
                  "A waterfall shows how steps make a total");
            });
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    Theme theme = spec.look().theme().orElse(Theme.LIGHT);
    Part trace =
        Part.of("type", "waterfall")
            .put("x", spec.x().map(table::texts).orElse(List.of()))
            .put("y", table.numbers(spec.measure()))
            .put("increasing.marker.color", "#0072b2")
            .put("decreasing.marker.color", "#d55e00")
            .put("connector.line.color", theme.muted())
            .put("connector.line.width", 1);
    Part layout = Cartesian.layout(spec, table).put("xaxis.type", "category");
    return Figure.of(List.of(trace), layout);
  }
}
