package dev.alidade.export;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A thread of its own for work in its order, while its owner prepares the next. */
public final class Behind implements AutoCloseable {
  private final ExecutorService thread;
  private final int most;
  private final Deque<Future<?>> begun = new ArrayDeque<>();

  /** One piece of work at a time. */
  public Behind(String name) {
    this(name, 1);
  }

  /**
   * The thread is called {@code name} and begins with the first work; {@code most} pieces of work
   * wait at a time or are being done.
   */
  public Behind(String name, int most) {
    this.most = most;
    thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  /** Begins the next work behind what was begun, or fails as what had to be done before it. */
  public void start(Callable<?> next) throws IOException {
    while (begun.size() >= most) {
      await(begun.remove());
    }
    begun.add(thread.submit(next));
  }

  /** Waits for what was begun, and fails as that did. */
  public void await() throws IOException {
    while (!begun.isEmpty()) {
      await(begun.remove());
    }
  }

  private static void await(Future<?> running) throws IOException {
    try {
      running.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("writing was interrupted");
    } catch (ExecutionException failed) {
      throw failure(failed.getCause());
    }
  }

  private static IOException failure(Throwable cause) {
    return switch (cause) {
      case IOException unwritten -> unwritten;
      case RuntimeException failure -> throw failure;
      case Error error -> throw error;
      default -> new IOException(cause);
    };
  }

  /** Waits for what was begun, however it ends. */
  @Override
  public void close() {
    thread.close();
  }
}
