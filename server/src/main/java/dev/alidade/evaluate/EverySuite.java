package dev.alidade.evaluate;

import dev.alidade.engine.EngineFactory;
import dev.alidade.evaluate.EverySuiteOptions.Suite;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Scores the planner on every suite at hand; shows totals only, as some must not be read. */
final class EverySuite {
  /** Our own sample source. */
  private static final String SAMPLE = "shop";

  /** The suite whose questions are planned once more, one after the other, to time them. */
  private static final String TIMED = "spider-check";

  private final EverySuiteOptions options;
  private final Readers readers;
  private final Function<Path, EngineFactory> engines;
  private final Function<String, Path> samples;
  private final PrintStream progress;

  EverySuite(
      EverySuiteOptions options,
      Readers readers,
      Function<Path, EngineFactory> engines,
      Function<String, Path> samples,
      PrintStream progress) {
    this.options = options;
    this.readers = readers;
    this.engines = engines;
    this.samples = samples;
    this.progress = progress;
  }

  /** The figures as a part of a page; writes them where the options say. */
  String run(LocalDate today) {
    List<SuiteFigures> figures = new ArrayList<>();
    for (Suite suite : options.suites()) {
      figures.add(figures(suite));
    }
    String page = FigurePage.of(figures, today);
    options.into().ifPresent(file -> FigurePage.replaceIn(file, page));
    options.history().ifPresent(file -> FigureHistory.append(file, figures, today));
    return page;
  }

  private SuiteFigures figures(Suite suite) {
    List<SuiteQuestion> questions = sample(suite);
    SuiteDatabases databases = databases(suite);
    List<QuestionResult> results = results(suite.name(), databases, questions);
    boolean twice = questions.stream().anyMatch(question -> question.reworded().isPresent());
    Optional<Robustness> robustness =
        twice
            ? Optional.of(
                Robustness.of(
                    results,
                    results(
                        suite.name() + ", reworded",
                        databases,
                        questions.stream().map(SuiteQuestion::inOtherWords).toList())))
            : Optional.empty();
    List<QuestionResult> undisputed = options.disputed().without(suite.file(), results);
    Report report =
        Report.of(results)
            .and(
                robustness,
                undisputed.size() < results.size()
                    ? Optional.of(Figures.of(undisputed))
                    : Optional.empty(),
                Optional.empty());
    return new SuiteFigures(
        suite.name(),
        report,
        suite.name().equals(TIMED)
            ? Optional.of(new Evaluator(databases, readers).time(questions))
            : Optional.empty());
  }

  private List<SuiteQuestion> sample(Suite suite) {
    List<SuiteQuestion> questions =
        SuiteQuestion.read(suite.file()).stream()
            .filter(question -> suite.split().isEmpty() || question.split().equals(suite.split()))
            .toList();
    return IntStream.range(0, questions.size())
        .filter(index -> index % options.every() == 0)
        .mapToObj(questions::get)
        .toList();
  }

  private List<QuestionResult> results(
      String name, SuiteDatabases databases, List<SuiteQuestion> questions) {
    progress.printf("%s: %d questions%n", name, questions.size());
    return new Evaluator(databases, readers).run(questions, done -> {});
  }

  private SuiteDatabases databases(Suite suite) {
    return suite
        .databases()
        .map(folder -> SuiteDatabases.in(folder, engines))
        .orElseGet(
            () -> {
              SuiteDatabases only = SuiteDatabases.only(SAMPLE, samples, engines);
              return suite.semantic().map(file -> only.meaning(SAMPLE, file)).orElse(only);
            });
  }
}
