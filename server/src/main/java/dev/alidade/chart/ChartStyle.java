package dev.alidade.chart;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Description;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a chart looks, beside what it shows. */
public record ChartStyle(
    @Description("How the series of bars and areas stand") Optional<Arrangement> arrangement,
    @Description("In which order the marks stand; as the rows come unless given")
        Optional<Sort> sort,
    @Description("How the measure is laid out; linear unless given") Optional<Scale> scale,
    Optional<Theme> theme,
    @Description("Words at a place of the chart") Optional<List<Note>> notes,
    @Description("Colours of the series, as #rrggbb, instead of those of the theme")
        Optional<List<String>> colors,
    @Description("Whose numbers and dates are written, such as en-US or de")
        Optional<String> locale) {
  private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");
  private static final int MOST_COLORS = 12;

  /** Nothing said. */
  static final ChartStyle USUAL =
      new ChartStyle(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

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
    colors = colors.map(ChartStyle::checkedColors);
    Objects.requireNonNull(locale, "locale");
  }

  /** The same in small letters; fails with INVALID_INPUT where one is no colour. */
  public static List<String> checkedColors(List<String> colors) {
    List<String> low = colors.stream().map(color -> color.toLowerCase(Locale.ROOT)).toList();
    if (low.isEmpty() || low.size() > MOST_COLORS || !low.stream().allMatch(ChartStyle::isColor)) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`colors` takes 1 to %d colours, each written as #rrggbb".formatted(MOST_COLORS));
    }
    return low;
  }

  private static boolean isColor(String text) {
    return COLOR.matcher(text).matches();
  }

  /** The colours of the series, the first first. */
  List<String> series() {
    return colors.orElseGet(() -> theme.orElse(Theme.LIGHT).series());
  }

  ChartStyle arranged(Arrangement how) {
    return new ChartStyle(Optional.of(how), sort, scale, theme, notes, colors, locale);
  }

  ChartStyle themed(Theme how) {
    return new ChartStyle(arrangement, sort, scale, Optional.of(how), notes, colors, locale);
  }

  ChartStyle withoutNotes() {
    return new ChartStyle(arrangement, sort, scale, theme, Optional.empty(), colors, locale);
  }

  /** The same with what is given in the place of what was said. */
  ChartStyle changed(
      Optional<Arrangement> arranged, Optional<Scale> scaled, Optional<Theme> themed) {
    return new ChartStyle(
        arranged.or(() -> arrangement),
        sort,
        scaled.or(() -> scale),
        themed.or(() -> theme),
        notes,
        colors,
        locale);
  }

  /** The same in other colours; nothing where all is as usual. */
  Optional<ChartStyle> colored(Optional<Theme> in, Optional<List<String>> own) {
    ChartStyle made = new ChartStyle(arrangement, sort, scale, in, notes, own, locale);
    return Optional.of(made).filter(style -> !style.equals(USUAL));
  }

  ChartStyle speaking(String tag) {
    return new ChartStyle(arrangement, sort, scale, theme, notes, colors, Optional.of(tag));
  }
}
