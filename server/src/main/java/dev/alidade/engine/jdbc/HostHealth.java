package dev.alidade.engine.jdbc;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The circuit breaker of one host: open from a failure to connect until a trial in the background
 * succeeds. While it is open, nobody waits for the host.
 */
final class HostHealth implements AutoCloseable {
  private static final Duration FIRST_TRIAL = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

  /** Trying a wrong password often would lock the account. */
  private static final Duration LONGEST_PAUSE_WHEN_REFUSED = Duration.ofSeconds(30);

  /** Makes a connection and lets it go; fails as a request's own would. */
  @FunctionalInterface
  interface Trial {
    void connect();
  }

  private final String name;
  private final Trial trial;
  private final AtomicBoolean trying = new AtomicBoolean();
  private volatile Optional<AlidadeException> down = Optional.empty();
  private volatile boolean closed;

  HostHealth(String name, Trial trial) {
    this.name = name;
    this.trial = trial;
  }

  /** Why the host is left alone; empty while it is healthy. */
  Optional<AlidadeException> down() {
    return down;
  }

  /** A connection could not be made: opens the circuit. */
  void failed(AlidadeException failure) {
    down = Optional.of(failure);
    startTrials(FIRST_TRIAL);
  }

  /** A connection was made: closes the circuit. */
  void succeeded() {
    down = Optional.empty();
  }

  /** A connection broke: tries at once whether the host is still there. */
  void suspect() {
    startTrials(Duration.ZERO);
  }

  @Override
  public void close() {
    closed = true;
  }

  private void startTrials(Duration pause) {
    if (!closed && trying.compareAndSet(false, true)) {
      Thread.ofVirtual().name("trial-" + name).start(() -> tryUntilUp(pause));
    }
  }

  private void tryUntilUp(Duration firstPause) {
    Duration pause = firstPause;
    // What broke one connection may break the first trial too, and the host is there all the same.
    boolean forgiven = firstPause.isZero();
    try {
      while (!closed) {
        Thread.sleep(pause);
        if (connects(forgiven)) {
          return;
        }
        forgiven = false;
        Duration next = pause.isZero() ? FIRST_TRIAL : pause.multipliedBy(3).dividedBy(2);
        Duration longest = longestPause();
        pause = next.compareTo(longest) > 0 ? longest : next;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      trying.set(false);
    }
  }

  private Duration longestPause() {
    boolean refused = down.filter(why -> why.code() == ErrorCode.SOURCE_REFUSED).isPresent();
    return refused ? LONGEST_PAUSE_WHEN_REFUSED : LONGEST_PAUSE;
  }

  private boolean connects(boolean forgiven) {
    try {
      trial.connect();
      down = Optional.empty();
      return true;
    } catch (AlidadeException failure) {
      // A host without a free connection answers.
      boolean answers = failure.code() == ErrorCode.OVERLOADED;
      if (answers) {
        down = Optional.empty();
      } else if (!forgiven) {
        down = Optional.of(failure);
      }
      return answers;
    }
  }
}
