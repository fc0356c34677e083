package dev.alidade.chart;

import java.util.List;
import java.util.Optional;

/** What charts of the parts of a whole share. */
final class Slices {
  private static final int MOST = 8;

  private Slices() {}

  static Optional<Fit> fit(Shape shape, double score) {
    return Places.of(shape)
        .filter(places -> !shape.isNegative(places.measures().getFirst()))
        .map(
            places ->
                new Fit(
                    places.single(),
                    shape.rows() >= 2 && shape.rows() <= MOST && places.series().isEmpty()
                        ? score
                        : 0.1,
                    "Slices show the parts of a whole"));
  }

  static Figure draw(ChartSpec spec, ChartTable table, double hole) {
    Theme theme = spec.look().theme().orElse(Theme.LIGHT);
    Part trace =
        Part.of("type", "pie")
            .put("labels", spec.x().map(table::texts).orElse(List.of()))
            .put("values", table.numbers(spec.measure()))
            .put("sort", false)
            .put("direction", "clockwise")
            .put("hole", hole)
            .put("textinfo", "percent")
            .put("insidetextorientation", "horizontal")
            .put("marker.line.color", theme.surface())
            .put("marker.line.width", 2);
    return Figure.of(List.of(trace), Part.of("showlegend", true));
  }
}
