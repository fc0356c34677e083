package dev.alidade.cache;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.cache.shared.Look;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
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
import java.util.function.Supplier;

/**
 * Asks sources for rows, once for all who ask the same at the same time, and keeps what they give.
 */
final class Flights {
  private static final Logger LOGGER = System.getLogger(Flights.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The statement's own faults, which it has again. */
  private static final Set<ErrorCode> OF_STATEMENT =
      Set.of(
          ErrorCode.SYNTAX_ERROR,
          ErrorCode.TABLE_NOT_FOUND,
          ErrorCode.COLUMN_NOT_FOUND,
          ErrorCode.FUNCTION_NOT_FOUND,
          ErrorCode.TYPE_MISMATCH,
          ErrorCode.DATA_ERROR);

  private final long largest;
  private final Kept kept;
  private final Wholes wholes;
  private final Worth worth;
  private final Sharing sharing;
  private final Clock clock;
  private final Map<FlightKey, Flight> flights = new ConcurrentHashMap<>();

  /** What is being read, of which data. */
  private record FlightKey(CacheKey key, String version) {}

  /** Puts results of up to {@code largest} bytes where they are kept and shared. */
  Flights(long largest, Kept kept, Wholes wholes, Worth worth, Sharing sharing, Clock clock) {
    this.largest = largest;
    this.kept = kept;
    this.wholes = wholes;
    this.worth = worth;
    this.sharing = sharing;
    this.clock = clock;
  }

  /** What is not kept. */
  CachedRows pass(Decision decision, CacheKey key, CacheQuestion question) {
    return new CachedRows(
        recorded(0, new Passing(question, key), question.run()), decision.outcome());
  }

  /**
   * Reads what is not kept yet, unless somebody is at it; nothing where the source was cleared
   * meanwhile, so that it has to be decided anew.
   */
  Optional<CachedRows> read(Decision decision, CacheKey key, CacheQuestion question) {
    FlightKey what = new FlightKey(key, decision.version().orElseThrow());
    Flight mine = new Flight();
    Flight other = question.streamed() ? flights.get(what) : flights.putIfAbsent(what, mine);
    if (other != null) {
      Optional<Held> shared = other.await(PATIENCE, question.cancellation());
      if (shared.isPresent()) {
        return Optional.of(
            CachedRows.of(
                shared.get(),
                CacheOutcome.of(
                    CacheOutcome.State.JOINED, "Somebody asked the same at the same time")));
      }
    }
    Look look = sharing.look(decision, key, question);
    if (look instanceof Look.Absent && !kept.isCurrent(key)) {
      // It was cleared since this question began, and nobody would find what is kept for it.
      look = new Look.Cleared();
    }
    Keeping keeping = new Keeping(what, question, mine, clock.instant(), look);
    return switch (look) {
      case Look.Found found -> {
        Held held = sharing.held(found.rows(), what.version());
        keeping.keep(held);
        yield Optional.of(CachedRows.of(held, Sharing.outcome(held.origin().readAt())));
      }
      case Look.Cleared _ -> {
        keeping.land(Optional.empty());
        yield Optional.empty();
      }
      case Look.Absent _, Look.Away _ ->
          Optional.of(
              new CachedRows(recorded(most(key), keeping, question.run()), decision.outcome()));
    };
  }

  /** Reads it in the background for those who come later, unless somebody is at it. */
  void refresh(Decision decision, CacheKey key, CacheQuestion question) {
    FlightKey what = new FlightKey(key, decision.version().orElseThrow());
    Flight mine = new Flight();
    if (flights.putIfAbsent(what, mine) != null) {
      return;
    }
    Thread.ofVirtual()
        .name("refresh-" + key.source())
        .start(
            () -> {
              Keeping keeping = new Keeping(what, question, mine, clock.instant(), new Look.Away());
              try (ResultStream rows = recorded(most(key), keeping, question.again())) {
                drain(rows);
              } catch (AlidadeException failure) {
                // Who asks next asks the source, and hears of it.
                LOGGER.log(Level.DEBUG, "A result could not be read anew", failure);
              }
            });
  }

  private long most(CacheKey key) {
    return Math.max(largest, kept.pinned().roomFor(key));
  }

  private static void drain(ResultStream rows) {
    Optional<Batch> batch = rows.next();
    while (batch.isPresent()) {
      batch = rows.next();
    }
  }

  private static ResultStream recorded(
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

  /** What a statement took counts only where it decides whether its server is asked. */
  private void ran(CacheQuestion question, CacheKey key, long nanos) {
    if (question.asksServer()) {
      worth.ran(key, nanos);
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

    @Override
    public void tooLarge(long nanos) {
      kept.pinned().refuse(what.key());
      left(nanos);
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
}
