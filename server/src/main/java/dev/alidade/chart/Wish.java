package dev.alidade.chart;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.Caches;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words of a question say about its chart.
 *
 * @param named the kinds that it names
 * @param purposes what it wants to see
 */
record Wish(
    Set<ChartKind> named, Set<Purpose> purposes, Optional<ChartStyle.Arrangement> arrangement) {
  /** No words at all. */
  static final Wish NONE = new Wish(Set.of(), Set.of(), Optional.empty());

  /** Words that are common enough to mean something else where "chart" does not follow. */
  private static final Set<String> COMMON =
      Set.of(
          "bar",
          "bars",
          "line",
          "lines",
          "column",
          "area",
          "step",
          "ring",
          "box",
          "points",
          "dots",
          "number",
          "map",
          "matrix",
          "parallel",
          "spider",
          "surface",
          "network",
          "calendar",
          "schedule",
          "timeline",
          "dial",
          "stairs",
          "density",
          "contour",
          "contours",
          "bubbles",
          "funnel",
          "waterfall",
          "radar",
          "violin",
          "gauge",
          "scatter",
          "pies");

  private static final String PICTURE = "(?:\\s+(?:chart|graph|plot|diagram|map)s?)";

  private static final Map<Purpose, Pattern> PURPOSES =
      new EnumMap<>(
          Map.of(
              Purpose.TREND,
              words("trends?|over time|evolution|development of|changes? (?:of|in|over)|growth"),
              Purpose.SHARE,
              words("proportions?|percentages?|shares?|breakdown|composition|make up|percent"),
              Purpose.RELATION,
              words(
                  "relations?(?:hips?)?|correlations?|correlated|depends? on|scatter|go together"),
              Purpose.COMPARISON,
              words("compar(?:e|es|ing|ison)|ranking"),
              Purpose.DISTRIBUTION,
              words("distribut(?:ed|ion)|spread|frequenc(?:y|ies)|histogram"),
              Purpose.FLOW,
              words("flows?|moves? from|goes? from"),
              Purpose.HIERARCHY,
              words("hierarch(?:y|ical)|nested|within each"),
              Purpose.PLACE,
              words("on a map|on the map|where (?:is|are|do)"),
              Purpose.SCHEDULE,
              words("schedule|timeline|from when to when")));

  private static final Pattern STACKED = words("stack(?:ed|ing)?");
  private static final Pattern PERCENT = words("100 ?%|100 percent|percent stacked");
  private static final Pattern GROUPED = words("grouped|side by side");

  private static final Map<String, Pattern> NAMES = new ConcurrentHashMap<>();

  // A pattern for each purpose and each name of a chart looks at every question.
  private static final Cache<String, Wish> READ = Caches.builder().maximumSize(1_000).build();

  Wish {
    named = Set.copyOf(named);
    purposes = Set.copyOf(purposes);
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile("\\b(?:" + alternatives + ")(?!\\w)");
  }

  static Wish of(String question) {
    return READ.get(question.toLowerCase(Locale.ROOT), Wish::read);
  }

  private static Wish read(String text) {
    EnumSet<Purpose> purposes = EnumSet.noneOf(Purpose.class);
    PURPOSES.forEach(
        (purpose, pattern) -> {
          if (pattern.matcher(text).find()) {
            purposes.add(purpose);
          }
        });
    return new Wish(named(text), purposes, arrangement(text));
  }

  private static Optional<ChartStyle.Arrangement> arrangement(String text) {
    if (PERCENT.matcher(text).find()) {
      return Optional.of(ChartStyle.Arrangement.PERCENT);
    }
    if (STACKED.matcher(text).find()) {
      return Optional.of(ChartStyle.Arrangement.STACKED);
    }
    return GROUPED.matcher(text).find()
        ? Optional.of(ChartStyle.Arrangement.GROUPED)
        : Optional.empty();
  }

  /** A longer name hides those within it: a bubble map is no map of points. */
  private static Set<ChartKind> named(String text) {
    List<Named> found = new ArrayList<>();
    for (ChartKind kind : ChartKind.values()) {
      for (String name : kind.form().names()) {
        Matcher matcher = NAMES.computeIfAbsent(name, Wish::pattern).matcher(text);
        while (matcher.find()) {
          found.add(new Named(kind, matcher.start(), matcher.end()));
        }
      }
    }
    EnumSet<ChartKind> named = EnumSet.noneOf(ChartKind.class);
    for (Named one : found) {
      if (found.stream().noneMatch(other -> other.hides(one))) {
        named.add(one.kind());
      }
    }
    return named;
  }

  private static Pattern pattern(String name) {
    String words = Pattern.quote(name);
    return Pattern.compile(
        COMMON.contains(name)
            ? "\\b"
                + words
                + PICTURE
                + "(?!\\w)|^"
                + words
                + "\\s*[.:]|\\bas (?:an? )?"
                + words
                + "$"
            : "\\b" + words + PICTURE + "?(?!\\w)");
  }

  private record Named(ChartKind kind, int start, int end) {
    boolean hides(Named other) {
      return start <= other.start && end >= other.end && end - start > other.end - other.start;
    }
  }
}
