package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A pie: the parts of a whole. */
final class PieForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("pie", "pies", "pie chart", "pie graph");
  }

  @Override
  public String wants() {
    return "two to a few dozen rows of names, with a number for each that is not below zero";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.SHARE);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    return Slices.fit(shape, 0.45);
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    return Slices.draw(spec, table, 0);
  }
}
