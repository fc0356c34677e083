package dev.alidade.engine.duckdb.isolated;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Looks at every worker that works, many times a second, and kills what goes too far. */
final class Watchdog {
  private static final long LOOK_NANOS = 20_000_000;

  private final Set<Worker> busy = ConcurrentHashMap.newKeySet();
  private final long mostBytesTogether;
  private final Thread thread;
  private volatile boolean closed;

  /** All workers together hold no more than so much; beyond it the largest is killed. */
  Watchdog(long mostBytesTogether) {
    this.mostBytesTogether = mostBytesTogether;
    thread = Thread.ofPlatform().daemon().name("worker watchdog").start(this::look);
  }

  void watch(Worker worker) {
    busy.add(worker);
    LockSupport.unpark(thread);
  }

  void leave(Worker worker) {
    busy.remove(worker);
  }

  void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  private void look() {
    while (!closed) {
      if (busy.isEmpty()) {
        LockSupport.park(this);
        continue;
      }
      LockSupport.parkNanos(this, LOOK_NANOS);
      long now = System.nanoTime();
      long together = 0;
      for (Worker worker : busy) {
        together += worker.inspect(now);
      }
      if (together > mostBytesTogether) {
        busy.stream()
            .max(Comparator.comparingLong(Worker::residentBytes))
            .ifPresent(largest -> largest.kill(Ending.MEMORY));
      }
    }
  }
}
