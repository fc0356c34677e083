package dev.alidade.chart;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A chart as Plotly reads it: data only, nothing in it is run.
 *
 * @param config how numbers and dates are written, where a locale is named
 */
record Figure(List<Part> data, Part layout, List<Part> frames, Optional<Part> config) {
  Figure {
    data = List.copyOf(data);
    Objects.requireNonNull(layout, "layout");
    frames = List.copyOf(frames);
    Objects.requireNonNull(config, "config");
  }

  static Figure of(List<Part> data, Part layout) {
    return of(data, layout, List.of());
  }

  static Figure of(List<Part> data, Part layout, List<Part> frames) {
    return new Figure(data, layout, frames, Optional.empty());
  }
}
