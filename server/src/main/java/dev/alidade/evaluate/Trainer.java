package dev.alidade.evaluate;

import dev.alidade.ask.Confidence;
import dev.alidade.ask.QuestionReader;
import dev.alidade.ask.Reading;
import dev.alidade.ask.build.BuiltInPlanner;
import dev.alidade.ask.build.Weights;
import dev.alidade.ask.plan.Candidate;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;

/**
 * Learns the weights of the planner, and how sure it may be: plans, judges every reading by its
 * rows, learns, repeats; then asks what part of the questions did not teach.
 */
final class Trainer {
  private static final int ROUNDS = 2;
  private static final int FOLDS = 3;

  /** The source whose questions, few but of everyday business, count several times. */
  private static final String SAMPLE = "shop";

  private static final int REPEATED = 10;

  /** What was learned: weights of features, and of the signals of confidence. */
  record Learned(Map<String, Double> weights, Map<String, Double> confidence) {
    Learned {
      weights = new TreeMap<>(weights);
      confidence = new TreeMap<>(confidence);
    }
  }

  private final SuiteDatabases databases;
  private final PrintStream progress;
  private final FeatureNumbers numbers = new FeatureNumbers();
  private final Learner learner = new Learner(Weights.start().byName(), numbers);

  Trainer(SuiteDatabases databases, PrintStream progress) {
    this.databases = databases;
    this.progress = progress;
  }

  /** Learns from these questions, each in both wordings where it has two. */
  Learned train(List<SuiteQuestion> questions) {
    List<SuiteQuestion> asked = new ArrayList<>(questions);
    questions.stream()
        .filter(question -> !question.inOtherWords().question().equals(question.question()))
        .map(SuiteQuestion::inOtherWords)
        .forEach(asked::add);
    Map<String, Double> weights = Weights.start().byName();
    NavigableMap<String, Example> pool = new TreeMap<>();
    for (int round = 1; round <= ROUNDS; round++) {
      NavigableMap<String, Example> found = examples(asked, new Weights(weights));
      progress.printf(
          "round %d: a right reading among those of %d of %d questions%n",
          round, found.values().stream().filter(Example::hasCorrect).count(), found.size());
      found.forEach(
          (key, example) -> pool.computeIfAbsent(key, k -> new Example(numbers)).addAll(example));
      weights = learner.learn(lessons(pool, List.of()));
    }
    return new Learned(weights, Calibrator.fit(outcomes(questions, pool)));
  }

  private NavigableMap<String, Example> examples(List<SuiteQuestion> questions, Weights weights) {
    Readers readers =
        new Readers(
            clock -> QuestionReader.forTraining(BuiltInPlanner.forTraining(weights, clock)));
    NavigableMap<String, Example> examples = new TreeMap<>();
    perDatabase(
            questions,
            (database, question) -> {
              Example example = new Example(numbers);
              for (Reading reading : database.read(readers.of(question), question.question())) {
                example.add(
                    reading.sql(),
                    reading.candidate().features(),
                    Evaluator.isRight(database, reading.sql(), question.sql()));
              }
              return Optional.of(example);
            })
        .forEach((question, example) -> examples.put(key(question), example));
    return examples;
  }

  /** How the best readings did under weights that were learned without their databases. */
  private List<Calibrator.Outcome> outcomes(
      List<SuiteQuestion> questions, NavigableMap<String, Example> pool) {
    List<String> names =
        new ArrayList<>(new TreeSet<>(questions.stream().map(SuiteQuestion::database).toList()));
    NavigableMap<String, Calibrator.Outcome> outcomes = new TreeMap<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<String> left = new ArrayList<>();
      for (int at = fold; at < names.size(); at += FOLDS) {
        left.add(names.get(at));
      }
      Weights others = new Weights(learner.learn(lessons(pool, left)));
      Readers readers = new Readers(clock -> new QuestionReader(new BuiltInPlanner(others, clock)));
      perDatabase(
              questions.stream().filter(question -> left.contains(question.database())).toList(),
              (database, question) -> outcome(database, readers.of(question), question))
          .forEach((question, outcome) -> outcomes.put(key(question), outcome));
    }
    long right = outcomes.values().stream().filter(Calibrator.Outcome::correct).count();
    progress.printf(
        "right on databases that were left out: %d of %d questions%n", right, questions.size());
    return List.copyOf(outcomes.values());
  }

  /** The examples of all databases but some; those of the sample count several times. */
  private static List<Example> lessons(NavigableMap<String, Example> pool, List<String> without) {
    List<Example> lessons = new ArrayList<>();
    pool.forEach(
        (key, example) -> {
          String database = databaseOf(key);
          int times = database.startsWith(SAMPLE) ? REPEATED : 1;
          lessons.addAll(
              without.contains(database) ? List.of() : Collections.nCopies(times, example));
        });
    return lessons;
  }

  private static Optional<Calibrator.Outcome> outcome(
      SuiteDatabase database, QuestionReader reader, SuiteQuestion question) {
    List<Reading> readings = database.read(reader, question.question());
    if (readings.isEmpty()) {
      return Optional.empty();
    }
    Reading best = readings.getFirst();
    List<Candidate> all = readings.stream().map(Reading::candidate).toList();
    return Optional.of(
        new Calibrator.Outcome(
            Confidence.signals(best.candidate(), all, QuestionReader.words(question.question())),
            Evaluator.isRight(database, best.sql(), question.sql())));
  }

  private <T> Map<SuiteQuestion, T> perDatabase(
      List<SuiteQuestion> questions, BiFunction<SuiteDatabase, SuiteQuestion, Optional<T>> judge) {
    Map<String, List<SuiteQuestion>> byDatabase = new TreeMap<>();
    questions.forEach(
        question ->
            byDatabase
                .computeIfAbsent(question.database(), ignored -> new ArrayList<>())
                .add(question));
    Map<SuiteQuestion, T> results = new LinkedHashMap<>();
    int cores = Runtime.getRuntime().availableProcessors();
    try (ExecutorService workers = Executors.newFixedThreadPool(cores)) {
      List<Future<Map<SuiteQuestion, T>>> running = new ArrayList<>();
      byDatabase.forEach(
          (name, asked) -> running.add(workers.submit(() -> judged(name, asked, judge))));
      running.forEach(future -> results.putAll(Waiting.get(future)));
    }
    return results;
  }

  private <T> Map<SuiteQuestion, T> judged(
      String name,
      List<SuiteQuestion> questions,
      BiFunction<SuiteDatabase, SuiteQuestion, Optional<T>> judge) {
    Map<SuiteQuestion, T> results = new LinkedHashMap<>();
    try (SuiteDatabase database = databases.open(name)) {
      for (SuiteQuestion question : questions) {
        judge.apply(database, question).ifPresent(result -> results.put(question, result));
      }
    }
    return results;
  }

  private static String key(SuiteQuestion question) {
    return String.join("\t", question.database(), question.id(), question.question());
  }

  private static String databaseOf(String key) {
    return key.substring(0, key.indexOf('\t'));
  }
}
