package dev.alidade.cache;

import dev.alidade.cache.shared.Look;
import dev.alidade.cache.shared.SharedResults;
import dev.alidade.cache.shared.SharedState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Results of governed statements, given again for as long as their source says that its data are
 * the same. Who asks what somebody else is asking at this moment waits for that one answer.
 */
public final class ResultCache implements AutoCloseable {
  // A bound for what no word of a source could tell, such as a backup that was restored.
  private static final Duration LONGEST = Duration.ofHours(1);
  // Quicker statements are as well run as found in another's rows.
  private static final Duration LEAST_OF_WHOLE = Duration.ofMillis(1);

  private final CacheSettings settings;
  private final Kept kept;
  private final Wholes wholes;
  private final Worth worth = new Worth();
  private final Sharing sharing;
  private final Decisions decisions;
  private final Flights flights;
  private final CacheCounts counts = new CacheCounts();

  /** Keeps results as these settings say, in this process. */
  public ResultCache(CacheSettings settings, Clock clock) {
    this(settings, clock, Optional.empty());
  }

  /** The same, and shares them with other instances. */
  public ResultCache(CacheSettings settings, Clock clock, Optional<SharedResults> shared) {
    this(settings, clock, shared, LEAST_OF_WHOLE);
  }

  /** Keeps them in this process, and takes parts of what took its source at least so long. */
  public ResultCache(CacheSettings settings, Clock clock, Duration leastOfWhole) {
    this(settings, clock, Optional.empty(), leastOfWhole);
  }

  private ResultCache(
      CacheSettings settings, Clock clock, Optional<SharedResults> shared, Duration leastOfWhole) {
    Lifetime lifetime = new Lifetime(LONGEST, clock);
    this.settings = settings;
    this.kept = new Kept(settings, lifetime);
    this.wholes = new Wholes(leastOfWhole);
    this.sharing = new Sharing(shared, lifetime);
    this.decisions = new Decisions(worth, sharing::mayHave, kept.pinned()::isPinned, clock);
    this.flights = new Flights(settings.largest(), kept, wholes, worth, sharing, clock);
    sharing.tell(this::forget, kept::sources);
  }

  /** A cache that keeps nothing. */
  public static ResultCache none() {
    return new ResultCache(CacheSettings.NONE, Clock.systemUTC());
  }

  /** The rows of a statement, kept or from its source. */
  public CachedRows rows(CacheQuestion question) {
    SourceRule rule = settings.of(question.sql().source());
    if (rule.off()) {
      return new CachedRows(question.run().get(), off());
    }
    CachedRows rows = answer(question, rule);
    counts.count(question.sql().source(), rows.outcome().state());
    return rows;
  }

  private CachedRows answer(CacheQuestion question, SourceRule rule) {
    CacheKey key = kept.keyOf(question);
    Decision decision = decide(key, rule, question);
    decision.given().ifPresent(given -> keepTaken(key, given));
    return follow(decision, key, question, rule);
  }

  /** Where the rows of a statement would come from now, and why. */
  public CacheOutcome explain(CacheQuestion question) {
    SourceRule rule = settings.of(question.sql().source());
    if (rule.off()) {
      return off();
    }
    CacheKey key = kept.keyOf(question);
    CacheOutcome outcome = explain(key, rule, question);
    return kept.pinned().nameOf(key).map(outcome::pinned).orElse(outcome);
  }

  private CacheOutcome explain(CacheKey key, SourceRule rule, CacheQuestion question) {
    Decision decision = decide(key, rule, question);
    Look look = sharing.look(decision, key, question);
    if (look instanceof Look.Cleared) {
      look = sharing.look(decision, key, question);
    }
    return look instanceof Look.Found found
        ? Sharing.outcome(found.rows().readAt())
        : decision.outcome();
  }

  /**
   * From now on the result of this statement stays, once it is kept, and no longer that of what had
   * the name before. Gives where its rows would come from now.
   */
  public CacheOutcome pin(String name, CacheQuestion question) {
    SourceRule rule = settings.of(question.sql().source());
    if (rule.off()) {
      return off();
    }
    CacheKey key = kept.keyOf(question);
    kept.pin(name, key);
    return explain(key, rule, question);
  }

  /** Nothing stays under this name. */
  public void unpin(String name) {
    kept.pinned().unpin(name);
  }

  /** What stays under this name. */
  public PinState pinned(String name) {
    return kept.pinned().state(name);
  }

  /** Forgets all results of a source, here and at other instances; gives how many here. */
  public long clear(String source) {
    sharing.clear(source);
    return forget(source);
  }

  /** Forgets all results of a source here, also those that are being read now; gives how many. */
  public long forget(String source) {
    worth.forget(source);
    return kept.forget(source);
  }

  /**
   * Forgets the results that read a table, with or without its schema; gives how many. What lies
   * elsewhere is sealed, so other instances forget all of the source.
   */
  public long clear(String source, String table) {
    sharing.clear(source);
    return kept.forget(source, table);
  }

  /** How results of the sources that were asked are kept, by name. */
  public List<SourceStatistics> statistics() {
    return counts.now().entrySet().stream()
        .map(entry -> kept.statistics(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** How much is kept at most. */
  public CacheSettings settings() {
    return settings;
  }

  /** How sharing results with other instances goes, where they are shared. */
  public Optional<SharedState> shared() {
    return sharing.state();
  }

  /** Begins to look for what is shared; else the first question does. */
  public void begin() {
    sharing.begin();
  }

  @Override
  public void close() {
    sharing.close();
  }

  private Decision decide(CacheKey key, SourceRule rule, CacheQuestion question) {
    Optional<Held> held = kept.find(key);
    List<Wholes.Found> found = held.isPresent() ? List.of() : wholes.of(key, question);
    found.stream().findFirst().ifPresent(whole -> worth.foundIn(key, whole.key()));
    Decision decision = decisions.of(key, held, rule, question);
    if (decision.given().isPresent() || decision.version().isEmpty()) {
      return decision;
    }
    return (held.isPresent() ? wholes.of(key, question) : found)
        .stream()
            .flatMap(whole -> take(whole, question).stream())
            .flatMap(taken -> decisions.ofTaken(key, taken, decision, rule, question).stream())
            .findFirst()
            .orElse(decision);
  }

  private Optional<Held> take(Wholes.Found found, CacheQuestion question) {
    return kept.find(found.key())
        .flatMap(
            held ->
                held instanceof Held.Result whole
                    ? whole.taken(found.part(), question.engine().resultRules().orElseThrow())
                    : Optional.empty());
  }

  /** What was taken once need not be taken again. */
  private void keepTaken(CacheKey key, Held given) {
    String version = given.origin().version();
    if (given.origin().taken().isPresent()
        && kept.find(key).filter(held -> held.origin().version().equals(version)).isEmpty()) {
      kept.put(key, given);
    }
  }

  private CachedRows follow(
      Decision decision, CacheKey key, CacheQuestion question, SourceRule rule) {
    if (decision.refreshes()) {
      flights.refresh(decision, key, question);
    }
    if (decision.given().isPresent()) {
      return CachedRows.of(decision.given().get(), decision.outcome());
    }
    return decision.version().isEmpty()
        ? flights.pass(decision, key, question)
        : flights.read(decision, key, question).orElseGet(() -> answer(question, rule));
  }

  private static CacheOutcome off() {
    return CacheOutcome.of(CacheOutcome.State.BYPASS, "No results of this source are kept");
  }
}
