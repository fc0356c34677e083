package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An icicle: groups within groups, as steps. */
final class IcicleForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("icicle");
  }

  @Override
  public String wants() {
    return "one or more columns of names, and a number for each that is not below zero";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.HIERARCHY);
  }

  @Override
  public Needs needs() {
    return new Needs(false, 1, 1);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    return Tree.fit(shape, 0.3, "Steps show groups within groups");
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    // Without a root of its own the steps would begin with an empty one.
    Tree tree = Tree.of(spec, table).within(ChartTable.plain(spec.measure().label()));
    Figure figure = tree.draw("icicle");
    figure
        .data()
        .forEach(trace -> trace.put("root.color", spec.look().theme().orElse(Theme.LIGHT).grid()));
    return figure;
  }
}
