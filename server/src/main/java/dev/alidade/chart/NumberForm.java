package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One number, and its difference to a second one. */
final class NumberForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("number", "kpi", "big number");
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
    List<String> numbers = shape.numbers().stream().limit(2).toList();
    return Optional.of(
        new Fit(
            Encoding.of(numbers),
            shape.columns() == 1 ? 1 : shape.columns() == numbers.size() ? 0.4 : 0.1,
            "The answer is one number"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    Part trace =
        Part.of("type", "indicator")
            .put("mode", spec.y().size() > 1 ? "number+delta" : "number")
            .put("value", Gauges.first(table, spec.measure()))
            .put("title.text", ChartTable.plain(spec.measure().label()))
            .put("number.valueformat", ",");
    if (spec.y().size() > 1) {
      trace
          .put("delta.reference", Gauges.first(table, spec.y().get(1)))
          .put("delta.valueformat", ",");
    }
    return Figure.of(List.of(trace), new Part());
  }
}
