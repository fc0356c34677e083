package dev.alidade.chart;

import java.util.List;
import java.util.Objects;

/** A chart as Plotly reads it: data only, nothing in it is run. */
record Figure(List<Part> data, Part layout, List<Part> frames) {
  Figure {
    data = List.copyOf(data);
    Objects.requireNonNull(layout, "layout");
    frames = List.copyOf(frames);
  }

  static Figure of(List<Part> data, Part layout) {
    return new Figure(data, layout, List.of());
  }
}
