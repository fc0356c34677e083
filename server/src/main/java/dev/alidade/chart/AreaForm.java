package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Areas: measures over time that add up. */
final class AreaForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("area", "stacked area");
  }

  @Override
  public String wants() {
    return "at least two rows with times or names, and a number for each";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.TREND, Purpose.SHARE);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    return Places.of(shape)
        .filter(places -> shape.rows() >= 2)
        .map(
            places ->
                new Fit(
                    places.encoding(),
                    0.7 * LineForm.score(shape, places),
                    "Areas show how parts add up over time"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    ChartStyle.Arrangement how = spec.look().arrangement().orElse(ChartStyle.Arrangement.STACKED);
    Figure figure =
        Curves.draw(
            spec,
            table,
            () ->
                switch (how) {
                  case GROUPED -> area().put("fill", "tozeroy");
                  case STACKED -> area().put("stackgroup", "all");
                  case PERCENT -> area().put("stackgroup", "all").put("groupnorm", "percent");
                });
    figure.layout().put("yaxis.rangemode", "tozero");
    return figure;
  }

  private static Part area() {
    return Part.of("type", "scatter").put("mode", "lines").put("line.width", 1);
  }
}
