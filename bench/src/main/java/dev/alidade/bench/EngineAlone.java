package dev.alidade.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBResultSet;

/** The same work on the same file with nothing but the engine: the ceiling. */
final class EngineAlone implements AutoCloseable {
  private final DuckDBConnection database;

  EngineAlone(Path file) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("access_mode", "READ_ONLY");
    database =
        DriverManager.getConnection("jdbc:duckdb:" + file, properties)
            .unwrap(DuckDBConnection.class);
    try (Statement statement = database.createStatement()) {
      statement.execute("SET threads = 2");
    }
  }

  /** A worker that runs {@code sql}, prepared once, with the next key. */
  ClosedLoop.Worker pointQuery(String sql, int keys) throws SQLException {
    Connection connection = database.duplicate();
    PreparedStatement statement = connection.prepareStatement(sql);
    return new ClosedLoop.Worker() {
      private int key;

      @Override
      public void once() throws SQLException {
        statement.setInt(1, key++ % keys + 1);
        try (ResultSet rows = statement.executeQuery()) {
          if (!rows.next()) {
            throw new SQLException("no row");
          }
          int columns = rows.getMetaData().getColumnCount();
          for (int column = 1; column <= columns; column++) {
            rows.getObject(column);
          }
        }
      }

      @Override
      public void close() throws SQLException {
        statement.close();
        connection.close();
      }
    };
  }

  /** Reads the whole result as Arrow batches; returns the rows. */
  long drainArrow(String sql) throws SQLException, IOException {
    try (Connection connection = database.duplicate();
        PreparedStatement statement = connection.prepareStatement(sql);
        DuckDBResultSet result = statement.executeQuery().unwrap(DuckDBResultSet.class);
        BufferAllocator allocator = new RootAllocator();
        ArrowReader reader = (ArrowReader) result.arrowExportStream(allocator, 2048)) {
      long rows = 0;
      while (reader.loadNextBatch()) {
        rows += reader.getVectorSchemaRoot().getRowCount();
      }
      return rows;
    }
  }

  /** Writes the whole result as CSV to nowhere, by the engine's own COPY; returns the rows. */
  long copyCsv(String sql) throws SQLException {
    try (Connection connection = database.duplicate();
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate("COPY (" + sql + ") TO '/dev/null' (FORMAT csv)");
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
