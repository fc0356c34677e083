package dev.alidade.chart;

import dev.alidade.query.ColumnLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text says about a chart and about nothing else: "as a pie chart", "stacked", "dark", "on a
 * log scale".
 */
public record ChartChange(
    Optional<ChartKind> kind,
    Optional<ChartStyle.Arrangement> arrangement,
    Optional<ChartStyle.Scale> scale,
    Optional<Theme> theme) {
  private static final String PICTURE = "(?:\\s+(?:charts?|graphs?|plots?|diagrams?|maps?))?";
  private static final Pattern PERCENT =
      words("100 ?%( stacked)?|100 percent( stacked)?|percent stacked|stacked to 100 ?%");
  private static final Pattern STACKED = words("stack(ed|ing)?");
  private static final Pattern GROUPED =
      words("grouped|unstacked|side by side|(beside|next to) (one another|each other)");
  private static final Pattern LOG =
      words("log(arithmic)?( ?(scale|axis))?|log-scale|logarithmically");
  private static final Pattern LINEAR = words("linear( (scale|axis))?|linearly");
  private static final Pattern DARK = words("dark( (mode|theme|colou?rs))?");
  private static final Pattern LIGHT = words("light( (mode|theme|colou?rs))?");
  private static final Pattern PRINT =
      words("(for|in) print(ing)?|print (theme|colou?rs)|black and white|gr[ae]yscale");

  /** Words that say that the chart is spoken of, and mean nothing else there. */
  private static final Set<String> LEADING =
      Set.of("as", "make", "draw", "plot", "turn", "into", "chart", "graph", "diagram", "picture");

  private static final Set<String> FILLERS =
      Set.of(
          "a", "an", "the", "in", "on", "with", "it", "this", "that", "them", "these", "please",
          "show", "me", "use", "now", "and", "to", "instead", "switch", "change", "display", "is",
          "be", "bars", "y", "axis", "scale", "colours", "colors", "by", "can", "you", "i", "want");

  public ChartChange {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(arrangement, "arrangement");
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(theme, "theme");
  }

  /** A name that people call a kind by. */
  private record Name(ChartKind kind, String text, Pattern pattern) {}

  private static final List<Name> NAMES = names();
  private static final ChartChange NOTHING =
      new ChartChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static Pattern words(String alternatives) {
    return Pattern.compile("(?<!\\w)(?:" + alternatives + ")(?!\\w)");
  }

  private static List<Name> names() {
    List<Name> names = new ArrayList<>();
    for (ChartKind kind : ChartKind.values()) {
      for (String name : kind.form().names()) {
        Pattern pattern = Pattern.compile("(?<!\\w)" + Pattern.quote(name) + PICTURE + "(?!\\w)");
        names.add(new Name(kind, name, pattern));
      }
    }
    // A longer name hides those within it: a bubble map is no map of points. Of two kinds of one
    // name, it is the first name of the one that is meant.
    names.sort(
        Comparator.comparingInt((Name name) -> -name.text().length())
            .thenComparing(name -> !name.kind().words().equals(name.text())));
    return List.copyOf(names);
  }

  /** The change that the whole text asks for; empty where it says anything else as well. */
  public static Optional<ChartChange> said(String text) {
    Rest rest = new Rest(text.toLowerCase(Locale.ROOT));
    Optional<ChartStyle.Arrangement> arrangement =
        rest.takes(PERCENT, ChartStyle.Arrangement.PERCENT)
            .or(() -> rest.takes(GROUPED, ChartStyle.Arrangement.GROUPED));
    Optional<ChartKind> kind = rest.kind();
    Optional<ChartStyle.Arrangement> stacked = rest.takes(STACKED, ChartStyle.Arrangement.STACKED);
    ChartChange change =
        new ChartChange(
            kind,
            arrangement.or(() -> stacked).or(() -> rest.inName),
            rest.takes(LOG, ChartStyle.Scale.LOG)
                .or(() -> rest.takes(LINEAR, ChartStyle.Scale.LINEAR)),
            rest.takes(PRINT, Theme.PRINT)
                .or(() -> rest.takes(DARK, Theme.DARK))
                .or(() -> rest.takes(LIGHT, Theme.LIGHT)));
    boolean says = !change.equals(NOTHING) && (rest.leads() || !change.isKindAlone());
    return says && rest.isEmpty() ? Optional.of(change) : Optional.empty();
  }

  private boolean isKindAlone() {
    return arrangement.isEmpty() && scale.isEmpty() && theme.isEmpty();
  }

  /** The chart changed so; empty where these rows cannot be drawn as the kind that is wanted. */
  public Optional<ChartSpec> of(
      Optional<ChartSpec> before,
      String title,
      List<ColumnLabel> columns,
      List<List<Object>> rows) {
    Optional<ChartSpec> wanted =
        wantedKind(before)
            .map(
                other ->
                    ChartChooser.as(other, title, columns, rows)
                        .map(spec -> before.map(spec::lookingLike).orElse(spec)))
            .orElseGet(() -> before.or(() -> ChartChooser.choose("", title, columns, rows)));
    return wanted.map(spec -> spec.styled(spec.look().changed(arrangement, scale, theme)));
  }

  /** Only bars and areas stand on one another. */
  private Optional<ChartKind> wantedKind(Optional<ChartSpec> before) {
    if (kind.isPresent() || arrangement.isEmpty()) {
      return kind;
    }
    ChartKind now = before.map(ChartSpec::kind).orElse(ChartKind.PIE);
    if (now == ChartKind.BAR || now == ChartKind.AREA) {
      return Optional.empty();
    }
    boolean runs = now == ChartKind.LINE || now == ChartKind.STEP;
    return Optional.of(runs ? ChartKind.AREA : ChartKind.BAR);
  }

  /** What the wanted kind would need, in words. */
  public String wants() {
    return kind.map(one -> one.form().wants()).orElse("more columns");
  }

  /** What of a text is not yet understood. */
  private static final class Rest {
    private String text;
    private Optional<ChartStyle.Arrangement> inName = Optional.empty();

    Rest(String text) {
      this.text = text;
    }

    <T> Optional<T> takes(Pattern pattern, T meaning) {
      Matcher matcher = pattern.matcher(text);
      if (!matcher.find()) {
        return Optional.empty();
      }
      text = matcher.replaceAll(" | ");
      return Optional.of(meaning);
    }

    Optional<ChartKind> kind() {
      for (Name name : NAMES) {
        Matcher matcher = name.pattern().matcher(text);
        if (matcher.find()) {
          String found = matcher.group();
          inName =
              STACKED.matcher(found).find() ? Optional.of(ChartStyle.Arrangement.STACKED) : inName;
          // What is behind the name leads as much as what stands before it.
          text = matcher.replaceFirst(found.equals(name.text()) ? " | " : " chart ");
          return Optional.of(name.kind());
        }
      }
      return Optional.empty();
    }

    boolean leads() {
      return words().stream().anyMatch(LEADING::contains);
    }

    boolean isEmpty() {
      return words().stream().allMatch(word -> LEADING.contains(word) || FILLERS.contains(word));
    }

    private List<String> words() {
      return Pattern.compile("[^\\p{L}\\p{N}]+")
          .splitAsStream(text)
          .filter(word -> !word.isEmpty())
          .toList();
    }
  }
}
