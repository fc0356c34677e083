package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A gauge: one number on its scale, with the goal where there is one. */
final class GaugeForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("gauge", "speedometer", "dial");
  }

  @Override
  public String wants() {
    return "one row with a number";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of();
  }

  @Override
  public Needs needs() {
    return Needs.MEASURE;
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    if (shape.rows() != 1 || shape.numbers().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Fit(
            Encoding.of(shape.numbers().stream().limit(2).toList()),
            0.3,
            "A gauge shows how far a number is"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    Theme theme = spec.look().theme().orElse(Theme.LIGHT);
    double value = ((Number) Gauges.first(table, spec.measure())).doubleValue();
    Part trace =
        Part.of("type", "indicator")
            .put("mode", "gauge+number")
            .put("value", Gauges.first(table, spec.measure()))
            .put("title.text", ChartTable.plain(spec.measure().label()))
            .put("number.valueformat", ",")
            .put("number.font.color", theme.ink())
            .put("gauge.bar.color", spec.look().series().getFirst())
            .put("gauge.bordercolor", theme.grid())
            .put("gauge.axis.tickcolor", theme.grid())
            .put("gauge.threshold.line.color", theme.ink())
            // Its title stands above the arc, below that of the chart.
            .put("domain.y", List.of(0, 0.8));
    double most = value;
    if (spec.y().size() > 1) {
      Object goal = Gauges.first(table, spec.y().get(1));
      most = Math.max(most, ((Number) goal).doubleValue());
      trace.put("gauge.threshold.value", goal).put("gauge.threshold.line.width", 3);
    }
    trace.put(
        "gauge.axis.range",
        value < 0
            ? List.of(-Gauges.above(value), Gauges.above(most))
            : List.of(0, Gauges.above(most)));
    return Figure.of(List.of(trace), new Part());
  }
}
