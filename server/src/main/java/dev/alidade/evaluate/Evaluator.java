package dev.alidade.evaluate;

import dev.alidade.ask.Decider;
import dev.alidade.ask.Decision;
import dev.alidade.ask.Reading;
import dev.alidade.ask.SecondLook;
import dev.alidade.query.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Plans every question of a suite and compares its rows with the right ones. */
final class Evaluator {
  private final SuiteDatabases databases;
  private final Readers readers;
  private final Optional<MeasuredModel> model;
  private final Decider decider = new Decider();

  Evaluator(SuiteDatabases databases, Readers readers) {
    this(databases, readers, Optional.empty());
  }

  /** Evaluates a language model instead of the built-in planner alone, where one is given. */
  Evaluator(SuiteDatabases databases, Readers readers, Optional<MeasuredModel> model) {
    this.databases = databases;
    this.readers = readers;
    this.model = model;
  }

  /** Results in the order of the questions; tells {@code progress} how many are done. */
  List<QuestionResult> run(List<SuiteQuestion> questions, IntConsumer progress) {
    Map<String, QuestionResult> results = new LinkedHashMap<>();
    int cores = Runtime.getRuntime().availableProcessors();
    try (ExecutorService workers = Executors.newFixedThreadPool(cores)) {
      List<Future<List<QuestionResult>>> running = new ArrayList<>();
      byDatabase(questions)
          .forEach((database, asked) -> running.add(workers.submit(() -> run(database, asked))));
      for (Future<List<QuestionResult>> future : running) {
        for (QuestionResult result : Waiting.get(future)) {
          results.put(result.question().id(), result);
        }
        progress.accept(results.size());
      }
    }
    return List.copyOf(results.values());
  }

  /** How long planning takes one question after the other, after each was planned before. */
  Planning time(List<SuiteQuestion> questions) {
    List<Long> micros = new ArrayList<>();
    byDatabase(questions)
        .forEach(
            (name, asked) -> {
              try (SuiteDatabase database = databases.open(name)) {
                asked.forEach(question -> plan(database, question));
                asked.forEach(question -> micros.add(plan(database, question).micros()));
              }
            });
    return Planning.of(micros);
  }

  private static Map<String, List<SuiteQuestion>> byDatabase(List<SuiteQuestion> questions) {
    Map<String, List<SuiteQuestion>> byDatabase = new LinkedHashMap<>();
    questions.forEach(
        question ->
            byDatabase
                .computeIfAbsent(question.database(), ignored -> new ArrayList<>())
                .add(question));
    return byDatabase;
  }

  private record Planned(List<Reading> readings, long micros) {}

  private Planned plan(SuiteDatabase database, SuiteQuestion question) {
    long start = System.nanoTime();
    List<Reading> readings = database.read(readers.of(question), question.question());
    return new Planned(readings, (System.nanoTime() - start) / 1000);
  }

  private List<QuestionResult> run(String name, List<SuiteQuestion> questions) {
    List<QuestionResult> results = new ArrayList<>();
    try (SuiteDatabase database = databases.open(name)) {
      Judge judge = new Judge(database);
      Optional<MeasuredModel.OnDatabase> measured = model.map(database::measuring);
      for (SuiteQuestion question : questions) {
        results.add(ask(database, judge, question, measured));
      }
    }
    return results;
  }

  private QuestionResult ask(
      SuiteDatabase database,
      Judge judge,
      SuiteQuestion question,
      Optional<MeasuredModel.OnDatabase> measured) {
    long start = System.nanoTime();
    List<Reading> read = plan(database, question).readings();
    Plans builtIn = lookedAgain(database, new Plans(read, decider.decide(read)));
    MeasuredModel.Answered answered =
        measured
            .map(own -> own.answer(question, database.asked(question.question()), builtIn))
            .orElseGet(() -> new MeasuredModel.Answered(builtIn, Spent.NOTHING));
    long micros = (System.nanoTime() - start) / 1000;
    List<Reading> readings = answered.plans().readings();
    Optional<Reading> best = readings.stream().findFirst();
    return new QuestionResult(
        question,
        Pattern.of(question.sql()),
        answered.plans().decision() instanceof Decision.Answer,
        judge.judge(readings, question.sql()),
        best.map(Reading::confidence).orElse(0.0),
        best.map(Reading::sql),
        best.map(reading -> reading.candidate().unexplained()).orElse(List.of()),
        micros,
        answered.spent());
  }

  /** The readings and the decision after rows were looked at, as the product does. */
  private static Plans lookedAgain(SuiteDatabase database, Plans plans) {
    boolean answers = plans.decision() instanceof Decision.Answer;
    if (!answers || finds(database, plans.readings().getFirst())) {
      return plans;
    }
    List<Reading> choices =
        SecondLook.choices(plans.readings(), reading -> finds(database, reading));
    if (choices.isEmpty()) {
      return plans;
    }
    List<Reading> others = new ArrayList<>(plans.readings());
    others.removeAll(choices);
    return new Plans(
        Stream.concat(choices.stream(), others.stream()).toList(), new Decision.Clarify(choices));
  }

  private static boolean finds(SuiteDatabase database, Reading reading) {
    return database
        .rows(reading.sql())
        .filter(found -> SecondLook.isFound(found.rows()))
        .isPresent();
  }

  static boolean isRight(SuiteDatabase database, String planned, String gold) {
    Optional<Rows> right = database.rows(gold);
    Optional<Rows> rows = database.rows(planned);
    return right.isPresent()
        && rows.isPresent()
        && RowComparison.same(rows.get().rows(), right.get().rows(), RowComparison.isOrdered(gold));
  }
}
