package dev.alidade.chart;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How a chart looks, beside what it shows. */
public record ChartStyle(
    @Description("How the series of bars and areas stand") Optional<Arrangement> arrangement,
    @Description("In which order the marks stand; as the rows come unless given")
        Optional<Sort> sort,
    @Description("How the measure is laid out; linear unless given") Optional<Scale> scale,
    Optional<Theme> theme,
    @Description("Words at a place of the chart") Optional<List<Note>> notes) {
  /** Nothing said. */
  static final ChartStyle USUAL =
      new ChartStyle(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** How several series share a place. */
  public enum Arrangement {
    GROUPED,
    STACKED,
    PERCENT
  }

  /** The order of marks along the chart. */
  public enum Sort {
    ASCENDING,
    DESCENDING,
    NAME,
    NAME_DESCENDING
  }

  /** How numbers are laid out on an axis. */
  public enum Scale {
    LINEAR,
    LOG
  }

  /** Words beside a mark. */
  public record Note(Object x, Object y, String text) {
    public Note {
      Objects.requireNonNull(x, "x");
      Objects.requireNonNull(y, "y");
      Objects.requireNonNull(text, "text");
    }
  }

  public ChartStyle {
    Objects.requireNonNull(arrangement, "arrangement");
    Objects.requireNonNull(sort, "sort");
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(theme, "theme");
    notes = notes.map(List::copyOf);
  }

  ChartStyle arranged(Arrangement how) {
    return new ChartStyle(Optional.of(how), sort, scale, theme, notes);
  }

  ChartStyle themed(Theme how) {
    return new ChartStyle(arrangement, sort, scale, Optional.of(how), notes);
  }
}
