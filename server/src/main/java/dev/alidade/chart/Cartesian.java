package dev.alidade.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What charts with two straight axes share. */
final class Cartesian {
  private Cartesian() {}

  /** A trace for each measure and each value of what tells series apart. */
  static List<Part> traces(ChartSpec spec, ChartTable table, Supplier<Part> begin) {
    Map<String, ChartTable> parts = table.split(spec.series());
    List<Part> traces = new ArrayList<>();
    parts.forEach(
        (name, part) ->
            spec.y()
                .forEach(
                    axis -> {
                      Part trace = begin.get().put("name", name(spec, name, axis));
                      spec.x().ifPresent(x -> trace.put("x", part.places(x)));
                      traces.add(trace.put("y", part.numbers(axis)));
                    }));
    return traces;
  }

  private static String name(ChartSpec spec, String series, ChartSpec.Axis axis) {
    String label = ChartTable.plain(axis.label());
    if (spec.series().isEmpty()) {
      return label;
    }
    return spec.y().size() == 1 ? series : series + ", " + label;
  }

  /** Both axes, each of the type that its values have. */
  static Part layout(ChartSpec spec, ChartTable table) {
    Theme theme = spec.look().theme().orElse(Theme.LIGHT);
    Part across = theme.axis(spec.x().map(ChartSpec.Axis::label).orElse(""));
    spec.x().ifPresent(x -> place(across, spec, table, x));
    Part up = theme.axis(spec.y().size() == 1 ? spec.measure().label() : "");
    up.put("separatethousands", true);
    if (spec.look().scale().equals(Optional.of(ChartStyle.Scale.LOG))) {
      up.put("type", "log");
    }
    boolean several = spec.y().size() > 1 || spec.series().isPresent();
    Part layout = Part.of("xaxis", across).put("yaxis", up).put("showlegend", several);
    spec.series()
        .ifPresent(series -> layout.put("legend.title.text", ChartTable.plain(series.label())));
    return layout;
  }

  private static void place(Part axis, ChartSpec spec, ChartTable table, ChartSpec.Axis x) {
    String type = table.axisType(x);
    axis.put("type", type);
    if (!type.equals("category")) {
      return;
    }
    axis.put("showgrid", false);
    ChartStyle look = spec.look();
    if (look.sort().isPresent()) {
      axis.put("categoryorder", order(look.sort().get()));
    } else if (spec.series().isPresent()) {
      // A series that lacks a name must not move the names behind it.
      axis.put("categoryorder", "array")
          .put("categoryarray", List.copyOf(new LinkedHashSet<>(table.places(x))));
    }
  }

  private static String order(ChartStyle.Sort sort) {
    return switch (sort) {
      case ASCENDING -> "total ascending";
      case DESCENDING -> "total descending";
      case NAME -> "category ascending";
      case NAME_DESCENDING -> "category descending";
    };
  }
}
