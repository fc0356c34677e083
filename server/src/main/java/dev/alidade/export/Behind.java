package dev.alidade.export;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A thread of its own for one piece of work at a time, while its owner prepares the next. */
public final class Behind implements AutoCloseable {
  private final ExecutorService thread;
  private Optional<Future<?>> work = Optional.empty();

  /** The thread is called {@code name}; it begins with the first work. */
  public Behind(String name) {
    thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  /** Begins the next work when the one before it is done, or fails as that did. */
  public void start(Callable<?> next) throws IOException {
    await();
    work = Optional.of(thread.submit(next));
  }

  /** Waits for what was begun, and fails as that did. */
  public void await() throws IOException {
    if (work.isEmpty()) {
      return;
    }
    Future<?> running = work.get();
    work = Optional.empty();
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
