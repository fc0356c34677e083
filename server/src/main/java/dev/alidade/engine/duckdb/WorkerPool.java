package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounded platform threads for calls into the engine's library, which would pin virtual threads. A
 * thread that does not come back is written off and replaced, up to a limit.
 */
final class WorkerPool implements AutoCloseable {
  private static final int LONGEST_QUEUE = 1_000;

  private final String name;
  private final int threads;
  private final ThreadPoolExecutor executor;
  // The executor counts work only when a thread has taken it.
  private final AtomicInteger unfinished = new AtomicInteger();
  private int stuck;

  WorkerPool(String name, int threads, long stackBytes) {
    this.name = name;
    this.threads = threads;
    executor =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(LONGEST_QUEUE),
            threadFactory(name, stackBytes));
    executor.allowCoreThreadTimeOut(true);
  }

  /** Queues the work; fails with OVERLOADED where there is no room. */
  <T> Running<T> submit(Callable<T> work) {
    if (stuckThreads() >= threads) {
      throw new AlidadeException(
          ErrorCode.OVERLOADED,
          "`%s` still works on %d cancelled queries that it cannot stop; try again later"
              .formatted(name, stuckThreads()));
    }
    Running<T> running = new Running<>(work);
    unfinished.incrementAndGet();
    try {
      executor.execute(running);
    } catch (RejectedExecutionException full) {
      unfinished.decrementAndGet();
      if (executor.isShutdown()) {
        throw new AlidadeException(
            ErrorCode.SOURCE_UNAVAILABLE, "`%s` is closed".formatted(name), full);
      }
      throw new AlidadeException(
          ErrorCode.OVERLOADED,
          "%,d requests to `%s` are waiting already; try again later"
              .formatted(LONGEST_QUEUE, name),
          full);
    }
    return running;
  }

  int threads() {
    return threads;
  }

  /** Whether the next work has to wait. */
  boolean isBusy() {
    return unfinished.get() >= executor.getMaximumPoolSize();
  }

  synchronized int stuckThreads() {
    return stuck;
  }

  /** Takes no more work; waits a little for what is running. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(2, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void changeStuck(int difference) {
    stuck += difference;
    int size = threads + stuck;
    if (size > executor.getMaximumPoolSize()) {
      executor.setMaximumPoolSize(size);
      executor.setCorePoolSize(size);
      return;
    }
    executor.setCorePoolSize(size);
    executor.setMaximumPoolSize(size);
  }

  private static ThreadFactory threadFactory(String name, long stackBytes) {
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread =
          new Thread(null, work, name + "-worker-" + number.incrementAndGet(), stackBytes);
      thread.setDaemon(true);
      return thread;
    };
  }

  private enum State {
    QUEUED,
    RUNNING,
    ENDED,
    ABANDONED
  }

  /** Work in the queue or on a thread. */
  final class Running<T> implements Runnable {
    private final Job<T> job = new Job<>();
    private final Callable<T> work;
    private State state = State.QUEUED;

    private Running(Callable<T> work) {
      this.work = work;
    }

    Job<T> job() {
      return job;
    }

    @Override
    public void run() {
      try {
        runOnce();
      } finally {
        unfinished.decrementAndGet();
      }
    }

    private void runOnce() {
      if (!become(State.QUEUED, State.RUNNING)) {
        return;
      }
      try {
        job.succeed(work.call());
      } catch (Throwable failure) {
        job.fail(failure);
      } finally {
        if (!become(State.RUNNING, State.ENDED)) {
          changeStuck(-1);
        }
      }
    }

    /** Lets the waiting caller go with {@code failure}; a thread that runs it is written off. */
    void abandon(RuntimeException failure) {
      if (become(State.RUNNING, State.ABANDONED)) {
        changeStuck(1);
      } else {
        become(State.QUEUED, State.ENDED);
      }
      job.fail(failure);
    }

    private synchronized boolean become(State from, State to) {
      if (state != from) {
        return false;
      }
      state = to;
      return true;
    }
  }
}
