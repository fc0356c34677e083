package dev.alidade.engine.duckdb.isolated;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.PoolState;
import dev.alidade.engine.duckdb.run.EngineQuery;
import dev.alidade.engine.duckdb.run.ParameterNames;
import dev.alidade.engine.duckdb.run.Resources;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The workers of one source: each runs one statement at a time, and some more than are needed are
 * kept ready, so that nobody waits for the successor of one that was killed.
 */
public final class Crew {
  private static final System.Logger LOGGER = System.getLogger(Crew.class.getName());
  private static final int SPARE = 2;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long LOOK_MILLISECONDS = 50;
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long OPEN_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final String source;
  private final WorkerMemory memory;
  private final int most;
  private final Yard yard;
  private final Semaphore places;
  private final ReentrantLock starting = new ReentrantLock();
  private final AtomicInteger inUse = new AtomicInteger();
  // Guarded by this.
  private final Deque<Worker> idle = new ArrayDeque<>();
  private final Set<Worker> all = new HashSet<>();
  private boolean closed;

  /** At most {@code most} workers of {@code megabytes} each; the first is started now. */
  Crew(Yard yard, String source, long megabytes, int most) {
    this.yard = yard;
    this.source = source;
    this.most = most;
    memory = new WorkerMemory(megabytes);
    places = new Semaphore(most, true);
    keepReadySoon();
  }

  /** As much for each of {@code most} workers as makes half of this machine's memory together. */
  public static long shareOfThisMachine(int most) {
    return Math.clamp((Yard.memoryOfThisMachine() / 2 / most) >> 20, 256, 2_048);
  }

  /** A statement in a worker of its own; waits where all of them work. */
  public EngineQuery query(
      Opening opening, String text, ParameterNames names, Cancellation cancellation) {
    return new IsolatedQuery(source, take(Optional.of(opening), cancellation), text, names);
  }

  /** A worker that one transaction keeps. */
  public Held hold(Opening opening, Cancellation cancellation) {
    return new Held(source, take(Optional.of(opening), cancellation));
  }

  /** A worker that has the file open for one write; nobody else may have it open. */
  public Writer write(Opening opening, Cancellation cancellation) {
    return new Writer(source, take(Optional.of(opening), cancellation));
  }

  /** How many of them work, and for how many others wait. */
  public PoolState state() {
    int ready;
    synchronized (this) {
      ready = idle.size();
    }
    return new PoolState(
        "worker processes", inUse.get(), ready, places.getQueueLength(), most, Optional.empty());
  }

  /** Nobody asks for it any more: workers close it. */
  public void forget(Opening opening) {
    List<Worker> readers;
    synchronized (this) {
      readers = idle.stream().filter(worker -> worker.hasOpened(opening)).toList();
      idle.removeAll(readers);
    }
    for (Worker reader : readers) {
      yard.watchdog().watch(reader);
      takeIdle(reader, closesItsFile(reader));
    }
  }

  void close() {
    List<Worker> left;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      left = List.copyOf(all);
      all.clear();
      idle.clear();
    }
    left.forEach(worker -> worker.kill(Ending.DISMISSED));
  }

  /** A worker that has opened the file, or any where there is none. */
  Lease take(Optional<Opening> opening, Cancellation cancellation) {
    awaitPlace(cancellation);
    try {
      Lease lease = new Lease(this, opening, hire(opening));
      inUse.incrementAndGet();
      return lease;
    } catch (RuntimeException | Error failure) {
      places.release();
      throw failure;
    }
  }

  /** A worker that has opened the file, or opens it now. */
  Worker hire(Optional<Opening> opening) {
    for (int attempt = 0; ; attempt++) {
      Worker worker = ready(opening);
      yard.watchdog().watch(worker);
      try {
        worker.awaitReady();
        if (opening.isPresent()) {
          open(worker, opening.get());
        }
        return worker;
      } catch (WorkerLost lost) {
        dismiss(worker);
        if (attempt == 2) {
          throw new AlidadeException(
              ErrorCode.SOURCE_UNAVAILABLE,
              "The workers of `%s` do not start; has the machine memory left?".formatted(source),
              lost);
        }
      } catch (RuntimeException | Error failure) {
        takeIdle(worker, true);
        throw failure;
      }
    }
  }

  void countLess() {
    inUse.decrementAndGet();
  }

  void takeBack(Worker worker, boolean fit) {
    takeIdle(worker, fit);
    places.release();
    dismissIdle();
  }

  void dismiss(Worker worker) {
    takeIdle(worker, false);
  }

  private void takeIdle(Worker worker, boolean fit) {
    yard.watchdog().leave(worker);
    worker.rests();
    boolean kept = false;
    synchronized (this) {
      if (fit && !closed && idle.size() < most && worker.isAlive()) {
        idle.addFirst(worker);
        kept = true;
      } else {
        all.remove(worker);
      }
    }
    if (!kept) {
      worker.kill(Ending.DISMISSED);
      keepReadySoon();
    }
  }

  private void awaitPlace(Cancellation cancellation) {
    long until = System.nanoTime() + PATIENCE_NANOS;
    try {
      while (!places.tryAcquire(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        cancellation.check();
        if (System.nanoTime() - until > 0) {
          throw new AlidadeException(
              ErrorCode.OVERLOADED,
              "All %d workers of `%s` are at work; try again later".formatted(most, source));
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AlidadeException(
          ErrorCode.QUERY_CANCELLED, "The request was interrupted before it was done", interrupted);
    }
  }

  private Worker ready(Optional<Opening> opening) {
    Optional<Worker> found = Optional.empty();
    synchronized (this) {
      checkOpen();
      idle.removeIf(worker -> !worker.isAlive() && all.remove(worker));
      found =
          idle.stream()
              .filter(worker -> opening.filter(worker::hasOpened).isPresent())
              .findFirst()
              .or(() -> Optional.ofNullable(idle.peekLast()));
      found.ifPresent(idle::remove);
    }
    Worker worker = found.orElseGet(this::startOne);
    keepReadySoon();
    return worker;
  }

  private Worker startOne() {
    Worker worker = yard.start(memory);
    synchronized (this) {
      if (!closed) {
        all.add(worker);
        return worker;
      }
    }
    worker.kill(Ending.DISMISSED);
    throw closed();
  }

  /** Starts others in the background where too few are idle. */
  private void keepReadySoon() {
    Thread.startVirtualThread(this::keepReady);
  }

  private void keepReady() {
    starting.lock();
    try {
      while (isShort()) {
        takeIdle(startOne(), true);
      }
    } catch (AlidadeException impossible) {
      // Whoever needs a worker finds out and says so.
      LOGGER.log(System.Logger.Level.DEBUG, "no spare worker", impossible);
    } finally {
      starting.unlock();
    }
  }

  private synchronized boolean isShort() {
    return !closed && idle.size() < SPARE && all.size() < most;
  }

  private void open(Worker worker, Opening opening) throws WorkerLost {
    if (worker.hasOpened(opening)) {
      return;
    }
    Resources resources = memory.resources();
    worker.opened(Optional.empty());
    worker.send(
        new Encoder(MessageKind.OPEN)
            .text(opening.file().toAbsolutePath().toString())
            .text(worker.spill().toString())
            .integer(resources.threads())
            .number(resources.memoryMegabytes())
            .integer(opening.isForWriting() ? 1 : 0));
    Message answer = worker.receiveWithin(OPEN_NANOS);
    if (!opening.isUnchanged()) {
      throw new Replaced();
    }
    if (answer.kind() != MessageKind.DONE) {
      throw new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE,
          (opening.isForWriting()
                  ? "A worker of `%s` cannot open the file for writing; does another program, or another source, read from it?"
                  : "A worker of `%s` cannot open the file; does another program write to it?")
              .formatted(source));
    }
    worker.opened(Optional.of(opening));
  }

  /** Whether it did, soon enough. */
  static boolean closesItsFile(Worker worker) {
    try {
      worker.opened(Optional.empty());
      worker.send(new Encoder(MessageKind.CLOSE));
      return worker.receiveWithin(OPEN_NANOS).kind() == MessageKind.DONE;
    } catch (WorkerLost lost) {
      return false;
    }
  }

  /** Of those that nobody has needed for a minute a few are kept. */
  private void dismissIdle() {
    List<Worker> tired;
    synchronized (this) {
      tired = idle.stream().skip(SPARE).filter(worker -> worker.idleNanos() > IDLE_NANOS).toList();
      idle.removeAll(tired);
      all.removeAll(tired);
    }
    tired.forEach(worker -> worker.kill(Ending.DISMISSED));
  }

  private synchronized void checkOpen() {
    if (closed) {
      throw closed();
    }
  }

  private AlidadeException closed() {
    return new AlidadeException(
        ErrorCode.SOURCE_UNAVAILABLE, "Source `%s` is closed".formatted(source));
  }
}
