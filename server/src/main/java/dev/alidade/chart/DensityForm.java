package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Density: where many points of two measures gather. */
final class DensityForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("density", "density plot", "2-d density", "2d density");
  }

  @Override
  public String wants() {
    return "two numbers a row";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.DISTRIBUTION, Purpose.RELATION);
  }

  private static final int MANY = 2_000;

  @Override
  public Optional<Fit> fit(Shape shape) {
    List<String> measures = shape.measures();
    if (measures.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        new Fit(
            Encoding.of(measures.getFirst(), measures.get(1)),
            shape.rows() > MANY ? 0.7 : 0.1,
            "Colours show where many points gather"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    Part trace =
        Part.of("type", "histogram2dcontour")
            .put("x", spec.x().map(table::numbers).orElse(List.of()))
            .put("y", table.numbers(spec.measure()))
            .put("colorscale", Theme.SEQUENCE)
            .put("colorbar.title.text", "rows");
    return Figure.of(List.of(trace), Cartesian.layout(spec, table));
  }
}
