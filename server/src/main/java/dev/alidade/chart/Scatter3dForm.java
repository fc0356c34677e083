package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Points in space: three measures. */
final class Scatter3dForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("3d scatter", "3-d scatter", "scatter 3d");
  }

  @Override
  public String wants() {
    return "three numbers a row";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.RELATION);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    return Scene.fit(shape, "Points in space show three measures");
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    return Scene.draw(
        spec,
        table,
        () -> Part.of("type", "scatter3d").put("mode", "markers").put("marker.size", 4));
  }
}
