package dev.alidade.caching;

import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.cache.Pin;
import dev.alidade.cache.ResultCache;
import dev.alidade.query.QueryService;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Reads the results that the configuration pins, and reads them again when the data change. */
public final class PinService implements AutoCloseable {
  private final List<PinWatch> watches;
  private final Cancellation stop = new Cancellation();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("pin-", 0).factory());

  /** {@code callers} says who a caller is now, whose rows are read. */
  public PinService(
      List<Pin> pins,
      QueryService queries,
      ResultCache cache,
      Function<String, Optional<Caller>> callers,
      Clock clock) {
    watches =
        pins.stream().map(pin -> new PinWatch(pin, queries, cache, callers, stop, clock)).toList();
  }

  /** Begins to read them, in the background. */
  public void begin() {
    watches.forEach(watch -> threads.execute(() -> keep(watch)));
  }

  private void keep(PinWatch watch) {
    try {
      Duration wait = Duration.ZERO;
      while (!stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        wait = watch.look();
      }
    } catch (InterruptedException gone) {
      Thread.currentThread().interrupt();
    }
  }

  /** How they are, in the order of the configuration. */
  List<CacheStatsOutput.OfPin> all() {
    return watches.stream().map(PinWatch::now).toList();
  }

  /** Stops what is being read, and waits for it. */
  @Override
  public void close() {
    stopped.countDown();
    stop.cancel();
    threads.close();
  }
}
