package dev.alidade.chart;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A chart of a result, for any drawing library.
 *
 * @param reason why this kind was chosen
 */
public record ChartSpec(
    ChartKind kind,
    String title,
    @Description("Along what the marks stand") Optional<Axis> x,
    @Description(
            "What is measured; of a candlestick: open, high, low, close; of a gantt: start, end")
        List<Axis> y,
    String reason,
    @Description("What tells series apart: one colour for each of its values")
        Optional<Axis> series,
    @Description("What the size of marks tells") Optional<Axis> size,
    @Description("The third measure of what has depth or colour: heatmap, contour, 3-D, 2-D maps")
        Optional<Axis> z,
    @Description("From the outermost group to the innermost, or from where to where")
        Optional<List<Axis>> path,
    @Description("One small chart for each value of this column") Optional<Axis> facet,
    @Description("One frame of an animation for each value of this column") Optional<Axis> frame,
    @Description("How it looks") Optional<ChartStyle> style,
    @Description("The kinds that would show it next best") Optional<List<ChartKind>> alternatives) {
  /** A column of the result and what stands beside it. */
  public record Axis(String column, String label) {
    public Axis {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(label, "label");
    }

    Axis plain() {
      return of(column);
    }

    static Axis of(String column) {
      return new Axis(column, column.replace('_', ' '));
    }
  }

  public ChartSpec {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(x, "x");
    y = List.copyOf(y);
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(series, "series");
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(z, "z");
    path = path.map(List::copyOf);
    Objects.requireNonNull(facet, "facet");
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(style, "style");
    alternatives = alternatives.map(List::copyOf);
  }

  /** A chart of measures along something, without more. */
  public ChartSpec(ChartKind kind, String title, Optional<Axis> x, List<Axis> y, String reason) {
    this(
        kind,
        title,
        x,
        y,
        reason,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static ChartSpec of(ChartKind kind, String title, Encoding encoding, String reason) {
    return new ChartSpec(
        kind,
        title,
        encoding.x(),
        encoding.y(),
        reason,
        encoding.series(),
        encoding.size(),
        encoding.z(),
        Optional.of(encoding.path()).filter(path -> !path.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with another look. */
  public ChartSpec styled(ChartStyle how) {
    return changed(reason, facet, frame, Optional.of(how), alternatives);
  }

  ChartSpec faceted(Optional<Axis> facets, Optional<Axis> frames) {
    return changed(reason, facets, frames, style, alternatives);
  }

  ChartSpec reasoned(String why) {
    return changed(why, facet, frame, style, alternatives);
  }

  ChartSpec beside(List<ChartKind> others) {
    return changed(
        reason, facet, frame, style, Optional.of(others).filter(some -> !some.isEmpty()));
  }

  private ChartSpec changed(
      String why,
      Optional<Axis> facets,
      Optional<Axis> frames,
      Optional<ChartStyle> how,
      Optional<List<ChartKind>> others) {
    return new ChartSpec(
        kind, title, x, y, why, series, size, z, path, facets, frames, how, others);
  }

  /** The same under another title, with nothing else that somebody could have written. */
  public ChartSpec withoutWords(String other) {
    return new ChartSpec(
        kind,
        other,
        x.map(Axis::plain),
        y.stream().map(Axis::plain).toList(),
        "",
        series.map(Axis::plain),
        size.map(Axis::plain),
        z.map(Axis::plain),
        path.map(levels -> levels.stream().map(Axis::plain).toList()),
        facet.map(Axis::plain),
        frame.map(Axis::plain),
        style.map(ChartStyle::withoutNotes),
        alternatives);
  }

  /** The same under the title and in the colours of another one. */
  ChartSpec lookingLike(ChartSpec other) {
    ChartStyle look = other.look();
    return new ChartSpec(
        kind,
        other.title(),
        x,
        y,
        reason,
        series,
        size,
        z,
        path,
        facet,
        frame,
        look().colored(look.theme(), look.colors()),
        alternatives);
  }

  /** How it looks, where nothing is said as usual. */
  ChartStyle look() {
    return style.orElse(ChartStyle.USUAL);
  }

  Axis measure() {
    return y.getFirst();
  }

  List<Axis> levels() {
    return path.orElse(List.of());
  }
}
