package dev.alidade.caching;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.cache.CacheOutcome;
import dev.alidade.cache.Pin;
import dev.alidade.cache.PinState;
import dev.alidade.cache.ResultCache;
import dev.alidade.engine.Parameters;
import dev.alidade.operation.Failure;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Looks after one pin: reads its rows where what is kept of them is not the data's. */
final class PinWatch {
  private static final Logger LOGGER = System.getLogger(PinWatch.class.getName());
  private static final QueryLimits LIMITS = QueryLimits.JOB.within(Duration.ofMinutes(10));
  private static final Duration MOST_BETWEEN_TRIES = Duration.ofMinutes(5);
  // To find out once more that it is too large, all of it has to be read.
  private static final Duration TILL_SMALLER = Duration.ofHours(1);
  private static final int MOST_DOUBLED = 10;
  // A file that was just written is a trouble of moments.
  private static final int LOGGED_TROUBLE = 3;

  private final Pin pin;
  private final QueryService queries;
  private final ResultCache cache;
  private final Function<String, Optional<Caller>> callers;
  private final Cancellation stop;
  private final Clock clock;
  private final ReadAhead readAhead;
  private volatile Optional<Instant> lookedAt = Optional.empty();
  private volatile Optional<String> trouble = Optional.of("It was not read yet");
  private volatile Optional<CacheStatsOutput.PinFailure> lastFailure = Optional.empty();
  private int troubles;

  /** {@code stop} says that nobody needs its rows any more. */
  PinWatch(
      Pin pin,
      QueryService queries,
      ResultCache cache,
      Function<String, Optional<Caller>> callers,
      Cancellation stop,
      Clock clock) {
    this.pin = pin;
    this.queries = queries;
    this.cache = cache;
    this.callers = callers;
    this.stop = stop;
    this.clock = clock;
    this.readAhead = new ReadAhead(queries);
  }

  /** Looks once, and gives after which time to look again; never fails. */
  Duration look() {
    trouble = tried();
    lookedAt = Optional.of(clock.instant());
    troubles = trouble.isPresent() ? troubles + 1 : 0;
    if (troubles == LOGGED_TROUBLE && !stop.isCancelled()) {
      LOGGER.log(Level.WARNING, "Pin `{0}` cannot be kept now: {1}", pin.name(), trouble.get());
    }
    return untilNext();
  }

  /** Nothing, or why the rows are not here or cannot be given. */
  private Optional<String> tried() {
    try {
      return read();
    } catch (RuntimeException thrown) {
      if (stop.isCancelled()) {
        return Optional.of("The server is stopping");
      }
      Failure failure = Failure.of(thrown);
      lastFailure =
          Optional.of(
              new CacheStatsOutput.PinFailure(
                  failure.code().name(), failure.message(), clock.instant()));
      forget(failure);
      return Optional.of(failure.message());
    }
  }

  /** What its caller may not ask, or nobody can, need not lie here; else it may be right again. */
  private void forget(Failure failure) {
    switch (failure.type()) {
      case USER, DENIED -> cache.unpin(pin.name());
      case RESOURCES, EXTERNAL, INTERNAL -> {
        // The source may soon say that what is kept is as its data are.
      }
    }
  }

  private Optional<String> read() {
    QueryRequest request = request();
    CacheOutcome outcome = queries.pin(pin.name(), request);
    switch (outcome.state()) {
      case HIT, AGED, JOINED -> {}
      case DERIVED, STALE, MISS -> readAhead.read(request);
      case BYPASS -> {
        return Optional.of(outcome.why());
      }
    }
    return switch (cache.pinned(pin.name())) {
      case PinState.Stays _ -> Optional.empty();
      case PinState.TooLarge _ ->
          Optional.of(
              "It takes more than the other pins leave of `pins-mb`; raise that, or select less");
      case PinState.Away _ -> Optional.of(queries.pin(pin.name(), request).why());
    };
  }

  private QueryRequest request() {
    Caller caller =
        callers
            .apply(pin.caller())
            .orElseThrow(
                () ->
                    new AlidadeException(
                        ErrorCode.CALLER_NOT_FOUND,
                        "There is no caller `%s` any more; name one of the configuration in the pin `%s`"
                            .formatted(pin.caller(), pin.name())));
    return new QueryRequest(
        caller.through(Caller.SYSTEM.door()),
        pin.source(),
        pin.sql(),
        Parameters.NONE,
        LIMITS,
        stop);
  }

  private Duration untilNext() {
    if (troubles == 0) {
      return pin.every();
    }
    if (cache.pinned(pin.name()) instanceof PinState.TooLarge) {
      return TILL_SMALLER;
    }
    Duration most =
        pin.every().compareTo(MOST_BETWEEN_TRIES) > 0 ? pin.every() : MOST_BETWEEN_TRIES;
    Duration doubled = Duration.ofSeconds(1L << Math.min(troubles - 1, MOST_DOUBLED));
    return doubled.compareTo(most) < 0 ? doubled : most;
  }

  /** How it is. */
  CacheStatsOutput.OfPin now() {
    PinState state = cache.pinned(pin.name());
    Optional<PinState.Stays> stays =
        state instanceof PinState.Stays there ? Optional.of(there) : Optional.empty();
    return new CacheStatsOutput.OfPin(
        pin.name(),
        pin.source(),
        pin.caller(),
        stays.isPresent(),
        trouble,
        stays.map(PinState.Stays::rows).orElse(0L),
        stays.map(PinState.Stays::bytes).orElse(0L),
        stays.map(PinState.Stays::readAt),
        lookedAt,
        lastFailure);
  }
}
