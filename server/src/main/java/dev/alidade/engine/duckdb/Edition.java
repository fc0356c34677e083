package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.ChangingWords;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.engine.duckdb.gate.DuckDbGate;
import dev.alidade.engine.duckdb.gate.Relations;
import dev.alidade.engine.duckdb.run.Database;
import dev.alidade.engine.duckdb.run.WorkFolder;
import dev.alidade.sql.Gate;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.duckdb.DuckDBConnection;

/**
 * A database file as it was when it was opened. Nobody can change it; when another file takes its
 * place there is a new edition, and this one ends with its last user.
 */
final class Edition {
  private static final long LOOK_MILLISECONDS = 50;

  private final FileState state;
  private final InsideWays inside;
  private final Supplier<Ways> ways;
  private final CatalogSnapshot catalog;
  private final ChangingWords.Names views;
  private final Gate gate;
  private final Runnable afterwards;
  private int users;
  private boolean retired;
  private boolean emptying;
  private boolean closed;

  private Edition(
      FileState state,
      InsideWays inside,
      Supplier<Ways> ways,
      CatalogSnapshot catalog,
      Gate gate,
      Runnable afterwards) {
    this.state = state;
    this.inside = inside;
    this.ways = ways;
    this.catalog = catalog;
    this.views =
        ChangingWords.Names.of(
            catalog.tables().stream()
                .filter(table -> table.kind() == TableKind.VIEW)
                .map(table -> table.name().table())
                .toList());
    this.gate = gate;
    this.afterwards = afterwards;
  }

  /** Opens the file; {@code state} is what was seen of it before. */
  static Edition open(String source, Path file, FileState state, WorkFolder folder, Modes modes) {
    OpenFiles.ofThisProcess().enter(source, state);
    try {
      return opened(source, file, state, folder, modes);
    } catch (RuntimeException | Error failure) {
      OpenFiles.ofThisProcess().leave(state);
      throw failure;
    }
  }

  private static Edition opened(
      String source, Path file, FileState state, WorkFolder folder, Modes modes) {
    try {
      InsideWays inside = new InsideWays(source, file, state, folder, modes.workers());
      try (DuckDBConnection connection = inside.database().connect()) {
        CatalogSnapshot catalog = new CatalogReader(connection).read();
        Gate gate = new DuckDbGate(modes.grammar(), relations(connection, catalog));
        Modes.Outside outside = modes.outside(file, state);
        return new Edition(
            state, inside, () -> outside.ways().orElse(inside), catalog, gate, outside::forget);
      } catch (SQLException failure) {
        inside.close();
        throw failure;
      }
    } catch (SQLException failure) {
      throw unreadable(source, file, failure);
    }
  }

  FileState state() {
    return state;
  }

  CatalogSnapshot catalog() {
    return catalog;
  }

  /** The views, whose own texts nobody has read. */
  ChangingWords.Names views() {
    return views;
  }

  Gate gate() {
    return gate;
  }

  /** The database in this process, for statements of our own. */
  Database database() {
    return inside.database();
  }

  /** Where statements of callers run. */
  Ways ways() {
    return ways.get();
  }

  /** Whether the caller may use it, until it leaves; no longer when there is a newer one. */
  synchronized boolean enter() {
    if (retired) {
      return false;
    }
    users++;
    return true;
  }

  /** Ends what {@link #enter} began. */
  void leave() {
    synchronized (this) {
      users--;
      if (emptying) {
        notifyAll();
        return;
      }
      if (!retired || users > 0 || closed) {
        return;
      }
      closed = true;
    }
    closeWays();
  }

  /** Whether it takes no new users. */
  synchronized boolean isRetired() {
    return retired;
  }

  /**
   * Closes it as soon as the last user has left, and takes no new ones; false, and nothing changed,
   * where somebody stays longer.
   */
  boolean empties(long milliseconds, Cancellation cancellation) {
    if (!isLeft(milliseconds, cancellation)) {
      return false;
    }
    closeWays();
    return true;
  }

  private synchronized boolean isLeft(long milliseconds, Cancellation cancellation) {
    if (closed) {
      return false;
    }
    retired = true;
    emptying = true;
    try {
      long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
      while (users > 0 && System.nanoTime() < until && !cancellation.isCancelled()) {
        wait(LOOK_MILLISECONDS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      emptying = false;
      retired = users == 0;
      closed |= retired;
    }
    return closed;
  }

  /** Takes no new users. */
  void retire() {
    synchronized (this) {
      retired = true;
      if (users > 0 || closed) {
        return;
      }
      closed = true;
    }
    closeWays();
  }

  /** Closes it under the hands of its users. */
  void close() {
    synchronized (this) {
      retired = true;
      if (closed) {
        return;
      }
      closed = true;
    }
    closeWays();
  }

  private void closeWays() {
    try {
      afterwards.run();
      inside.close();
    } finally {
      OpenFiles.ofThisProcess().leave(state);
    }
  }

  private static Relations relations(DuckDBConnection connection, CatalogSnapshot catalog)
      throws SQLException {
    Set<String> functions = new HashSet<>();
    Set<String> macros = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT DISTINCT function_name, internal FROM duckdb_functions()")) {
      while (row.next()) {
        String function = row.getString(1).toLowerCase(Locale.ROOT);
        functions.add(function);
        if (!row.getBoolean(2)) {
          macros.add(function);
        }
      }
    }
    return new Relations(
        connection.getCatalog(),
        catalog.tables().stream().map(Table::name).toList(),
        functions,
        macros);
  }

  private static AlidadeException unreadable(String source, Path file, SQLException failure) {
    String message = EngineFailure.read(failure.getMessage()).message();
    if (message.contains("lock")) {
      return new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE,
          "Source `%s`: another program has `%s` open for writing; close it there"
              .formatted(source, file.getFileName()),
          failure);
    }
    return new AlidadeException(
        ErrorCode.FILE_UNREADABLE,
        "Source `%s`: `%s` is not a DuckDB file that this version can read; check the path, or"
                .formatted(source, file.getFileName())
            + " copy it with a newer DuckDB",
        failure);
  }
}
