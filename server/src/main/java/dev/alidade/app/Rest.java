package dev.alidade.app;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Gives memory back to the system when the process comes to rest after it has worked. */
final class Rest {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  // A twentieth of one processor: what asks whether we are well does not keep us from rest.
  private static final Duration HARDLY_ANY = LOOK_EVERY.dividedBy(20);
  private static final int QUIET_LOOKS = 3;
  private static final long WORTH_IT = 8L << 20;

  private final Supplier<Duration> computed;
  private final LongSupplier heap;
  private final Runnable collection;
  private Duration before = Duration.ZERO;
  private long kept = 0;
  private int quiet = 0;

  /**
   * A process at work.
   *
   * @param computed how long its threads have computed so far
   * @param heap how many bytes the heap has of the system
   * @param collection takes what the heap does not need from it
   */
  Rest(Supplier<Duration> computed, LongSupplier heap, Runnable collection) {
    this.computed = computed;
    this.heap = heap;
    this.collection = collection;
  }

  /** Looks after this process from now on. */
  static void begin() {
    Rest rest =
        new Rest(
            () -> ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO),
            Runtime.getRuntime()::totalMemory,
            System::gc);
    Thread.ofVirtual().name("rest").start(rest::lookForever);
  }

  private void lookForever() {
    try {
      while (true) {
        Thread.sleep(LOOK_EVERY);
        look();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** One of the looks that follow each other at the same distance. */
  void look() {
    Duration now = computed.get();
    quiet = now.minus(before).compareTo(HARDLY_ANY) < 0 ? quiet + 1 : 0;
    before = now;
    if (quiet < QUIET_LOOKS || heap.getAsLong() < kept + WORTH_IT) {
      return;
    }
    collection.run();
    kept = heap.getAsLong();
    before = computed.get();
  }
}
