package dev.alidade.evaluate;

import dev.alidade.ask.QuestionReader;
import dev.alidade.ask.build.BuiltInPlanner;
import dev.alidade.ask.build.Weights;
import dev.alidade.ask.model.Models;
import dev.alidade.engine.EngineFactory;
import dev.alidade.operation.Json;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The command {@code eval}: scores the planner on a suite of questions with right SQL. */
public final class EvaluateCommand {
  private final Function<Path, EngineFactory> engines;
  private final Function<String, Path> samples;
  private final Function<Optional<Path>, Models> models;
  private final PrintStream out;
  private final PrintStream progress;

  /**
   * @param engines what opens a database file, by a setting {@code path}
   * @param samples the file of a sample source
   * @param models the language models of a configuration, or of the usual one
   * @param out takes the figures
   * @param progress takes what is going on
   */
  public EvaluateCommand(
      Function<Path, EngineFactory> engines,
      Function<String, Path> samples,
      Function<Optional<Path>, Models> models,
      PrintStream out,
      PrintStream progress) {
    this.engines = engines;
    this.samples = samples;
    this.models = models;
    this.out = out;
    this.progress = progress;
  }

  /** Runs with the words after {@code eval}; fails with INVALID_INPUT where they make no sense. */
  public void run(List<String> words) {
    if (words.contains(EverySuiteOptions.FLAG)) {
      EverySuiteOptions all = EverySuiteOptions.read(words);
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      out.print(new EverySuite(all, readers(), engines, samples, progress).run(today));
      return;
    }
    if (words.contains(ChartSuite.FLAG)) {
      out.print(ChartSuite.read(words).run(engines, progress));
      return;
    }
    EvaluateOptions options = EvaluateOptions.read(words);
    List<SuiteQuestion> questions = options.sample(SuiteQuestion.read(options.suite()));
    List<QuestionResult> results = results(options, questions);
    Optional<Robustness> robustness =
        options.robustness()
            ? Optional.of(
                Robustness.of(
                    results,
                    results(options, questions.stream().map(SuiteQuestion::inOtherWords).toList())))
            : Optional.empty();
    List<QuestionResult> undisputed = options.disputed().without(options.suite(), results);
    Report report =
        Report.of(results)
            .and(
                robustness,
                undisputed.size() < results.size()
                    ? Optional.of(Figures.of(undisputed))
                    : Optional.empty(),
                options.compared().map(file -> Comparison.with(file, results)));
    if (!options.quiet()) {
      report.failures().forEach(failure -> out.println(json(failure)));
      report.comparison().ifPresent(this::changes);
    }
    out.print(ReportText.of(report));
    options.report().ifPresent(file -> WrittenFile.write(file, json(report)));
    options
        .html()
        .ifPresent(
            file ->
                WrittenFile.write(file, HtmlReport.of(titleOf(options), report, !options.quiet())));
  }

  private void changes(Comparison comparison) {
    out.println("became right: " + String.join(" ", comparison.gained()));
    out.println("became wrong: " + String.join(" ", comparison.lost()));
  }

  private static String titleOf(EvaluateOptions options) {
    return Disputed.nameOf(options.suite())
        + options.split().map(split -> ", split " + split).orElse("")
        + options.model().map(model -> ", by the model " + model).orElse("")
        + (options.reworded() ? ", reworded" : "");
  }

  private List<QuestionResult> results(EvaluateOptions options, List<SuiteQuestion> questions) {
    if (options.model().isEmpty()) {
      return results(options, questions, Optional.empty());
    }
    try (Models configured = models.apply(options.config())) {
      configured.check(options.model().get());
      MeasuredModel model = new MeasuredModel(configured, options.model().get());
      List<QuestionResult> results = results(options, questions, Optional.of(model));
      model.notes().forEach((note, times) -> progress.printf("%d times: %s%n", times, note));
      return results;
    }
  }

  private List<QuestionResult> results(
      EvaluateOptions options, List<SuiteQuestion> questions, Optional<MeasuredModel> model) {
    List<QuestionResult> results =
        new Evaluator(databases(options), readers(), model)
            .run(
                questions, done -> progress.printf("\r%d of %d questions", done, questions.size()));
    progress.println();
    return results;
  }

  private static Readers readers() {
    return new Readers(clock -> new QuestionReader(new BuiltInPlanner(Weights.builtIn(), clock)));
  }

  private SuiteDatabases databases(EvaluateOptions options) {
    return options
        .source()
        .map(
            source -> {
              SuiteDatabases only = SuiteDatabases.only(source, samples, engines);
              return options.semantic().map(file -> only.meaning(source, file)).orElse(only);
            })
        .orElseGet(() -> SuiteDatabases.in(options.databases().orElseThrow(), engines));
  }

  private static String json(Object value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (com.fasterxml.jackson.core.JsonProcessingException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
