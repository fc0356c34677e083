package dev.alidade.catalog;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Engine;
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

/** What is known of each source: learned once, shared by all, and kept current. */
public final class CatalogService {
  private static final Duration CHECK_EVERY = Duration.ofSeconds(10);
  private static final Duration LEARN_EVERY = Duration.ofMinutes(15);
  private static final int LEARN_AT_ONCE = 2;

  private final Sources sources;
  private final QueryService queries;
  private final Clock clock;
  private final Map<String, Learned> learned = new ConcurrentHashMap<>();
  private final Semaphore room = new Semaphore(LEARN_AT_ONCE);
  private final SourceStates states;
  private final SeenKnowledge seen = new SeenKnowledge();

  /** Knowledge of {@code sources}, read through {@code queries}. */
  public CatalogService(Sources sources, QueryService queries, Clock clock) {
    this.sources = sources;
    this.queries = queries;
    this.clock = clock;
    states = new SourceStates(sources, clock);
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
   * @param catalogVersion what it says of its tables' state, where it can
   */
  private record State(
      CatalogSnapshot declared,
      Optional<String> version,
      Optional<String> catalogVersion,
      SourceKnowledge knowledge) {}

  private record Learned(CompletableFuture<State> state, Instant learnedAt, Instant checkedAt) {
    Learned checked(Instant now) {
      return new Learned(state, learnedAt, now);
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
    Access access = queries.access(caller);
    SourceKnowledge whole = knowledge(source);
    return access.isUnrestricted()
        ? whole
        : seen.of(whole, access, sources.engine(source).homeSchema());
  }

  /**
   * What is known of the source now; waits while it is learned. Of a source that went down, it is
   * what was known last.
   */
  public SourceKnowledge knowledge(String source) {
    sources.definition(source);
    Learned before = current(source);
    State state = await(source, before);
    if (before.checkedAt().plus(CHECK_EVERY).isAfter(clock.instant())) {
      return state.knowledge();
    }
    return refreshed(source, before, state);
  }

  /** What a caller may know of a source; empty while it is down, so that it hides no other. */
  public Optional<SourceKnowledge> available(Caller caller, String source) {
    try {
      return Optional.of(knowledge(caller, source));
    } catch (AlidadeException down) {
      return Optional.empty();
    }
  }

  private SourceKnowledge refreshed(String source, Learned before, State state) {
    Instant now = clock.instant();
    if (!learned.replace(source, before, before.checked(now))) {
      // Somebody else is checking at this moment.
      return state.knowledge();
    }
    Learned checked = before.checked(now);
    try {
      if (isCurrent(sources.engine(source), before, state, now)) {
        return state.knowledge();
      }
      learned.remove(source, checked);
      return await(source, current(source)).knowledge();
    } catch (AlidadeException down) {
      // What was known of it is better than nothing; list_sources says that it is down.
      learned.putIfAbsent(source, checked);
      return state.knowledge();
    }
  }

  private static boolean isCurrent(Engine engine, Learned before, State state, Instant now) {
    Optional<String> version = engine.version();
    if (version.isPresent()) {
      return version.equals(state.version());
    }
    if (before.learnedAt().plus(LEARN_EVERY).isBefore(now)) {
      return false;
    }
    Optional<String> tables = engine.catalogVersion();
    boolean sameWord = tables.isPresent() && tables.equals(state.catalogVersion());
    return sameWord || engine.readCatalog().equals(state.declared());
  }

  private Learned current(String source) {
    return learned.computeIfAbsent(
        source,
        name -> {
          CompletableFuture<State> state = new CompletableFuture<>();
          Thread.ofVirtual().name("learn-" + name).start(() -> learn(name, state));
          Instant now = clock.instant();
          return new Learned(state, now, now);
        });
  }

  private void learn(String source, CompletableFuture<State> result) {
    room.acquireUninterruptibly();
    try {
      Engine engine = sources.engine(source);
      Optional<String> version = engine.version();
      Optional<String> catalogVersion = engine.catalogVersion();
      CatalogSnapshot declared = engine.readCatalog();
      SourceReader reader = new SourceReader(queries, source, engine.dialect());
      SourceKnowledge knowledge = new KnowledgeBuilder(source, reader).build(declared);
      result.complete(new State(declared, version, catalogVersion, knowledge));
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
