package dev.alidade.catalog;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Engine;
import dev.alidade.engine.Schema;
import dev.alidade.engine.Sources;
import dev.alidade.policy.Access;
import dev.alidade.query.QueryService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** What is known of each source: learned once, shared by all, and kept current. */
public final class CatalogService {
  private static final Duration CHECK_EVERY = Duration.ofSeconds(10);
  private static final Duration LEARN_EVERY = Duration.ofMinutes(15);
  private static final int LEARN_AT_ONCE = 2;
  private static final int MOST_TRIES = 3;

  private final Sources sources;
  private final QueryService queries;
  private final Clock clock;
  private final Map<String, Learned> learned = new ConcurrentHashMap<>();
  private final Semaphore room = new Semaphore(LEARN_AT_ONCE);
  private final SourceStates states;

  /** Knowledge of {@code sources}, read through {@code queries}. */
  public CatalogService(Sources sources, QueryService queries, Clock clock) {
    this.sources = sources;
    this.queries = queries;
    this.clock = clock;
    states = new SourceStates(sources);
    sources.whenChanged(this::changed);
  }

  private void changed(String source) {
    learned.remove(source);
    states.forget(source);
  }

  /**
   * What a source held when it was looked at.
   *
   * @param version what the engine says of its data's state, where it can
   */
  private record State(
      CatalogSnapshot declared, Optional<String> version, SeenKnowledge knowledge) {}

  /**
   * A source as it was learned.
   *
   * @param checkedAt when its data were last looked at
   * @param lookFrom when its tables may be looked at again, where it did not answer
   */
  private record Learned(
      CompletableFuture<State> state, Instant learnedAt, Instant checkedAt, Instant lookFrom) {
    Learned checked(Instant now) {
      return new Learned(state, learnedAt, now, now);
    }

    Learned lookingFrom(Instant later) {
      return new Learned(state, learnedAt, checkedAt, later);
    }
  }

  /** Starts to learn all sources in the background. */
  public void learnAll() {
    for (String source : sources.names()) {
      current(source);
    }
  }

  /** Every source of a caller and whether it answers. */
  List<SourceSummary> summaries(Caller caller) {
    return states.summaries(sources(caller)).stream()
        .map(
            summary ->
                summary.with(
                    !sources.isConfigured(summary.name()),
                    readAt(summary.name()).map(Instant::toString)))
        .toList();
  }

  /** When the source was last read from end to end; empty until it has been. */
  Optional<Instant> readAt(String source) {
    return Optional.ofNullable(learned.get(source))
        .filter(known -> known.state().isDone() && !known.state().isCompletedExceptionally())
        .map(Learned::learnedAt);
  }

  /** Names of the sources that a caller may read. */
  public List<String> sources(Caller caller) {
    Access access = queries.access(caller);
    return sources.names().stream().filter(name -> access.source(name).allowed()).toList();
  }

  /** The kind of database that a source is. */
  String engineOf(String source) {
    return sources.definition(source).engine();
  }

  /** What a caller may know of a source; waits while it is learned. */
  public SourceKnowledge knowledge(Caller caller, String source) {
    queries.checkSource(caller, source);
    return part(caller, source, known(source));
  }

  /** The same with the tables of this moment, where the engine can tell whether they changed. */
  SourceKnowledge knowledgeNow(Caller caller, String source) {
    queries.checkSource(caller, source);
    sources.definition(source);
    Learned before = current(source);
    return part(caller, source, withTables(source, before, Schema::now));
  }

  private SourceKnowledge part(Caller caller, String source, SeenKnowledge known) {
    Access access = queries.access(caller);
    return access.isUnrestricted()
        ? known.whole()
        : known.by(access, sources.engine(source).homeSchema());
  }

  /**
   * What is known of the source, with its tables as they were a second ago at most; waits while it
   * is learned. Of a source that went down, it is what was known last.
   */
  public SourceKnowledge knowledge(String source) {
    return known(source).whole();
  }

  private SeenKnowledge known(String source) {
    sources.definition(source);
    Learned before = current(source);
    State state = await(source, before);
    Instant now = clock.instant();
    if (!before.checkedAt().plus(CHECK_EVERY).isAfter(now)) {
      return refreshed(source, before, state);
    }
    return before.lookFrom().isAfter(now)
        ? state.knowledge()
        : withTables(source, before, Schema::lately);
  }

  /** What a caller may know of a source; empty while it is down, so that it hides no other. */
  public Optional<SourceKnowledge> available(Caller caller, String source) {
    try {
      return Optional.of(knowledge(caller, source));
    } catch (AlidadeException down) {
      return Optional.empty();
    }
  }

  private SeenKnowledge refreshed(String source, Learned before, State state) {
    Instant now = clock.instant();
    if (!learned.replace(source, before, before.checked(now))) {
      // Somebody else is checking at this moment.
      return state.knowledge();
    }
    Learned checked = before.checked(now);
    try {
      if (isCurrent(source, before, state, now)) {
        return state.knowledge();
      }
      return await(source, anew(source, checked)).knowledge();
    } catch (AlidadeException down) {
      // What was known of it is better than nothing; list_sources says that it is down.
      learned.putIfAbsent(source, checked);
      return state.knowledge();
    }
  }

  /** With the tables that the source has by {@code look}. */
  private SeenKnowledge withTables(
      String source, Learned before, Function<Schema, CatalogSnapshot> look) {
    State state = await(source, before);
    try {
      Learned known = before;
      for (int tries = 0; tries < MOST_TRIES && !isDeclared(source, state, look); tries++) {
        known = anew(source, known);
        state = await(source, known);
      }
      return state.knowledge();
    } catch (AlidadeException down) {
      // Not at every question.
      learned.replace(source, before, before.lookingFrom(clock.instant().plus(CHECK_EVERY)));
      learned.putIfAbsent(source, before);
      return state.knowledge();
    }
  }

  private boolean isDeclared(String source, State state, Function<Schema, CatalogSnapshot> look) {
    return look.apply(sources.schema(source)).isDeclaredAs(state.declared());
  }

  private boolean isCurrent(String source, Learned before, State state, Instant now) {
    Optional<String> version = sources.engine(source).version();
    if (version.isPresent()) {
      return version.equals(state.version());
    }
    return before.learnedAt().plus(LEARN_EVERY).isAfter(now)
        && isDeclared(source, state, Schema::now);
  }

  /** Learned again, by whoever first sees that this is no longer so. */
  private Learned anew(String source, Learned old) {
    learned.computeIfPresent(source, (name, known) -> known.state() == old.state() ? null : known);
    return current(source);
  }

  private Learned current(String source) {
    return learned.computeIfAbsent(
        source,
        name -> {
          CompletableFuture<State> state = new CompletableFuture<>();
          Thread.ofVirtual().name("learn-" + name).start(() -> learn(name, state));
          Instant now = clock.instant();
          return new Learned(state, now, now, now);
        });
  }

  private void learn(String source, CompletableFuture<State> result) {
    room.acquireUninterruptibly();
    try {
      Engine engine = sources.engine(source);
      Optional<String> version = engine.version();
      CatalogSnapshot declared = sources.schema(source).anew();
      SourceReader reader = new SourceReader(queries, source, engine.dialect());
      SourceKnowledge knowledge = new KnowledgeBuilder(source, reader).build(declared);
      result.complete(new State(declared, version, new SeenKnowledge(knowledge)));
    } catch (RuntimeException | Error failure) {
      result.completeExceptionally(failure);
    } finally {
      room.release();
    }
  }

  private State await(String source, Learned waited) {
    try {
      return waited.state().join();
    } catch (CompletionException | CancellationException failure) {
      // The next one to ask tries again.
      learned.remove(source, waited);
      if (failure.getCause() instanceof AlidadeException known) {
        throw known;
      }
      throw new AlidadeException(
          ErrorCode.INTERNAL, "Source `%s` could not be learned".formatted(source), failure);
    }
  }
}
