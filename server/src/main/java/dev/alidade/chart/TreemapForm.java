package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A treemap: groups within groups, by area. */
final class TreemapForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("treemap", "tree map");
  }

  @Override
  public String wants() {
    return "one or more columns of names, and a number for each that is not below zero";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.HIERARCHY, Purpose.SHARE);
  }

  @Override
  public Needs needs() {
    return new Needs(false, 1, 1);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    return Tree.fit(shape, 0.55, "Areas show groups within groups");
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    return Tree.of(spec, table).draw("treemap");
  }
}
