package dev.alidade.evaluate;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What the command line of {@code eval} says. */
record EvaluateOptions(
    Path suite,
    Optional<Path> databases,
    Optional<String> source,
    Optional<String> split,
    Optional<Path> report,
    Optional<Path> html,
    Optional<Path> compared,
    Disputed disputed,
    int every,
    boolean quiet,
    boolean reworded,
    boolean robustness,
    Optional<Path> semantic,
    Optional<String> model,
    Optional<Path> config) {
  private static final String USAGE =
      "eval SUITE.jsonl (--databases DIR | --source SAMPLE) [--split NAME] [--every N]"
          + " [--reworded | --robustness] [--report FILE] [--html FILE] [--compare OLD.json]"
          + " [--disputed FILE] [--semantic FILE]"
          + " [--model NAME [--config FILE]] [--quiet]";
  private static final String ONE_OF_EACH =
      "one suite and either a folder of databases or a sample source are needed";
  private static final Set<String> FLAGS = Set.of("--quiet", "--reworded", "--robustness");
  private static final Set<String> WITH_VALUE =
      Set.of(
          "--databases",
          "--source",
          "--split",
          "--report",
          "--html",
          "--compare",
          "--disputed",
          "--every",
          "--semantic",
          "--model",
          "--config");

  static EvaluateOptions read(List<String> words) {
    CommandWords command = CommandWords.read(words, WITH_VALUE, FLAGS, USAGE);
    Path suite = command.suite(ONE_OF_EACH);
    Optional<Path> databases = command.folder("--databases");
    Optional<String> source = command.value("--source");
    if (databases.isPresent() == source.isPresent()) {
      throw command.wrong(ONE_OF_EACH);
    }
    if (command.has("--reworded") && command.has("--robustness")) {
      throw command.wrong("--robustness asks in both wordings; leave --reworded out");
    }
    return new EvaluateOptions(
        suite,
        databases,
        source,
        command.value("--split"),
        command.path("--report"),
        command.path("--html"),
        command.path("--compare"),
        command.path("--disputed").map(Disputed::read).orElse(Disputed.NONE),
        command.every(),
        command.has("--quiet"),
        command.has("--reworded"),
        command.has("--robustness"),
        command.path("--semantic"),
        command.value("--model"),
        command.path("--config"));
  }

  /** Every n-th question of the split, as it is to be asked. */
  List<SuiteQuestion> sample(List<SuiteQuestion> questions) {
    List<SuiteQuestion> some =
        questions.stream()
            .filter(question -> split.isEmpty() || question.split().equals(split))
            .toList();
    if (some.isEmpty()) {
      throw wrong("there are no questions" + split.map(name -> " of the split " + name).orElse(""));
    }
    return IntStream.range(0, some.size())
        .filter(index -> index % every == 0)
        .mapToObj(some::get)
        .map(question -> reworded ? question.inOtherWords() : question)
        .toList();
  }

  private static AlidadeException wrong(String what) {
    return new AlidadeException(
        ErrorCode.INVALID_INPUT, "eval: %s. Usage: %s".formatted(what, USAGE));
  }
}
