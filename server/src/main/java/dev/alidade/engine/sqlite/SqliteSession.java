package dev.alidade.engine.sqlite;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import org.sqlite.core.DB;

/**
 * One read-only connection with a platform thread of its own, because native calls would pin the
 * carrier of a virtual thread.
 */
final class SqliteSession implements AutoCloseable {
  /** The largest value and the longest row that the engine builds, in bytes. */
  static final int LARGEST_VALUE = 64 * 1024 * 1024;

  private static final int LARGEST_PROGRAM = 1_000_000;

  /**
   * Pages that a session keeps, in KiB, taken as they are read: rows that an index finds lie
   * scattered, and the engine's 2 MB read and check the same pages again and again.
   */
  private static final int CACHE = 64 * 1024;

  /** Above this many bytes the engine, with all its sessions, takes no memory for more pages. */
  private static final long CACHES = 512L * 1024 * 1024;

  private static final Duration BUSY = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration INTERRUPT_AGAIN = Duration.ofMillis(10);

  private final String source;
  private final Object identity;
  private final SQLiteConnection connection;
  private final ThreadPoolExecutor thread;
  private volatile boolean unusable;
  private volatile Optional<SqliteViews> views = Optional.of(SqliteViews.NONE);

  private SqliteSession(
      String source, Object identity, SQLiteConnection connection, ThreadPoolExecutor thread) {
    this.source = source;
    this.identity = identity;
    this.connection = connection;
    this.thread = thread;
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
      SQLiteConnection connection = connect(file, writes);
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

  private static SQLiteConnection connect(Path file, boolean writes) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(!writes);
    config.enableLoadExtension(false);
    config.setBusyTimeout((int) BUSY.toMillis());
    SQLiteConnection connection =
        (SQLiteConnection)
            config.createConnection(
                "jdbc:sqlite:file:" + escape(file) + (writes ? "?mode=rw" : "?mode=ro"));
    try {
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LARGEST_VALUE);
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_VDBE_OP, LARGEST_PROGRAM);
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_WORKER_THREADS, 0);
      try (Statement statement = connection.createStatement()) {
        SqliteHash.addTo(connection);
        statement.execute("PRAGMA query_only = " + (writes ? 0 : 1));
        statement.execute("PRAGMA trusted_schema = 0");
        statement.execute("PRAGMA cell_size_check = 1");
        statement.execute("PRAGMA cache_size = -" + CACHE);
        statement.execute("PRAGMA soft_heap_limit = " + CACHES);
        // The first read tells whether the file is a database at all.
        statement.execute("SELECT count(*) FROM sqlite_schema");
      }
      return connection;
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  // The name travels as a URI, in which ? and # would begin something else.
  private static String escape(Path file) {
    StringBuilder escaped = new StringBuilder();
    String path = file.toString().replace('\\', '/');
    for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          (unit >= 'a' && unit <= 'z')
              || (unit >= 'A' && unit <= 'Z')
              || (unit >= '0' && unit <= '9')
              || "/._-~".indexOf(unit) >= 0;
      escaped.append(plain ? String.valueOf((char) unit) : "%%%02X".formatted(unit & 0xff));
    }
    return escaped.toString();
  }
}
