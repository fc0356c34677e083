package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.duckdb.run.WorkFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps the newest edition of a source's file: every use begins with a look at the file. */
final class Editions implements AutoCloseable {
  private static final long TRY_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

  private final String source;
  private final Path file;
  private final WorkFolder folder;
  private final Modes modes;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ReentrantLock opening = new ReentrantLock();
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

  /** The edition of the file as it lies there now; whoever enters leaves it again. */
  Edition enter() {
    while (true) {
      if (closed.get()) {
        throw closed(source);
      }
      FileState now = FileState.of(file);
      Edition edition = newest;
      if (!edition.state().equals(now)) {
        edition = renew(now);
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

  private Edition renew(FileState now) {
    opening.lock();
    try {
      Edition before = newest;
      if (before.state().equals(now) || closed.get()) {
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
    } finally {
      opening.unlock();
    }
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
