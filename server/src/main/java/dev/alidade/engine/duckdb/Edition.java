package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Table;
import dev.alidade.engine.duckdb.gate.DuckDbGate;
import dev.alidade.engine.duckdb.gate.Grammar;
import dev.alidade.engine.duckdb.gate.Relations;
import dev.alidade.sql.Gate;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;

/**
 * A database file as it was when it was opened. Nobody can change it; when another file takes its
 * place there is a new edition, and this one ends with its last user.
 */
final class Edition {
  private final String source;
  private final Path file;
  private final FileState state;
  private final WorkFolder folder;
  private final Lane wide;
  private final WorkerPool narrowWorkers;
  private final CatalogSnapshot catalog;
  private final Gate gate;
  private final LaneChoice choice = new LaneChoice();
  private final ReentrantLock opening = new ReentrantLock();
  private volatile Optional<Lane> narrow = Optional.empty();
  private int users;
  private boolean retired;
  private boolean closed;

  private Edition(
      String source,
      Path file,
      FileState state,
      WorkFolder folder,
      Lane wide,
      WorkerPool narrowWorkers,
      CatalogSnapshot catalog,
      Gate gate) {
    this.source = source;
    this.file = file;
    this.state = state;
    this.folder = folder;
    this.wide = wide;
    this.narrowWorkers = narrowWorkers;
    this.catalog = catalog;
    this.gate = gate;
  }

  /** Opens the file; {@code state} is what was seen of it before. */
  static Edition open(
      String source,
      Path file,
      FileState state,
      WorkFolder folder,
      Workers workers,
      Grammar grammar) {
    try {
      Lane wide = Lane.wide(source, file, folder, workers.wide());
      try (DuckDBConnection connection = wide.database().connect()) {
        CatalogSnapshot catalog = new CatalogReader(connection).read();
        Gate gate = new DuckDbGate(grammar, relations(connection, catalog));
        return new Edition(source, file, state, folder, wide, workers.narrow(), catalog, gate);
      } catch (SQLException failure) {
        wide.close();
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

  Gate gate() {
    return gate;
  }

  LaneChoice choice() {
    return choice;
  }

  Lane wide() {
    return wide;
  }

  /** The lane for small queries; the wide one where the file has been replaced meanwhile. */
  Lane narrow() {
    if (narrow.isEmpty()) {
      opening.lock();
      try {
        if (narrow.isEmpty()) {
          narrow = Optional.of(openNarrow());
        }
      } finally {
        opening.unlock();
      }
    }
    return narrow.get();
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
      if (!retired || users > 0 || closed) {
        return;
      }
      closed = true;
    }
    closeLanes();
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
    closeLanes();
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
    closeLanes();
  }

  private void closeLanes() {
    wide.close();
    narrow.filter(lane -> lane != wide).ifPresent(Lane::close);
  }

  private Lane openNarrow() {
    try {
      Lane opened = Lane.narrow(source, file, folder, narrowWorkers);
      if (FileState.of(file).equals(state)) {
        return opened;
      }
      opened.close();
      return wide;
    } catch (SQLException replaced) {
      return wide;
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
