package dev.alidade.ask;

import dev.alidade.ask.plan.Domain;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Reuse;
import dev.alidade.catalog.CatalogService;
import dev.alidade.engine.Sources;
import dev.alidade.semantic.Meanings;
import dev.alidade.sql.Dialect;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads a question on one source, or on all to find the one that it fits. */
final class SourceReader {
  private static final double NEAR = 0.1;
  private static final String ONE_SOURCE =
      "The planner `%s` plans on one source, and several may be meant; name the `source`.";

  private final Sources sources;
  private final CatalogService catalog;
  private final Meanings meanings;
  private final Supplier<QuestionReader> readers;
  private QuestionReader reader;
  private final Decider decider = new Decider();
  private final KnownReadings known;

  SourceReader(
      Sources sources,
      CatalogService catalog,
      Meanings meanings,
      Supplier<QuestionReader> readers,
      Clock clock) {
    this.sources = sources;
    this.catalog = catalog;
    this.meanings = meanings;
    this.readers = readers;
    this.known = new KnownReadings(clock);
  }

  /**
   * The readings and what to do with them.
   *
   * @param notes what the asker should know of how they came about
   */
  record Outcome(List<Reading> readings, Decision decision, List<String> notes) {
    Outcome {
      readings = List.copyOf(readings);
      notes = List.copyOf(notes);
    }

    Outcome(List<Reading> readings, Decision decision) {
      this(readings, decision, List.of());
    }

    Outcome noting(String note) {
      return new Outcome(
          readings, decision, Stream.concat(notes.stream(), Stream.of(note)).toList());
    }
  }

  /** What a second opinion makes of an outcome, on the source that it speaks of. */
  Outcome consult(SecondOpinion second, Asked asked, Optional<String> source, Outcome outcome) {
    Caller caller = asked.invocation().caller();
    Optional<String> where =
        source
            .or(() -> outcome.readings().stream().map(Reading::source).findFirst())
            .or(() -> onlyOne(catalog.sources(caller)));
    boolean several = outcome.readings().stream().map(Reading::source).distinct().count() > 1;
    if (where.isEmpty() || several) {
      return asked
          .planner()
          .filter(name -> !name.equals(Planners.BUILT_IN))
          .map(name -> outcome.noting(ONE_SOURCE.formatted(name)))
          .orElse(outcome);
    }
    Dialect dialect = dialect(where.get());
    SecondOpinion.Opinion opinion =
        second.on(
            new SecondOpinion.Asked(
                asked.question(),
                domain(caller, where.get()),
                dialect,
                asked.invocation(),
                asked.fresh()),
            outcome.readings(),
            outcome.decision());
    return new Outcome(opinion.readings(), opinion.decision(), opinion.notes());
  }

  private static Optional<String> onlyOne(List<String> names) {
    return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
  }

  Outcome read(Caller caller, String question, Optional<String> source) {
    List<String> names = source.map(List::of).orElseGet(() -> catalog.sources(caller));
    if (names.size() == 1) {
      return readOne(caller, question, names.getFirst());
    }
    List<Outcome> outcomes = new ArrayList<>();
    // A source that is away must not keep the others from answering.
    List<AlidadeException> unavailable = new ArrayList<>();
    for (String name : names) {
      try {
        outcomes.add(readOne(caller, question, name));
      } catch (AlidadeException failure) {
        unavailable.add(failure);
      }
    }
    outcomes.sort((left, right) -> Double.compare(fit(right), fit(left)));
    if (outcomes.isEmpty() && !unavailable.isEmpty()) {
      throw unavailable.getFirst();
    }
    if (outcomes.isEmpty()) {
      return new Outcome(List.of(), new Decision.Abstain(List.of()));
    }
    return outcomes.size() == 1 ? outcomes.getFirst() : chosen(outcomes);
  }

  Outcome readOne(Caller caller, String question, String source) {
    return readIn(question, domain(caller, source));
  }

  /** What is made of a question in the light of this. */
  Outcome readIn(String question, Domain domain) {
    return known.of(question, domain, () -> anew(question, domain));
  }

  /** How often a question had not to be read again. */
  Reuse reuse() {
    return known.soFar();
  }

  private Outcome anew(String question, Domain domain) {
    List<Reading> readings = reader().read(question, domain, dialect(domain.knowledge().source()));
    if (readings.isEmpty()) {
      List<String> unknown = reader().unknown(question, domain);
      return new Outcome(readings, new Decision.Abstain(unknown));
    }
    return new Outcome(readings, decider.decide(readings));
  }

  /** How the engine of a source writes SQL. */
  Dialect dialect(String source) {
    return sources.engine(source).dialect();
  }

  /** All that may be known of a source for a caller. */
  Domain domain(Caller caller, String source) {
    return new Domain(catalog.knowledge(caller, source), meanings.of(caller, source));
  }

  private synchronized QuestionReader reader() {
    if (reader == null) {
      reader = readers.get();
    }
    return reader;
  }

  private static Outcome chosen(List<Outcome> outcomes) {
    Outcome first = outcomes.getFirst();
    List<Reading> answers = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (outcome.decision() instanceof Decision.Answer answer
          && fit(outcome) >= fit(first) - NEAR) {
        answers.add(answer.reading());
      }
    }
    return answers.size() > 1
        ? new Outcome(
            answers, new Decision.Clarify(answers.subList(0, Math.min(3, answers.size()))))
        : first;
  }

  private static double fit(Outcome outcome) {
    if (outcome.readings().isEmpty()) {
      return -1;
    }
    Reading best = outcome.readings().getFirst();
    return best.confidence() - best.candidate().unexplained().size();
  }
}
