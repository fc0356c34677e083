package dev.alidade.engine.sqlite;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.DB;

/**
 * One read-only connection with a platform thread of its own, because native calls would pin the
 * carrier of a virtual thread.
 */
final class SqliteSession implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration INTERRUPT_AGAIN = Duration.ofMillis(10);

  private final String source;
  private final Object identity;
  private final SQLiteConnection connection;
  private final ThreadPoolExecutor thread;
  private volatile boolean unusable;
  // Of whoever borrowed the session.
  private final SqliteProbe schemaVersion;
  private final SqliteProbe anyObject;
  private volatile Optional<SqliteViews> views = Optional.of(SqliteViews.NONE);

  private SqliteSession(
      String source, Object identity, SQLiteConnection connection, ThreadPoolExecutor thread) {
    this.source = source;
    this.identity = identity;
    this.connection = connection;
    this.thread = thread;
    this.schemaVersion = new SqliteProbe(connection, "PRAGMA schema_version");
    this.anyObject = new SqliteProbe(connection, "SELECT 1 FROM main.sqlite_schema LIMIT 1");
  }

  static SqliteSession open(String source, Path file) {
    return open(source, file, false);
  }

  /** A session that may change rows. */
  static SqliteSession openForWriting(String source, Path file) {
    return open(source, file, true);
  }

  private static SqliteSession open(String source, Path file, boolean writes) {
    ThreadPoolExecutor thread =
        new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("source-" + source).factory());
    thread.allowCoreThreadTimeOut(true);
    try {
      // Asked before: a file that takes the place while it is opened is then seen as another one.
      Object identity = identityOf(source, file);
      SQLiteConnection connection = SqliteConnector.connect(file, writes);
      return new SqliteSession(source, identity, connection, thread);
    } catch (SQLException failure) {
      thread.shutdown();
      throw SqliteErrors.translate(source, failure);
    }
  }

  /** Which file lies at a path now; another one in its place has another identity. */
  static Object identityOf(String source, Path file) {
    try {
      return Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    } catch (IOException gone) {
      throw new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE,
          "Source `%s`: `%s` is gone; put it back, it is then opened by itself"
              .formatted(source, file.getFileName()),
          gone);
    }
  }

  /** The file that the connection reads, whatever lies at its path now. */
  Object identity() {
    return identity;
  }

  /** The connection, for work that {@link #call} runs. */
  SQLiteConnection connection() {
    return connection;
  }

  /** Whether it shows just these views in the place of tables. */
  boolean shows(SqliteViews wanted) {
    return views.filter(wanted::equals).isPresent();
  }

  /** Shows these views from now on, within {@link #call}. */
  void show(SqliteViews wanted) throws SQLException {
    if (shows(wanted)) {
      return;
    }
    views = Optional.empty();
    try {
      wanted.show(connection);
      views = Optional.of(wanted);
    } finally {
      // Nobody may find half of the views.
      unusable |= views.isEmpty();
    }
  }

  /** After a rollback nobody knows which views are left; they are made anew. */
  void forgetViews() {
    if (!shows(SqliteViews.NONE)) {
      views = Optional.empty();
    }
  }

  /** Whether the session still works after a cancelled call; it is thrown away otherwise. */
  boolean isUsable() {
    return !unusable;
  }

  /**
   * Does native work on this session's thread and waits; cancelling interrupts the engine. Work
   * that the engine does not interrupt is left to itself, and the session with it.
   */
  <T> T call(Cancellation cancellation, Callable<T> work) {
    return start(cancellation, work).await();
  }

  /**
   * Does native work that ends at once on the thread of whoever asks, which costs less than to hand
   * it over; empty where a writer holds the database, so that it would have to wait.
   */
  <T> Optional<T> tryHere(Cancellation cancellation, Callable<T> work) {
    cancellation.check();
    try {
      connection.setBusyTimeout(0);
      try {
        return Optional.of(work.call());
      } finally {
        connection.setBusyTimeout((int) SqliteConnector.BUSY.toMillis());
      }
    } catch (SQLException failure) {
      if (SqliteErrors.isBusy(failure)) {
        return Optional.empty();
      }
      throw translate(failure);
    } catch (Exception failure) {
      throw translate(failure);
    }
  }

  /** Begins native work on this session's thread, whose result somebody will wait for or leave. */
  <T> Started<T> start(Cancellation cancellation, Callable<T> work) {
    cancellation.check();
    CompletableFuture<T> result = new CompletableFuture<>();
    thread.execute(
        () -> {
          try {
            result.complete(work.call());
          } catch (Exception | Error failure) {
            result.completeExceptionally(failure);
          }
        });
    return new Started<>(result, cancellation.onCancel(() -> interruptUntilDone(result)));
  }

  /** Work that the session's thread does. */
  final class Started<T> {
    private final CompletableFuture<T> result;
    private final Cancellation.Registration registration;

    private Started(CompletableFuture<T> result, Cancellation.Registration registration) {
      this.result = result;
      this.registration = registration;
    }

    T await() {
      try {
        return result.get();
      } catch (ExecutionException failure) {
        throw translate(failure.getCause());
      } catch (InterruptedException gone) {
        unusable = true;
        interruptUntilDone(result);
        Thread.currentThread().interrupt();
        throw new AlidadeException(
            ErrorCode.QUERY_CANCELLED, "The request was cancelled before it was done", gone);
      } finally {
        registration.close();
      }
    }

    /** Nobody waits for it any more. */
    void leave() {
      registration.close();
      if (!result.isDone()) {
        interruptUntilDone(result);
      }
    }
  }

  @Override
  public void close() {
    close(() -> {});
  }

  /**
   * Lets the connection notice that tables were changed by somebody else: to compile a statement
   * does not, to run one does.
   */
  void noticeChanges() throws SQLException {
    anyObject.ask();
  }

  /** The version of the schema as it is now. */
  long schemaVersion() throws SQLException {
    return schemaVersion.ask();
  }

  /** Closes the connection when its work has ended, and then runs {@code closed}. */
  void close(Runnable closed) {
    thread.execute(
        () -> {
          try {
            connection.close();
          } catch (SQLException ignored) {
            // Nothing was written, so nothing can be lost.
          } finally {
            closed.run();
          }
        });
    thread.shutdown();
  }

  // An interrupt between two native calls has no effect, so it is repeated until the work ends.
  private void interruptUntilDone(CompletableFuture<?> work) {
    Thread.ofVirtual()
        .start(
            () -> {
              DB database = connection.getDatabase();
              long until = System.nanoTime() + PATIENCE.toNanos();
              try {
                while (!work.isDone() && System.nanoTime() < until) {
                  database.interrupt();
                  Thread.sleep(INTERRUPT_AGAIN);
                }
              } catch (SQLException closed) {
                unusable = true;
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
              if (!work.isDone()) {
                unusable = true;
                work.completeExceptionally(
                    new AlidadeException(
                        ErrorCode.QUERY_CANCELLED,
                        "The query on `%s` was cancelled".formatted(source)));
              }
            });
  }

  private RuntimeException translate(Throwable cause) {
    return switch (cause) {
      case SQLException failure -> {
        AlidadeException known = SqliteErrors.whileOpen(source, failure);
        // What the connection has read of a damaged file is not to be trusted later.
        unusable |= known.code() == ErrorCode.SOURCE_UNAVAILABLE;
        yield known;
      }
      case RuntimeException failure -> failure;
      case Error failure -> throw failure;
      default -> new IllegalStateException(cause);
    };
  }
}
