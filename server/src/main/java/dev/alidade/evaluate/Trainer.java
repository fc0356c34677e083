package dev.alidade.evaluate;

import dev.alidade.ask.QuestionReader;
import dev.alidade.ask.Reading;
import dev.alidade.ask.build.BuiltInPlanner;
import dev.alidade.ask.build.Weights;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Learns the weights of the planner: plans, judges every reading by its rows, learns, repeats. */
final class Trainer {
  private static final int ROUNDS = 3;
  private static final String HEADER =
      """
      # Weights of the built-in planner. Learned from questions and SQL of Spider (Yu et al. 2018),
      # CC BY-SA 4.0; so this file is under CC BY-SA 4.0 too. Made by: eval SUITE --train FILE.
      """;

  private final SuiteDatabases databases;
  private final PrintStream progress;

  Trainer(SuiteDatabases databases, PrintStream progress) {
    this.databases = databases;
    this.progress = progress;
  }

  /** Writes the weights learned from these questions to {@code file}. */
  void train(List<SuiteQuestion> questions, Path file) {
    Map<String, Double> start = Weights.start().byName();
    Map<String, Double> weights = start;
    Map<String, Example> pool = new TreeMap<>();
    for (int round = 1; round <= ROUNDS; round++) {
      Map<String, Example> found = examples(questions, new Weights(weights));
      long reachable = found.values().stream().filter(Example::hasCorrect).count();
      progress.printf(
          "round %d: a right reading among the candidates for %d of %d questions%n",
          round, reachable, found.size());
      found.forEach((id, example) -> pool.computeIfAbsent(id, i -> new Example()).addAll(example));
      weights = new Learner(start).learn(pool.values());
      write(file, weights);
    }
  }

  private Map<String, Example> examples(List<SuiteQuestion> questions, Weights weights) {
    Readers readers =
        new Readers(clock -> new QuestionReader(BuiltInPlanner.forTraining(weights, clock)));
    Map<String, List<SuiteQuestion>> byDatabase = new LinkedHashMap<>();
    questions.forEach(
        question ->
            byDatabase
                .computeIfAbsent(question.database(), ignored -> new ArrayList<>())
                .add(question));
    Map<String, Example> examples = new TreeMap<>();
    int cores = Runtime.getRuntime().availableProcessors();
    try (ExecutorService workers = Executors.newFixedThreadPool(cores)) {
      List<Future<Map<String, Example>>> running = new ArrayList<>();
      byDatabase.forEach(
          (database, asked) -> running.add(workers.submit(() -> judged(readers, database, asked))));
      running.forEach(future -> examples.putAll(Waiting.get(future)));
    }
    return examples;
  }

  private Map<String, Example> judged(Readers readers, String name, List<SuiteQuestion> questions) {
    Map<String, Example> examples = new TreeMap<>();
    try (SuiteDatabase database = databases.open(name)) {
      for (SuiteQuestion question : questions) {
        Example example = new Example();
        for (Reading reading : database.read(readers.of(question), question.question())) {
          example.add(
              reading.sql(),
              reading.candidate().features(),
              Evaluator.isRight(database, reading.sql(), question.sql()));
        }
        examples.put(question.id(), example);
      }
    }
    return examples;
  }

  private static void write(Path file, Map<String, Double> weights) {
    StringBuilder text = new StringBuilder(HEADER);
    weights.forEach((name, weight) -> text.append(name).append('\t').append(weight).append('\n'));
    try {
      Files.writeString(file, text);
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "The weights cannot be written to %s; choose another place".formatted(file),
          cause);
    }
  }
}
