package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A histogram: how often values of a measure occur. */
final class HistogramForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("histogram", "frequency distribution");
  }

  @Override
  public String wants() {
    return "at least two rows with a number";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.DISTRIBUTION);
  }

  @Override
  public Needs needs() {
    return Needs.MEASURE;
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    if (shape.measures().isEmpty() || shape.rows() < 2) {
      return Optional.empty();
    }
    boolean alone = shape.columns() == 1;
    return Optional.of(
        new Fit(
            Encoding.of(List.of(shape.measures().getFirst())),
            alone && shape.rows() >= Samples.FEWEST ? 0.9 : 0.1,
            "A histogram shows how often values occur"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    Theme theme = spec.look().theme().orElse(Theme.LIGHT);
    Part trace =
        Part.of("type", "histogram")
            .put("name", ChartTable.plain(spec.measure().label()))
            .put("x", table.numbers(spec.measure()))
            .put("marker.line.color", theme.surface())
            .put("marker.line.width", 1);
    Part layout =
        Part.of("xaxis", theme.axis(spec.measure().label()))
            .put("yaxis", theme.axis("rows").put("rangemode", "tozero"))
            .put("showlegend", false);
    return Figure.of(List.of(trace), layout);
  }
}
