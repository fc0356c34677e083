package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Steps: what stays until it changes. */
final class StepForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("step", "step line", "stairs");
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
                    0.5 * LineForm.score(shape, places),
                    "Steps show what stays until it changes"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    return Curves.draw(
        spec, table, () -> Part.of("type", "scatter").put("mode", "lines").put("line.shape", "hv"));
  }
}
