package dev.alidade.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBResultSet;

/** DuckDB on the same file with nothing around it: the ceiling. */
public final class EngineAlone implements AutoCloseable {
  private static final int ARROW_BATCH = 2_048;

  private final DuckDBConnection database;

  /** Opens a file that others may read meanwhile. */
  public EngineAlone(Path file) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("access_mode", "READ_ONLY");
    database =
        DriverManager.getConnection("jdbc:duckdb:" + file, properties)
            .unwrap(DuckDBConnection.class);
  }

  /** The file of the sample data below a state folder. */
  public static Path sampleFile(Path state) throws IOException {
    try (Stream<Path> files = Files.walk(state)) {
      return files
          .filter(file -> file.toString().endsWith(".duckdb"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no sample database in " + state));
    }
  }

  /** Reads the whole result as Arrow batches; returns the rows. */
  public long drainArrow(String sql) throws SQLException, IOException {
    try (Connection connection = database.duplicate();
        PreparedStatement statement = connection.prepareStatement(sql);
        DuckDBResultSet result = statement.executeQuery().unwrap(DuckDBResultSet.class);
        BufferAllocator allocator = new RootAllocator();
        ArrowReader reader = (ArrowReader) result.arrowExportStream(allocator, ARROW_BATCH)) {
      long rows = 0;
      while (reader.loadNextBatch()) {
        rows += reader.getVectorSchemaRoot().getRowCount();
      }
      return rows;
    }
  }

  /** Reads every cell of the result; returns the rows. */
  public long read(String sql) throws SQLException {
    try (Connection connection = database.duplicate();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      long count = 0;
      while (rows.next()) {
        count++;
        for (int column = 1; column <= columns; column++) {
          rows.getObject(column);
        }
      }
      return count;
    }
  }

  /** Writes the whole result to a file by the engine's own COPY; returns the rows. */
  public long copy(String sql, Path file, String format) throws SQLException {
    try (Connection connection = database.duplicate();
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate("COPY (%s) TO '%s' (FORMAT %s)".formatted(sql, file, format));
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
