package dev.alidade.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A chart that moves through the values of a column, with a slider and a button. */
final class Animation {
  private static final int MILLISECONDS = 600;

  private Animation() {}

  static Figure draw(ChartSpec spec, ChartTable table) {
    ChartSpec still = spec.faceted(Optional.empty(), Optional.empty());
    Figure whole = spec.kind().form().draw(still, table);
    List<Part> frames = new ArrayList<>();
    List<Object> steps = new ArrayList<>();
    List<Part> first = new ArrayList<>();
    Map<String, ChartTable> parts = table.split(spec.frame());
    parts.forEach(
        (name, part) -> {
          List<Part> data = complete(still, part, table);
          frames.add(Part.of("name", name).put("data", data));
          steps.add(
              Part.of("label", name)
                  .put("method", "animate")
                  .put("args", List.of(List.of(name), once())));
          if (first.isEmpty()) {
            first.addAll(data);
          }
        });
    Part layout = whole.layout();
    ChartSpec.Axis frame = spec.frame().orElseThrow();
    fix(layout, "xaxis", spec.x(), table);
    fix(layout, "yaxis", spec.y().stream().findFirst(), table);
    layout.put(
        "sliders",
        List.of(
            Part.of("steps", steps)
                .put("currentvalue.prefix", ChartTable.plain(frame.label()) + ": ")));
    layout.put(
        "updatemenus",
        List.of(
            Part.of("type", "buttons")
                .put("showactive", false)
                .put("x", 0)
                .put("y", -0.15)
                .put("buttons", List.of(play()))));
    return Figure.of(first, layout, frames);
  }

  private static Part play() {
    List<Object> args = new ArrayList<>();
    // No list of frames means all of them.
    args.add(null);
    args.add(once().put("fromcurrent", true));
    return Part.of("label", "Play").put("method", "animate").put("args", args);
  }

  private static Part once() {
    return Part.of("mode", "immediate")
        .put("frame.duration", MILLISECONDS)
        .put("transition.duration", MILLISECONDS / 2);
  }

  /** Every frame has every series, in the same order, or marks would change their meaning. */
  private static List<Part> complete(ChartSpec spec, ChartTable part, ChartTable table) {
    if (spec.series().isEmpty()) {
      return spec.kind().form().draw(spec, part).data();
    }
    List<Part> drawn = spec.kind().form().draw(spec, part).data();
    List<Part> all = new ArrayList<>();
    for (Part trace : spec.kind().form().draw(spec, table).data()) {
      all.add(
          drawn.stream()
              .filter(one -> one.get("name").equals(trace.get("name")))
              .findFirst()
              .orElseGet(() -> new Part().and(trace).put("x", List.of()).put("y", List.of())));
    }
    return all;
  }

  /** The same range in all frames, so that what moves is the data. */
  private static void fix(
      Part layout, String axis, Optional<ChartSpec.Axis> column, ChartTable table) {
    if (column.isEmpty()
        || !(layout.get(axis) instanceof Part part)
        || !table.axisType(column.get()).equals("linear")) {
      return;
    }
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (double value : table.doubles(column.get())) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    boolean fromZero = "tozero".equals(part.get("rangemode"));
    double room = Math.max(most - least, 1e-9) * 0.08;
    part.put("range", List.of(fromZero ? Math.min(0, least) : least - room, most + room));
  }
}
