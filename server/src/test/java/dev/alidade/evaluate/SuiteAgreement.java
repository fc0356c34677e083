package dev.alidade.evaluate;

import dev.alidade.agreement.StoredDatabase;
import dev.alidade.agreement.TableLoader;
import dev.alidade.agreement.TargetEngine;
import dev.alidade.ask.QuestionReader;
import dev.alidade.ask.Reading;
import dev.alidade.ask.build.BuiltInPlanner;
import dev.alidade.ask.build.Weights;
import dev.alidade.ask.compile.PlanCompiler;
import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.evaluate.EngineTally.Agreement;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Asks the questions of a suite on its SQLite databases and on their copies in other engines, and
 * compares the rows. A question counts where the planner answers it on SQLite; it is then asked on
 * each copy as if there were nothing else (its own catalog, its own plan), and SQLite's plan is
 * compiled for the copy too.
 */
final class SuiteAgreement {
  private static final String ORIGINAL = "original";

  private final EngineFactory original;
  private final Path databases;
  private final List<TargetEngine> engines;
  private final Consumer<String> details;
  private final QuestionReader reader =
      new QuestionReader(new BuiltInPlanner(Weights.builtIn(), Clock.systemUTC()));
  private final Map<String, EngineTally> tallies = new LinkedHashMap<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();

  /**
   * @param original opens the databases of the suite
   * @param details takes a text for each disagreement
   */
  SuiteAgreement(
      EngineFactory original,
      Path databases,
      List<TargetEngine> engines,
      Consumer<String> details) {
    this.original = original;
    this.databases = databases;
    this.engines = engines;
    this.details = details;
    engines.forEach(engine -> tallies.put(engine.name(), new EngineTally()));
  }

  Map<String, EngineTally> tallies() {
    return tallies;
  }

  int answered() {
    return answered.get();
  }

  void run(List<SuiteQuestion> questions) {
    Map<String, List<SuiteQuestion>> byDatabase = new LinkedHashMap<>();
    questions.forEach(
        question ->
            byDatabase
                .computeIfAbsent(question.database(), name -> new ArrayList<>())
                .add(question));
    try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
      List<Future<?>> running = new ArrayList<>();
      byDatabase.forEach((name, asked) -> running.add(workers.submit(() -> run(name, asked))));
      running.forEach(Waiting::get);
    }
  }

  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        "%d questions, %d of them answered on the original%n"
            .formatted(answered.get() + unanswered.get(), answered.get()));
    table.append(EngineTally.header());
    tallies.forEach((engine, tally) -> table.append(tally.line(engine)));
    return table.toString();
  }

  private void run(String name, List<SuiteQuestion> questions) {
    Path file = DatabaseFiles.find(databases, name);
    SourceDefinition definition =
        new SourceDefinition(ORIGINAL, original.engine(), Map.of("path", file.toString()));
    List<SourceDefinition> definitions = new ArrayList<>(List.of(definition));
    List<EngineFactory> factories = new ArrayList<>(List.of(original));
    StoredDatabase stored = new StoredDatabase(file, catalog(definition));
    for (TargetEngine engine : engines) {
      TargetEngine.Target target = engine.create(name);
      new TableLoader(engine).load(target, stored.tables());
      definitions.add(target.source(engine.name()));
      factories.add(engine.factory());
    }
    try (ComparedSources sources = new ComparedSources(definitions, factories, reader)) {
      questions.forEach(question -> compare(sources, question));
    }
  }

  private CatalogSnapshot catalog(SourceDefinition definition) {
    try (Engine engine = original.open(definition)) {
      return engine.readCatalog();
    }
  }

  private void compare(ComparedSources sources, SuiteQuestion question) {
    Optional<Reading> reading = sources.answer(ORIGINAL, question.question());
    Optional<ComparedSources.Outcome> outcome =
        reading
            .map(found -> sources.run(ORIGINAL, found.sql()))
            .filter(rows -> rows.failure().isEmpty());
    if (outcome.isEmpty()) {
      unanswered.incrementAndGet();
      return;
    }
    answered.incrementAndGet();
    Reference reference =
        new Reference(
            question.question(),
            reading.get().sql(),
            outcome.get().rows(),
            new AllowedAnswers(sources, ORIGINAL)
                .of(reading.get().candidate().plan(), outcome.get().rows()));
    for (TargetEngine engine : engines) {
      EngineTally tally = tallies.get(engine.name());
      Optional<String> asked = sources.answer(engine.name(), question.question()).map(Reading::sql);
      tally.asked(agreement(sources, engine, "asked", reference, asked));
      String planned =
          new PlanCompiler(sources.dialect(engine.name()))
              .compile(reading.get().candidate().plan());
      tally.planned(agreement(sources, engine, "planned", reference, Optional.of(planned)));
    }
  }

  private record Reference(
      String question, String sql, List<List<Object>> rows, AllowedAnswer allowed) {}

  private Agreement agreement(
      ComparedSources sources,
      TargetEngine engine,
      String how,
      Reference reference,
      Optional<String> sql) {
    if (sql.isEmpty()) {
      tell(engine, how + ": silent", reference, "");
      return Agreement.NOT_ANSWERED;
    }
    ComparedSources.Outcome outcome = sources.run(engine.name(), sql.get());
    if (outcome.failure().isPresent()) {
      String code = outcome.failure().get().code().name();
      tallies.get(engine.name()).failed(code);
      tell(
          engine,
          how + ": " + code,
          reference,
          sql.get() + "\n" + outcome.failure().get().getMessage());
      return Agreement.FAILED;
    }
    if (outcome.rows().equals(reference.rows())) {
      return Agreement.SAME;
    }
    if (reference.allowed().allows(outcome.rows())) {
      boolean open = reference.allowed().width() == reference.allowed().all().getFirst().size();
      return open ? Agreement.SAME : Agreement.SAME_BUT_TIES;
    }
    tell(engine, how + ": different", reference, sql.get() + "\n" + first(outcome.rows()));
    return Agreement.DIFFERENT;
  }

  private void tell(TargetEngine engine, String what, Reference reference, String other) {
    details.accept(
        "== %s %s%n%s%n%s%n%s%n--%n%s%n"
            .formatted(
                engine.name(),
                what,
                reference.question(),
                reference.sql(),
                first(reference.rows()),
                other));
  }

  private static String first(List<List<Object>> rows) {
    return rows.size() + " rows: " + rows.stream().limit(4).toList();
  }
}
