package dev.alidade.evaluate;

import dev.alidade.base.AlidadeException;
import dev.alidade.chart.ChartChooser;
import dev.alidade.chart.ChartKind;
import dev.alidade.chart.ChartSpec;
import dev.alidade.chart.DrawnMarks;
import dev.alidade.query.Rows;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Chooses and draws the chart of every question, given the rows of its gold SQL. */
final class ChartEvaluator {
  private static final String NO_CHART = "a table";

  private final SuiteDatabases databases;
  private final PrintStream progress;

  ChartEvaluator(SuiteDatabases databases, PrintStream progress) {
    this.databases = databases;
    this.progress = progress;
  }

  List<ChartResult> run(List<ChartQuestion> questions) {
    Map<String, List<ChartQuestion>> byDatabase =
        questions.stream()
            .collect(
                Collectors.groupingBy(ChartQuestion::database, TreeMap::new, Collectors.toList()));
    List<ChartResult> results = new ArrayList<>();
    byDatabase.forEach(
        (name, some) -> {
          Optional<SuiteDatabase> opened = open(name);
          if (opened.isEmpty()) {
            some.forEach(question -> results.addAll(judged(question, Optional.empty())));
            return;
          }
          try (SuiteDatabase database = opened.get()) {
            some.forEach(question -> results.addAll(judged(question, rows(database, question))));
          }
          progress.printf("\r%d questions", results.size());
        });
    progress.println();
    return results;
  }

  private Optional<SuiteDatabase> open(String name) {
    try {
      return Optional.of(databases.open(name));
    } catch (AlidadeException missing) {
      progress.printf("%n%s%n", missing.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<Rows> rows(SuiteDatabase database, ChartQuestion question) {
    return database.rows(VisualQuery.read(question.vql()).sql(question.isSplit()));
  }

  private static List<ChartResult> judged(ChartQuestion question, Optional<Rows> rows) {
    Marks gold = Marks.of(question.marks());
    boolean reproduced = rows.map(found -> Marks.of(found.rows()).equals(gold)).orElse(false);
    return question.nl().stream()
        .map(
            text -> {
              Optional<ChartSpec> chart =
                  rows.flatMap(
                      found -> ChartChooser.choose(text, text, found.columns(), found.rows()));
              return new ChartResult(
                  question.id(),
                  text,
                  question.split(),
                  question.chart(),
                  rows.isEmpty() ? "no rows" : chart.map(ChartEvaluator::kind).orElse(NO_CHART),
                  reproduced,
                  chart
                      .map(spec -> Marks.of(marks(spec, rows.orElseThrow())).equals(gold))
                      .orElse(false));
            })
        .toList();
  }

  private static List<List<Object>> marks(ChartSpec spec, Rows rows) {
    return DrawnMarks.of(spec, rows.columns(), rows.rows());
  }

  /** The kind in the words of the suite. */
  private static String kind(ChartSpec spec) {
    boolean split = spec.series().isPresent();
    return switch (spec.kind()) {
      case BAR -> split ? "Stacked Bar" : "Bar";
      case LINE -> split ? "Grouping Line" : "Line";
      case SCATTER -> split ? "Grouping Scatter" : "Scatter";
      case PIE -> "Pie";
      case ChartKind other -> other.name().toLowerCase(Locale.ROOT);
    };
  }
}
