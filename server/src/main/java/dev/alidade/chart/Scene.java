package dev.alidade.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What charts with three straight axes share; none is chosen unasked, for depth hides values. */
final class Scene {
  private Scene() {}

  static Optional<Fit> fit(Shape shape, String reason) {
    List<String> numbers = shape.measures().size() >= 3 ? shape.measures() : shape.numbers();
    if (numbers.size() < 3) {
      return Optional.empty();
    }
    Encoding encoding =
        Encoding.of(numbers.getFirst(), numbers.get(1))
            .z(numbers.get(2))
            .series(
                shape.categories().stream()
                    .filter(name -> !numbers.contains(name))
                    .filter(name -> shape.distinct(name) <= Places.MOST_SERIES)
                    .findFirst());
    return Optional.of(new Fit(encoding, 0.15, reason));
  }

  static Figure draw(ChartSpec spec, ChartTable table, Supplier<Part> begin) {
    ChartSpec.Axis z = spec.z().orElse(spec.measure());
    List<Part> traces = new ArrayList<>();
    table
        .split(spec.series())
        .forEach(
            (name, part) ->
                traces.add(
                    begin
                        .get()
                        .put("name", name)
                        .put("x", spec.x().map(part::numbers).orElse(List.of()))
                        .put("y", part.numbers(spec.measure()))
                        .put("z", part.numbers(z))));
    return Figure.of(traces, layout(spec).put("showlegend", spec.series().isPresent()));
  }

  static Part layout(ChartSpec spec) {
    // Nearer, the names of the axes would be cut off.
    Part layout =
        Part.of("scene.camera.eye.x", 1.5)
            .put("scene.camera.eye.y", 1.5)
            .put("scene.camera.eye.z", 1.1)
            .put("scene.camera.center.z", -0.15)
            .put("margin.l", 0)
            .put("margin.b", 0);
    spec.x().ifPresent(x -> layout.put("scene.xaxis.title.text", ChartTable.plain(x.label())));
    layout.put("scene.yaxis.title.text", ChartTable.plain(spec.measure().label()));
    spec.z().ifPresent(z -> layout.put("scene.zaxis.title.text", ChartTable.plain(z.label())));
    return layout;
  }
}
