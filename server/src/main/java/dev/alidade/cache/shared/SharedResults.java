package dev.alidade.cache.shared;

import dev.alidade.base.AlidadeException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Results on a shelf beside the instances. A shelf that is down, slow or full of strangers' bytes
 * costs queries a short wait at most, and fails none.
 */
public final class SharedResults implements AutoCloseable {
  private static final Logger LOGGER = System.getLogger(SharedResults.class.getName());
  private static final int MOST_WAITING = 64;
  // What is sealed and packed may be a little larger than what it holds.
  private static final int MARGIN = 64 * 1024;

  private final Shelf shelf;
  private final SharedSettings settings;
  private final int most;
  private final Seal seal;
  private final Reach reach;
  private final Marks marks;
  private final Watch watch;
  private final Prospects prospects = new Prospects();
  private final ExecutorService writer;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder written = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder failures = new LongAdder();

  /** Shares results of up to {@code largest} bytes on {@code shelf}, once somebody begins. */
  public SharedResults(Shelf shelf, SharedSettings settings, long largest) {
    this(shelf, settings, largest, Duration.ofSeconds(2));
  }

  /** The same; {@code period} is between two looks at what others cleared. */
  SharedResults(Shelf shelf, SharedSettings settings, long largest, Duration period) {
    this.shelf = shelf;
    this.settings = settings;
    this.most = Math.toIntExact(Math.min(largest, Integer.MAX_VALUE - 2L * MARGIN)) + MARGIN;
    this.seal = new Seal(settings.key());
    this.reach = new Reach(shelf.place(), period.dividedBy(2));
    this.marks = new Marks(shelf, seal, settings.prefix());
    this.watch = new Watch(period, this::visit);
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("shared-results-writer").factory());
    one.allowCoreThreadTimeOut(true);
    this.writer = one;
  }

  /**
   * {@code cleared} hears of sources that another instance cleared, of those that are used here.
   */
  public void tell(Consumer<String> cleared, Supplier<Set<String>> used) {
    marks.tell(cleared, used);
  }

  /** Begins to look for the shelf and for what others clear, in the background; once is enough. */
  public void begin() {
    watch.begin();
  }

  /** Whether it is worth looking for a statement that this instance never ran. */
  public boolean mayHave(String source) {
    begin();
    return reach.isOpen() && prospects.tries(source);
  }

  /** Looks for a result, which takes a short while at most. */
  public Look look(SharedPlace place) {
    begin();
    if (!reach.isOpen() || marks.isUntold(place.source())) {
      return new Look.Away();
    }
    String name = settings.prefix() + seal.name(place.bytes());
    try {
      Shelf.Found found = shelf.find(name, marks.nameOf(place.source()), most);
      Optional<String> mark = marks.noted(place.source(), found.mark());
      reach.worked();
      return mark.isEmpty()
          ? new Look.Cleared()
          : opened(place.source(), new Look.Slot(name, mark.get()), found.value());
    } catch (RuntimeException failure) {
      failed(failure);
      return new Look.Away();
    }
  }

  /** Puts a result where it was looked for, later; it may also be dropped. */
  public void put(Look.Slot slot, SharedRows rows, Duration lifetime) {
    try {
      writer.execute(() -> write(slot, rows, lifetime));
    } catch (RejectedExecutionException full) {
      dropped.increment();
    }
  }

  /** Lets all instances forget what they keep of a source. */
  public void clear(String source) {
    marks.untold(source);
    begin();
    if (!reach.isOpen()) {
      return;
    }
    try {
      marks.tellCleared();
    } catch (RuntimeException failure) {
      failed(failure);
    }
  }

  /** How it goes. */
  public SharedState state() {
    return new SharedState(
        shelf.place(),
        reach.isOpen(),
        reach.why(),
        hits.sum(),
        misses.sum(),
        written.sum(),
        dropped.sum(),
        refused.sum(),
        failures.sum(),
        marks.untold());
  }

  @Override
  public void close() {
    watch.close();
    writer.shutdownNow();
    shelf.close();
  }

  private Look opened(String source, Look.Slot slot, Optional<byte[]> value) {
    if (value.isEmpty()) {
      misses.increment();
      return new Look.Absent(slot);
    }
    Optional<SharedRows> rows =
        value.flatMap(bytes -> seal.open(slot.name(), slot.mark(), bytes)).flatMap(this::read);
    if (rows.isEmpty()) {
      refused.increment();
      return new Look.Absent(slot);
    }
    hits.increment();
    prospects.found(source);
    return new Look.Found(rows.get());
  }

  private Optional<SharedRows> read(byte[] plain) {
    try {
      return Optional.of(RowsCodec.read(plain, most));
    } catch (IOException wrong) {
      return Optional.empty();
    }
  }

  private void write(Look.Slot slot, SharedRows rows, Duration lifetime) {
    Optional<byte[]> plain = reach.isOpen() ? RowsCodec.write(rows, most) : Optional.empty();
    Optional<byte[]> value =
        plain.map(it -> seal.seal(slot.name(), slot.mark(), it)).filter(it -> it.length <= most);
    if (value.isEmpty()) {
      dropped.increment();
      return;
    }
    try {
      shelf.put(slot.name(), value.get(), lifetime);
      written.increment();
    } catch (RuntimeException failure) {
      failed(failure);
    }
  }

  /** What is done again and again: whether it answers, and what others cleared. */
  private void visit() {
    if (!reach.isOpen() && !reach.isDue()) {
      return;
    }
    try {
      shelf.reach();
      if (!reach.isOpen()) {
        reach.opened();
      }
      marks.tellCleared();
      marks.look();
      reach.worked();
    } catch (RuntimeException failure) {
      failed(failure);
    }
  }

  // Whatever fails here must fail no query.
  private void failed(RuntimeException failure) {
    failures.increment();
    if (failure instanceof AlidadeException known) {
      reach.failed(known.getMessage());
      return;
    }
    LOGGER.log(Level.DEBUG, "Sharing results failed", failure);
    reach.failed("It fails in a way that nobody expected: " + failure.getClass().getSimpleName());
  }
}
