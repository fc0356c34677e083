package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A line in space: the way that three measures go. */
final class Line3dForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("3d line", "3-d line");
  }

  @Override
  public String wants() {
    return "three numbers a row";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.TREND);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    return Scene.fit(shape, "A line in space shows the way that three measures go");
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    return Scene.draw(
        spec, table, () -> Part.of("type", "scatter3d").put("mode", "lines").put("line.width", 4));
  }
}
