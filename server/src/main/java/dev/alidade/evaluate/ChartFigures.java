package dev.alidade.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;

/** How often the kind and the values of charts are right, as a part of a page. */
final class ChartFigures {
  /** Stands before what is replaced. */
  static final String BEGIN = "<!-- charts: begin -->";

  /** Stands behind what is replaced. */
  static final String END = "<!-- charts: end -->";

  private final StringBuilder text = new StringBuilder();

  private ChartFigures() {}

  static String of(List<ChartResult> results, LocalDate today) {
    ChartFigures figures = new ChartFigures();
    figures.line("Measured on %s.".formatted(today));
    figures.line("");
    figures.line(
        "| part | questions | right kind | right values | gold SQL gives the gold's values | right values of those |");
    figures.line("|---|---|---|---|---|---|");
    for (String split : new TreeSet<>(results.stream().map(ChartResult::split).toList())) {
      figures.headline(split, some(results, result -> result.split().equals(split)));
    }
    figures.headline("all", results);
    figures.confusion(results);
    return figures.text.toString();
  }

  private void headline(String name, List<ChartResult> results) {
    List<ChartResult> reproduced = some(results, ChartResult::reproduced);
    line(
        "| %s | %d | %s | %s | %s | %s |"
            .formatted(
                name,
                results.size(),
                Shares.percent(Shares.of(results, ChartResult::sameKind)),
                Shares.percent(Shares.of(results, ChartResult::plotted)),
                Shares.percent(Shares.of(results, ChartResult::reproduced)),
                Shares.percent(Shares.of(reproduced, ChartResult::plotted))));
  }

  /** What a person chose, by line; what we chose, by column. */
  private void confusion(List<ChartResult> results) {
    List<String> given = distinct(results.stream().map(ChartResult::given).toList());
    List<String> chosen = distinct(results.stream().map(ChartResult::chosen).toList());
    line("");
    line("| chosen by a person, below by us | " + String.join(" | ", chosen) + " | right kind |");
    line("|---".repeat(chosen.size() + 2) + "|");
    for (String kind : given) {
      List<ChartResult> some = some(results, result -> result.given().equals(kind));
      List<String> cells = new ArrayList<>();
      for (String other : chosen) {
        long count = some.stream().filter(result -> result.chosen().equals(other)).count();
        cells.add(count == 0 ? "" : String.format(Locale.ROOT, "%d", count));
      }
      line(
          "| %s | %s | %s |"
              .formatted(
                  kind,
                  String.join(" | ", cells),
                  Shares.percent(Shares.of(some, ChartResult::sameKind))));
    }
  }

  private static List<String> distinct(List<String> names) {
    return List.copyOf(new TreeSet<>(names));
  }

  private static List<ChartResult> some(
      List<ChartResult> results, Predicate<ChartResult> condition) {
    return results.stream().filter(condition).toList();
  }

  private void line(String words) {
    text.append(words).append('\n');
  }
}
