package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.duckdb.run.WorkFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Keeps the newest edition of a source's file: every use begins with a look at the file. */
final class Editions implements AutoCloseable {
  private static final long PATIENCE_MILLISECONDS = 5_000;
  private static final long LOOK_MILLISECONDS = 500;
  private static final long TRY_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

  private final String source;
  private final Path file;
  private final WorkFolder folder;
  private final Modes modes;
  private final AtomicBoolean closed = new AtomicBoolean();
  // Fair, so that those who write do not always come before those who read.
  private final ReentrantLock opening = new ReentrantLock(true);
  private volatile Edition newest;
  private Optional<Failed> failed = Optional.empty();

  /** Why the file could not be opened; the same file is not tried again for a second. */
  private record Failed(FileState state, AlidadeException reason, long at) {
    boolean holdsFor(FileState now) {
      return state.equals(now) && System.nanoTime() - at < TRY_AGAIN_NANOS;
    }
  }

  private Editions(String source, Path file, WorkFolder folder, Modes modes) {
    this.source = source;
    this.file = file;
    this.folder = folder;
    this.modes = modes;
    newest = Edition.open(source, file, FileState.of(file), folder, modes);
  }

  /** Opens a database file for reading. */
  static Editions open(String source, Path file, WorkFolder folder, Isolation isolation) {
    Modes modes = new Modes(source, isolation);
    try {
      return new Editions(source, file, folder, modes);
    } catch (AlidadeException failure) {
      modes.close();
      throw failure;
    }
  }

  String source() {
    return source;
  }

  Path file() {
    return file;
  }

  Modes modes() {
    return modes;
  }

  /** A word for the file's state, without opening it. */
  String version() {
    return FileState.of(file).word();
  }

  /** Whether somebody wrote into the file that this edition reads. */
  boolean isOverwritten(Edition edition) {
    return FileState.of(file).overwrites(edition.state());
  }

  /**
   * The edition of the file as it lies there, for what is known of it without having it open:
   * whoever reads asks for that too, while a write waits for them.
   */
  Edition known() {
    Edition edition = newest;
    if (!closed.get() && edition.state().equals(FileState.of(file))) {
      return edition;
    }
    Edition entered = enter();
    entered.leave();
    return entered;
  }

  /** The edition of the file as it lies there now; whoever enters leaves it again. */
  Edition enter() {
    while (true) {
      if (closed.get()) {
        throw closed(source);
      }
      FileState now = FileState.of(file);
      Edition edition = newest;
      if (!edition.state().equals(now) || edition.isRetired()) {
        edition = renew();
      }
      if (edition.enter()) {
        return edition;
      }
    }
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    modes.close();
    opening.lock();
    try {
      newest.close();
    } finally {
      opening.unlock();
    }
    folder.close();
  }

  /**
   * Does something with the file that nobody else has open meanwhile; given is the edition of it
   * that was the newest, which is closed.
   *
   * @throws AlidadeException OVERLOADED where others do not let go of the file in time
   */
  <T> T alone(Cancellation cancellation, Function<Edition, T> work) {
    lockSoon(cancellation);
    try {
      Edition edition = current();
      if (closed.get()) {
        throw closed(source);
      }
      if (!edition.empties(PATIENCE_MILLISECONDS, cancellation)) {
        cancellation.check();
        throw new AlidadeException(
            ErrorCode.OVERLOADED,
            "`%s` is being read, and can be written to only while nobody reads from it; try again in a moment"
                .formatted(source));
      }
      OpenFiles.ofThisProcess().claim(source, edition.state());
      try {
        return work.apply(edition);
      } finally {
        OpenFiles.ofThisProcess().release(edition.state());
      }
    } finally {
      opening.unlock();
    }
  }

  private Edition renew() {
    lockSoon(Cancellation.never());
    try {
      return current();
    } finally {
      opening.unlock();
    }
  }

  private void lockSoon(Cancellation cancellation) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2 * PATIENCE_MILLISECONDS);
    try {
      while (!opening.tryLock(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        cancellation.check();
        if (System.nanoTime() > until) {
          throw new AlidadeException(
              ErrorCode.OVERLOADED,
              "`%s` is being written to or opened; try again in a moment".formatted(source));
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AlidadeException(
          ErrorCode.QUERY_CANCELLED, "The request was interrupted before it was done", interrupted);
    }
  }

  /** The edition of the file as it lies there; whoever asks has the lock. */
  private Edition current() {
    FileState now = FileState.of(file);
    Edition before = newest;
    if ((before.state().equals(now) && !before.isRetired()) || closed.get()) {
      return before;
    }
    if (failed.isPresent() && failed.get().holdsFor(now)) {
      AlidadeException reason = failed.get().reason();
      throw unavailable(reason.getMessage(), Optional.of(reason));
    }
    newest = open(now);
    failed = Optional.empty();
    before.retire();
    return newest;
  }

  private Edition open(FileState now) {
    if (now.isMissing()) {
      throw unavailable(
          "Source `%s`: `%s` is gone; put it back, it is then opened by itself"
              .formatted(source, file.getFileName()),
          Optional.empty());
    }
    try {
      return Edition.open(source, file, now, folder, modes);
    } catch (AlidadeException reason) {
      failed = Optional.of(new Failed(now, reason, System.nanoTime()));
      throw unavailable(reason.getMessage(), Optional.of(reason));
    }
  }

  static AlidadeException closed(String source) {
    return unavailable("Source `%s` is closed".formatted(source), Optional.empty());
  }

  private static AlidadeException unavailable(String message, Optional<Exception> cause) {
    return new AlidadeException(
        ErrorCode.SOURCE_UNAVAILABLE, message, Optional.empty(), cause.orElse(null));
  }
}
