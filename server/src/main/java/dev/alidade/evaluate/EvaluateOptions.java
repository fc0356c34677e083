package dev.alidade.evaluate;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    Optional<Path> training,
    int every,
    boolean failures) {
  private static final String USAGE =
      "eval SUITE.jsonl (--databases DIR | --source SAMPLE) [--split NAME] [--report FILE] [--every N]"
          + " [--quiet] [--train FILE]";
  private static final Set<String> WITH_VALUE =
      Set.of("--databases", "--source", "--split", "--report", "--every", "--train");

  static EvaluateOptions read(List<String> words) {
    Map<String, String> values = new HashMap<>();
    Set<String> flags = new HashSet<>();
    List<String> others = new ArrayList<>();
    for (int index = 0; index < words.size(); index++) {
      String word = words.get(index);
      if (WITH_VALUE.contains(word)) {
        if (index + 1 == words.size()) {
          throw wrong(word + " needs a value");
        }
        values.put(word, words.get(++index));
      } else if (word.equals("--quiet")) {
        flags.add(word);
      } else if (word.startsWith("-")) {
        throw wrong("there is no option " + word);
      } else {
        others.add(word);
      }
    }
    if (others.size() != 1 || values.containsKey("--databases") == values.containsKey("--source")) {
      throw wrong("one suite and either a folder of databases or a sample source are needed");
    }
    Optional<Path> databases = Optional.ofNullable(values.get("--databases")).map(Path::of);
    if (databases.isPresent() && !Files.isDirectory(databases.get())) {
      throw new AlidadeException(
          ErrorCode.FILE_NOT_FOUND, "No folder %s; correct --databases".formatted(databases.get()));
    }
    return new EvaluateOptions(
        Path.of(others.getFirst()),
        databases,
        Optional.ofNullable(values.get("--source")),
        Optional.ofNullable(values.get("--split")),
        Optional.ofNullable(values.get("--report")).map(Path::of),
        Optional.ofNullable(values.get("--train")).map(Path::of),
        every(values.getOrDefault("--every", "1")),
        !flags.contains("--quiet"));
  }

  /** Every n-th question of the split. */
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
        .toList();
  }

  private static int every(String text) {
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw wrong("--every needs a positive number");
    }
    return Integer.parseInt(text);
  }

  private static AlidadeException wrong(String what) {
    return new AlidadeException(
        ErrorCode.INVALID_INPUT, "eval: %s. Usage: %s".formatted(what, USAGE));
  }
}
