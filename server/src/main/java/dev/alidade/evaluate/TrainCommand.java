package dev.alidade.evaluate;

import dev.alidade.engine.EngineFactory;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The command {@code train-planner}: learns the planner's weights and its confidence. */
public final class TrainCommand {
  private static final String USAGE =
      "train-planner SUITE.jsonl --databases DIR [--shop FOLDER] --weights FILE --confidence FILE"
          + " [--every N]";
  private static final String SAMPLE = "shop";
  private static final List<String> SUITES = List.of("everyday.jsonl", "questions.jsonl");
  private static final String SPLIT = "tune";

  /** One day for all questions, so that the same command learns the same. */
  private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

  private static final Set<String> WITH_VALUE =
      Set.of("--databases", "--shop", "--weights", "--confidence", "--every");
  private static final String ORIGIN =
      """
      # Learned from questions and SQL of Spider (Yu et al. 2018) and their rewordings of Spider-Syn (Gan et
      # al. 2021), CC BY-SA 4.0; so this file is under CC BY-SA 4.0 too. Made by ./alidade train-planner.
      """;

  private final Function<Path, EngineFactory> engines;
  private final Function<String, Path> samples;
  // The same source twice: without a semantic model, as most are, and with one.
  private static final String MODELLED = "shop with a semantic model";

  private final PrintStream progress;

  /**
   * @param engines opens the database files of suites
   * @param samples gives the file of a sample source
   * @param progress takes what is going on
   */
  public TrainCommand(
      Function<Path, EngineFactory> engines, Function<String, Path> samples, PrintStream progress) {
    this.engines = engines;
    this.samples = samples;
    this.progress = progress;
  }

  /** Runs with the words after {@code train-planner}; INVALID_INPUT where they make no sense. */
  public void run(List<String> words) {
    CommandWords command = CommandWords.read(words, WITH_VALUE, Set.of(), USAGE);
    List<SuiteQuestion> questions = SuiteQuestion.read(command.suite("one suite is needed"));
    Path databases = command.needed(command.folder("--databases"), "--databases");
    Path weights = command.needed(command.path("--weights"), "--weights");
    Path confidence = command.needed(command.path("--confidence"), "--confidence");
    int every = command.every();
    List<SuiteQuestion> taught = new ArrayList<>();
    for (int index = 0; index < questions.size(); index += every) {
      taught.add(questions.get(index).askedOn(DAY));
    }
    command.folder("--shop").map(TrainCommand::suites).orElse(List.of()).stream()
        .filter(question -> question.split().equals(Optional.of(SPLIT)))
        .forEach(
            question -> {
              taught.add(question.askedOn(DAY));
              taught.add(question.askedOn(DAY).of(MODELLED));
            });
    SuiteDatabases all =
        SuiteDatabases.in(databases, engines)
            .and(SAMPLE, samples)
            .and(MODELLED, name -> samples.apply(SAMPLE));
    Optional<Path> shop = command.folder("--shop");
    if (shop.isPresent()) {
      all = all.meaning(MODELLED, shop.get().resolve("semantic.yaml"));
    }
    Trainer.Learned learned = new Trainer(all, progress).train(taught);
    write(weights, "# Weights of the built-in planner.\n", learned.weights());
    write(confidence, "# How sure a reading is: a logistic sum.\n", learned.confidence());
  }

  /** The questions of the suites of a folder. */
  private static List<SuiteQuestion> suites(Path folder) {
    return SUITES.stream()
        .flatMap(file -> SuiteQuestion.read(folder.resolve(file)).stream())
        .toList();
  }

  private static void write(Path file, String title, Map<String, Double> weights) {
    StringBuilder text = new StringBuilder(title).append(ORIGIN);
    weights.forEach((name, weight) -> text.append(name).append('\t').append(weight).append('\n'));
    WrittenFile.write(file, text.toString());
  }
}
