package dev.alidade.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caches;
import dev.alidade.base.ErrorCode;
import dev.alidade.cache.shared.Look;
import dev.alidade.cache.shared.SharedResults;
import dev.alidade.cache.shared.SharedState;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.sql.TableName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Results of governed statements, given again for as long as their source says that its data are
 * the same. Who asks what somebody else is asking at this moment waits for that one answer.
 */
public final class ResultCache implements AutoCloseable {
  private static final Logger LOGGER = System.getLogger(ResultCache.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  // A bound for what no word of a source could tell, such as a backup that was restored.
  private static final Duration LONGEST = Duration.ofHours(1);
  // Quicker statements are as well run as found in another's rows.
  private static final Duration LEAST_OF_WHOLE = Duration.ofMillis(1);

  /** The statement's own faults, which it has again. */
  private static final Set<ErrorCode> OF_STATEMENT =
      Set.of(
          ErrorCode.SYNTAX_ERROR,
          ErrorCode.TABLE_NOT_FOUND,
          ErrorCode.COLUMN_NOT_FOUND,
          ErrorCode.FUNCTION_NOT_FOUND,
          ErrorCode.TYPE_MISMATCH,
          ErrorCode.DATA_ERROR);

  private final CacheSettings settings;
  private final Clock clock;
  private final Cache<CacheKey, Held> kept;
  private final Wholes wholes;
  private final Worth worth = new Worth();
  private final Sharing sharing;
  private final Decisions decisions;
  private final CacheCounts counts = new CacheCounts();
  private final Map<String, AtomicLong> editions = new ConcurrentHashMap<>();
  private final Map<FlightKey, Flight> flights = new ConcurrentHashMap<>();

  /** What is being read, of which data. */
  private record FlightKey(CacheKey key, String version) {}

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
    this.settings = settings;
    this.wholes = new Wholes(leastOfWhole);
    this.clock = clock;
    this.sharing = new Sharing(shared, LONGEST, clock);
    this.decisions = new Decisions(worth, sharing::mayHave, clock);
    sharing.tell(this::forget, editions::keySet);
    this.kept =
        Caches.builder()
            .maximumWeight(settings.memory())
            .weigher((CacheKey key, Held held) -> weight(key.bytes() + held.bytes()))
            .expireAfter(Expiry.writing((CacheKey key, Held held) -> sharing.left(held)))
            .build();
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
    CacheKey key = keyOf(question);
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
    CacheKey key = keyOf(question);
    Decision decision = decide(key, rule, question);
    Look look = sharing.look(decision, key, question);
    if (look instanceof Look.Cleared) {
      look = sharing.look(decision, key, question);
    }
    return look instanceof Look.Found found
        ? Sharing.outcome(found.rows().readAt())
        : decision.outcome();
  }

  /** Forgets all results of a source, here and at other instances; gives how many here. */
  public long clear(String source) {
    sharing.clear(source);
    return forget(source);
  }

  /** Forgets all results of a source here, also those that are being read now; gives how many. */
  public long forget(String source) {
    edition(source).incrementAndGet();
    worth.forget(source);
    return forget(entry -> entry.getKey().source().equals(source));
  }

  /**
   * Forgets the results that read a table, with or without its schema; gives how many. What lies
   * elsewhere is sealed, so other instances forget all of the source.
   */
  public long clear(String source, String table) {
    sharing.clear(source);
    return forget(
        entry ->
            entry.getKey().source().equals(source)
                && entry.getValue().origin().tables().stream()
                    .anyMatch(name -> isWritten(name, table)));
  }

  /** How results of the sources that were asked are kept, by name. */
  public List<SourceStatistics> statistics() {
    kept.cleanUp();
    return counts.now().entrySet().stream()
        .map(entry -> statistics(entry.getKey(), entry.getValue()))
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
    Optional<Held> held = Optional.ofNullable(kept.getIfPresent(key));
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
    return kept.getIfPresent(found.key()) instanceof Held.Result whole
        ? whole.taken(found.part(), question.engine().resultRules().orElseThrow())
        : Optional.empty();
  }

  /** What was taken once need not be taken again. */
  private void keepTaken(CacheKey key, Held given) {
    if (given.origin().taken().isPresent()) {
      kept.asMap().putIfAbsent(key, given);
    }
  }

  private CachedRows follow(
      Decision decision, CacheKey key, CacheQuestion question, SourceRule rule) {
    if (decision.refreshes()) {
      refresh(key, decision.version().orElseThrow(), question);
    }
    if (decision.given().isPresent()) {
      return given(decision.given().get(), decision.outcome());
    }
    if (decision.version().isEmpty()) {
      return new CachedRows(
          recorded(0, new Passing(question, key), question.run()), decision.outcome());
    }
    return read(decision, new FlightKey(key, decision.version().get()), question, rule);
  }

  /** Reads what is not kept, unless somebody is at it. */
  private CachedRows read(
      Decision decision, FlightKey what, CacheQuestion question, SourceRule rule) {
    Flight mine = new Flight();
    Flight other = question.streamed() ? flights.get(what) : flights.putIfAbsent(what, mine);
    if (other != null) {
      Optional<Held> shared = other.await(PATIENCE, question.cancellation());
      if (shared.isPresent()) {
        return given(
            shared.get(),
            CacheOutcome.of(CacheOutcome.State.JOINED, "Somebody asked the same at the same time"));
      }
    }
    Look look = sharing.look(decision, what.key(), question);
    if (look instanceof Look.Absent && edition(what.key().source()).get() != what.key().edition()) {
      // It was cleared since this question began, and nobody would find what is kept for it.
      look = new Look.Cleared();
    }
    Keeping keeping = new Keeping(what, question, mine, clock.instant(), look);
    return switch (look) {
      case Look.Found found -> {
        Held held = sharing.held(found.rows(), what.version());
        keeping.keep(held);
        yield given(held, Sharing.outcome(held.origin().readAt()));
      }
      case Look.Cleared _ -> {
        keeping.land(Optional.empty());
        yield answer(question, rule);
      }
      case Look.Absent _, Look.Away _ ->
          new CachedRows(recorded(settings.largest(), keeping, question.run()), decision.outcome());
    };
  }

  private void refresh(CacheKey key, String version, CacheQuestion question) {
    FlightKey what = new FlightKey(key, version);
    Flight mine = new Flight();
    if (flights.putIfAbsent(what, mine) != null) {
      return;
    }
    Thread.ofVirtual()
        .name("refresh-" + key.source())
        .start(
            () -> {
              Keeping keeping = new Keeping(what, question, mine, clock.instant(), new Look.Away());
              try (ResultStream rows = recorded(settings.largest(), keeping, question.again())) {
                drain(rows);
              } catch (AlidadeException failure) {
                // Who asks next asks the source, and hears of it.
                LOGGER.log(Level.DEBUG, "A result could not be read anew", failure);
              }
            });
  }

  private static void drain(ResultStream rows) {
    Optional<Batch> batch = rows.next();
    while (batch.isPresent()) {
      batch = rows.next();
    }
  }

  private ResultStream recorded(
      long most, Recording.Listener listener, Supplier<ResultStream> run) {
    long before = System.nanoTime();
    try {
      ResultStream rows = run.get();
      return new Recording(rows, most, System.nanoTime() - before, listener);
    } catch (AlidadeException failure) {
      listener.failed(failure);
      throw failure;
    } catch (RuntimeException | Error failure) {
      listener.left(System.nanoTime() - before);
      throw failure;
    }
  }

  /** Hears what becomes of a statement that is not kept: how long it took. */
  private final class Passing implements Recording.Listener {
    private final CacheQuestion question;
    private final CacheKey key;

    Passing(CacheQuestion question, CacheKey key) {
      this.question = question;
      this.key = key;
    }

    @Override
    public void complete(
        List<ResultColumn> columns, List<HeldBatch> batches, long bytes, long nanos) {
      ran(question, key, nanos);
    }

    @Override
    public void failed(AlidadeException failure) {
      // How long a failure takes tells nothing of the statement.
    }

    @Override
    public void left(long nanos) {
      ran(question, key, nanos);
    }
  }

  /** Keeps what is read, and gives it to those who wait for it. */
  private final class Keeping implements Recording.Listener {
    private final FlightKey what;
    private final CacheQuestion question;
    private final Flight flight;
    private final Held.Origin origin;
    private final Look elsewhere;

    Keeping(FlightKey what, CacheQuestion question, Flight flight, Instant readAt, Look elsewhere) {
      this.what = what;
      this.question = question;
      this.flight = flight;
      this.origin = new Held.Origin(what.version(), readAt, question.sql().tables());
      this.elsewhere = elsewhere;
    }

    @Override
    public void complete(
        List<ResultColumn> columns, List<HeldBatch> batches, long bytes, long nanos) {
      ran(question, what.key(), nanos);
      Held.Result result = new Held.Result(origin, columns, batches, bytes);
      keep(result);
      wholes.kept(what.key(), question, nanos);
      if (elsewhere instanceof Look.Absent absent && isWorthIt()) {
        sharing.put(absent.slot(), result);
      }
    }

    @Override
    public void failed(AlidadeException failure) {
      if (!what.version().isEmpty() && OF_STATEMENT.contains(failure.code())) {
        keep(new Held.Failure(origin, failure));
        return;
      }
      land(Optional.empty());
    }

    @Override
    public void left(long nanos) {
      ran(question, what.key(), nanos);
      land(Optional.empty());
    }

    private boolean isWorthIt() {
      return !question.asksServer() || worth.against(what.key()).isEmpty();
    }

    private void keep(Held held) {
      kept.put(what.key(), held);
      land(Optional.of(held));
    }

    private void land(Optional<Held> held) {
      flights.remove(what, flight);
      flight.land(held);
    }
  }

  /** What a statement took counts only where it decides whether its server is asked. */
  private void ran(CacheQuestion question, CacheKey key, long nanos) {
    if (question.asksServer()) {
      worth.ran(key, nanos);
    }
  }

  private static CachedRows given(Held held, CacheOutcome outcome) {
    return switch (held) {
      case Held.Result result -> new CachedRows(new Replay(result), outcome);
      case Held.Failure failure -> throw failure.again();
    };
  }

  private static CacheOutcome off() {
    return CacheOutcome.of(CacheOutcome.State.BYPASS, "No results of this source are kept");
  }

  private long forget(Predicate<Map.Entry<CacheKey, Held>> which) {
    List<CacheKey> keys =
        kept.asMap().entrySet().stream().filter(which).map(Map.Entry::getKey).toList();
    kept.invalidateAll(keys);
    return keys.size();
  }

  private CacheKey keyOf(CacheQuestion question) {
    long edition = edition(question.sql().source()).get();
    return CacheKey.of(question.sql(), question.parameters(), edition);
  }

  private AtomicLong edition(String source) {
    return editions.computeIfAbsent(source, ignored -> new AtomicLong());
  }

  private SourceStatistics statistics(String source, Map<CacheOutcome.State, Long> numbers) {
    List<Map.Entry<CacheKey, Held>> entries =
        kept.asMap().entrySet().stream()
            .filter(entry -> entry.getKey().source().equals(source))
            .toList();
    long bytes =
        entries.stream()
            .mapToLong(entry -> entry.getKey().bytes() + entry.getValue().bytes())
            .sum();
    return new SourceStatistics(source, numbers, entries.size(), bytes);
  }

  private static boolean isWritten(TableName name, String table) {
    return name.toString().equalsIgnoreCase(table) || name.table().equalsIgnoreCase(table);
  }

  private static int weight(long bytes) {
    return (int) Math.min(bytes, Integer.MAX_VALUE);
  }
}
