package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Table;
import dev.alidade.engine.duckdb.gate.Relations;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.duckdb.DuckDBConnection;

/** A database with its grammar, its threads and its catalog, which nobody can change. */
record OpenSource(
    String name,
    Database database,
    EngineGrammar grammar,
    WorkerPool workers,
    CatalogSnapshot catalog,
    Relations relations,
    WorkFolder folder)
    implements AutoCloseable {
  /** Planning recurses with the depth of the statement. */
  private static final long STACK_BYTES = 16L << 20;

  /** Opens a database file for reading. */
  static OpenSource open(String name, Path file, WorkFolder folder) {
    Resources resources = Resources.ofThisMachine();
    try {
      Database database = Database.openReadOnly(name, file, folder.spill(), resources);
      try (DuckDBConnection connection = database.connect()) {
        CatalogSnapshot catalog = new CatalogReader(connection).read();
        Relations relations = relations(connection, catalog);
        int threads = Math.max(4, resources.threads() * 2);
        return new OpenSource(
            name,
            database,
            new EngineGrammar(name),
            new WorkerPool(name, threads, STACK_BYTES),
            catalog,
            relations,
            folder);
      }
    } catch (SQLException failure) {
      throw unavailable(name, file, failure);
    }
  }

  @Override
  public void close() {
    workers.close();
    grammar.close();
    database.close();
    folder.close();
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

  private static AlidadeException unavailable(String name, Path file, SQLException failure) {
    String message = EngineFailure.read(failure.getMessage()).message();
    if (message.contains("lock")) {
      return new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE,
          "Source `%s`: another program has `%s` open for writing; close it there"
              .formatted(name, file.getFileName()),
          failure);
    }
    return new AlidadeException(
        ErrorCode.FILE_UNREADABLE,
        "Source `%s`: `%s` is not a DuckDB file that this version can read; check the path, or"
                .formatted(name, file.getFileName())
            + " copy it with a newer DuckDB",
        failure);
  }
}
