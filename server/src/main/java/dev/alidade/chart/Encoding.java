package dev.alidade.chart;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which columns a chart shows where.
 *
 * @param path from the outermost group to the innermost, or from where to where
 */
record Encoding(
    Optional<ChartSpec.Axis> x,
    List<ChartSpec.Axis> y,
    Optional<ChartSpec.Axis> series,
    Optional<ChartSpec.Axis> size,
    Optional<ChartSpec.Axis> z,
    List<ChartSpec.Axis> path) {
  Encoding {
    Objects.requireNonNull(x, "x");
    y = List.copyOf(y);
    Objects.requireNonNull(series, "series");
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(z, "z");
    path = List.copyOf(path);
  }

  static Encoding of(String x, List<String> y) {
    return of(Optional.of(ChartSpec.Axis.of(x)), y);
  }

  static Encoding of(String x, String... y) {
    return of(x, List.of(y));
  }

  /** Only measures. */
  static Encoding of(List<String> y) {
    return of(Optional.empty(), y);
  }

  static Encoding ofPath(List<String> path, List<String> y) {
    return new Encoding(
        Optional.empty(),
        axes(y),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        axes(path));
  }

  private static Encoding of(Optional<ChartSpec.Axis> x, List<String> y) {
    return new Encoding(
        x, axes(y), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  Encoding series(Optional<String> column) {
    return new Encoding(x, y, column.map(ChartSpec.Axis::of), size, z, path);
  }

  Encoding size(Optional<String> column) {
    return new Encoding(x, y, series, column.map(ChartSpec.Axis::of), z, path);
  }

  Encoding z(String column) {
    return new Encoding(x, y, series, size, Optional.of(ChartSpec.Axis.of(column)), path);
  }

  private static List<ChartSpec.Axis> axes(List<String> columns) {
    return columns.stream().map(ChartSpec.Axis::of).toList();
  }

  /** Every column that is shown. */
  Stream<String> columns() {
    return Stream.of(
            x.stream(), y.stream(), series.stream(), size.stream(), z.stream(), path.stream())
        .flatMap(axes -> axes)
        .map(ChartSpec.Axis::column);
  }
}
