package dev.alidade.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the command line of {@code eval --all} says.
 *
 * @param data the folder with the suites and a folder of their databases
 * @param shop the folder of our own suite
 * @param into a page whose figures are replaced
 * @param history a list of figures that grows with each run
 */
record EverySuiteOptions(
    Path data,
    Optional<Path> shop,
    Optional<Path> into,
    Optional<Path> history,
    Disputed disputed,
    int every) {
  /** What tells this command from the one for a single suite. */
  static final String FLAG = "--all";

  private static final String USAGE =
      "eval --all DATA_DIR [--shop DIR] [--into PAGE.md] [--history FILE.tsv] [--disputed FILE]"
          + " [--every N]";
  private static final Set<String> WITH_VALUE =
      Set.of(FLAG, "--shop", "--into", "--history", "--disputed", "--every");

  /** A suite and where its databases are. */
  record Suite(
      String name,
      Path file,
      Optional<Path> databases,
      Optional<String> split,
      Optional<Path> semantic) {}

  static EverySuiteOptions read(List<String> words) {
    CommandWords command = CommandWords.read(words, WITH_VALUE, Set.of(), USAGE);
    return new EverySuiteOptions(
        command.needed(command.folder(FLAG), FLAG),
        command.folder("--shop"),
        command.path("--into"),
        command.path("--history"),
        command.path("--disputed").map(Disputed::read).orElse(Disputed.NONE),
        command.every());
  }

  /** The suites that there are, those that nobody learns from first. */
  List<Suite> suites() {
    return Stream.of(
            Stream.of("spider-check", "geography", "restaurants").map(this::ofData),
            shop.stream().flatMap(folder -> Stream.of("check", "tune").map(s -> ofShop(folder, s))),
            Stream.of(ofData("spider-tune")))
        .flatMap(suites -> suites)
        .filter(suite -> Files.exists(suite.file()))
        .toList();
  }

  private Suite ofData(String name) {
    return new Suite(
        name,
        data.resolve(name + ".jsonl"),
        Optional.of(data.resolve("databases")),
        Optional.empty(),
        Optional.empty());
  }

  private static Suite ofShop(Path folder, String split) {
    return new Suite(
        "shop, split " + split,
        folder.resolve("questions.jsonl"),
        Optional.empty(),
        Optional.of(split),
        Optional.of(folder.resolve("semantic.yaml")).filter(Files::exists));
  }
}
