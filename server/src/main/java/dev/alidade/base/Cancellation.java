package dev.alidade.base;

import java.util.ArrayList;
import java.util.List;

/** A signal that nobody waits for the work any more; cancelling twice does nothing. */
public final class Cancellation {
  private final List<Runnable> listeners = new ArrayList<>();
  private boolean cancelled;

  /** A signal that nobody will ever raise. */
  public static Cancellation never() {
    return new Cancellation();
  }

  /** Raises the signal and runs what was registered, on this thread. */
  public void cancel() {
    List<Runnable> toRun;
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      toRun = List.copyOf(listeners);
      listeners.clear();
    }
    toRun.forEach(Runnable::run);
  }

  /** Runs {@code listener} when the signal is raised, at once if it is already. */
  public Registration onCancel(Runnable listener) {
    synchronized (this) {
      if (!cancelled) {
        listeners.add(listener);
        return () -> remove(listener);
      }
    }
    listener.run();
    return () -> {};
  }

  /** Whether the signal was raised. */
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /** Fails with QUERY_CANCELLED if the signal was raised. */
  public void check() {
    if (isCancelled()) {
      throw new AlidadeException(
          ErrorCode.QUERY_CANCELLED, "The request was cancelled before it was done");
    }
  }

  private synchronized void remove(Runnable listener) {
    listeners.remove(listener);
  }

  /** Takes a listener back. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
