package dev.alidade.engine;

import dev.alidade.base.ReuseCount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The tables of one source as they were last read, shared by all who need them. They are read again
 * only where the engine does not say that they are the same.
 */
public final class Schema {
  /** How old tables may be where the engine cannot tell whether they have changed. */
  public static final Duration UNTOLD = Duration.ofSeconds(10);

  private static final Duration LATELY = Duration.ofSeconds(1);
  // Of all time, at most this share goes into asking an engine whose word is slow to come.
  private static final int SHARE = 20;
  // Estimates of rows change without the tables.
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Supplier<Engine> engine;
  private final Clock clock;
  private final ReuseCount count;
  private final AtomicLong begun = new AtomicLong();
  private volatile Duration lastTook = Duration.ZERO;
  private final ReentrantLock reading = new ReentrantLock();
  private final AtomicReference<Optional<Kept>> kept = new AtomicReference<>(Optional.empty());

  Schema(Supplier<Engine> engine, Clock clock, ReuseCount count) {
    this.engine = engine;
    this.clock = clock;
    this.count = count;
  }

  /**
   * What was read.
   *
   * @param word what the engine said of its tables' state before they were read
   * @param number of how many reads this is the last
   * @param toldAt when they were last known to be so
   */
  private record Kept(
      CatalogSnapshot tables, Optional<String> word, long number, Instant readAt, Instant toldAt) {
    Kept {
      Objects.requireNonNull(tables, "tables");
      Objects.requireNonNull(word, "word");
    }

    Kept told(Instant now) {
      return new Kept(tables, word, number, readAt, now);
    }

    boolean holds(Optional<String> now) {
      return word.isPresent() && word.equals(now);
    }
  }

  /** As they are now; up to {@link #UNTOLD} old where the engine cannot tell. */
  public CatalogSnapshot now() {
    return within(canTell() ? Duration.ZERO : UNTOLD);
  }

  /**
   * As they were a second ago, for who asks often; up to {@link #UNTOLD} where it takes the engine
   * long to tell, or it cannot.
   */
  public CatalogSnapshot lately() {
    Duration slow = lastTook.multipliedBy(SHARE);
    Duration age = slow.compareTo(LATELY) > 0 ? slow : LATELY;
    return within(canTell() && age.compareTo(UNTOLD) < 0 ? age : UNTOLD);
  }

  /** As they were so long ago at most. */
  public CatalogSnapshot within(Duration age) {
    Instant now = clock.instant();
    long asked = begun.get();
    Optional<Kept> last = kept.get();
    Optional<Kept> young = last.filter(known -> isYounger(known.readAt(), now, LONGEST));
    if (young.isPresent() && isYounger(young.get().toldAt(), now, age)) {
      count.hit();
      return young.get().tables();
    }
    // One asks for all who may take what was known a little before, also while it is read anew.
    if (young.isPresent() && !age.isZero() && !claims(last, now)) {
      count.hit();
      return young.get().tables();
    }
    Engine source = engine.get();
    if (young.isPresent() && young.get().holds(word(source))) {
      claims(last, now);
      count.hit();
      return young.get().tables();
    }
    return read(
        source,
        known ->
            known.number() > asked
                || (known.word().isPresent() && isYounger(known.readAt(), now, LONGEST)));
  }

  /** As the source tells them anew, with its estimates of rows. */
  public CatalogSnapshot anew() {
    return read(engine.get(), known -> false);
  }

  /** Nothing that was read holds any longer. */
  void forget() {
    kept.set(Optional.empty());
  }

  /** Whether this is the first to say that they are so now, and nobody has read them meanwhile. */
  private boolean claims(Optional<Kept> last, Instant now) {
    return kept.compareAndSet(last, last.map(known -> known.told(now)));
  }

  private Optional<String> word(Engine source) {
    Instant start = clock.instant();
    Optional<String> word = source.catalogVersion();
    lastTook = Duration.between(start, clock.instant());
    return word;
  }

  private boolean canTell() {
    return engine.get().capabilities().contains(Capability.CATALOG_VERSION);
  }

  /** Whoever waited takes what another read meanwhile, if that is {@code late} enough for them. */
  private CatalogSnapshot read(Engine source, Predicate<Kept> late) {
    reading.lock();
    try {
      Instant now = clock.instant();
      Optional<String> word = word(source);
      Optional<Kept> others = kept.get().filter(known -> known.word().equals(word)).filter(late);
      if (others.isPresent()) {
        count.hit();
        return others.get().tables();
      }
      count.miss();
      long number = begun.incrementAndGet();
      CatalogSnapshot tables = source.readCatalog();
      kept.set(Optional.of(new Kept(tables, word, number, now, now)));
      return tables;
    } finally {
      reading.unlock();
    }
  }

  /** A clock that was set back makes nothing younger. */
  private static boolean isYounger(Instant then, Instant now, Duration age) {
    Duration elapsed = Duration.between(then, now);
    return !elapsed.isNegative() && elapsed.compareTo(age) < 0;
  }
}
