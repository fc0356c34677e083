package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A donut: the parts of a whole around its middle. */
final class DonutForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("donut", "doughnut", "ring");
  }

  @Override
  public String wants() {
    return "two to a few dozen rows of names, with a number for each that is not below zero";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.SHARE);
  }

  private static final double HOLE = 0.55;

  @Override
  public Optional<Fit> fit(Shape shape) {
    return Slices.fit(shape, 0.35);
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    return Slices.draw(spec, table, HOLE);
  }
}
