package dev.alidade.evaluate;

import dev.alidade.engine.EngineFactory;
import dev.alidade.operation.Json;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The command {@code eval --charts}: scores the choice of charts on nvBench.
 *
 * @param into a page whose figures of charts are replaced
 * @param failures where the questions go whose kind is another; of the part {@code tune} only
 */
record ChartSuite(
    Path suite,
    Path databases,
    Optional<String> split,
    Optional<Path> into,
    Optional<Path> failures,
    int every) {
  /** What tells this command from those that plan. */
  static final String FLAG = "--charts";

  private static final String USAGE =
      "eval --charts nvbench.jsonl --databases DIR [--split tune|check] [--into PAGE.md]"
          + " [--failures FILE] [--every N]";
  private static final Set<String> WITH_VALUE =
      Set.of(FLAG, "--databases", "--split", "--into", "--failures", "--every");

  static ChartSuite read(List<String> words) {
    CommandWords command = CommandWords.read(words, WITH_VALUE, Set.of(), USAGE);
    return new ChartSuite(
        command.needed(command.path(FLAG), FLAG),
        command.needed(command.folder("--databases"), "--databases"),
        command.value("--split"),
        command.path("--into"),
        command.path("--failures"),
        command.every());
  }

  /** The figures; writes them where the options say. */
  String run(Function<Path, EngineFactory> engines, PrintStream progress) {
    List<ChartQuestion> all =
        ChartQuestion.read(suite).stream()
            .filter(question -> split.isEmpty() || question.split().equals(split.get()))
            .toList();
    List<ChartQuestion> some =
        IntStream.range(0, all.size())
            .filter(index -> index % every == 0)
            .mapToObj(all::get)
            .toList();
    List<ChartResult> results =
        new ChartEvaluator(SuiteDatabases.in(databases, engines), progress).run(some);
    String figures = ChartFigures.of(results, LocalDate.now(ZoneOffset.UTC));
    into.ifPresent(
        file -> FigurePage.replaceIn(file, figures, ChartFigures.BEGIN, ChartFigures.END));
    failures.ifPresent(file -> WrittenFile.write(file, lines(results)));
    return figures;
  }

  private static String lines(List<ChartResult> results) {
    StringBuilder lines = new StringBuilder();
    results.stream()
        .filter(result -> result.split().equals("tune"))
        .filter(result -> !result.sameKind() || (result.reproduced() && !result.plotted()))
        .forEach(result -> lines.append(Json.text(result)).append('\n'));
    return lines.toString();
  }
}
