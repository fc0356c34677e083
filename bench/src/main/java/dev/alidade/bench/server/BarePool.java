package dev.alidade.bench.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.alidade.bench.load.Keys;
import dev.alidade.bench.load.Worker;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A pool of connections with nothing around it: what a loop over JDBC would reach. */
public final class BarePool implements AutoCloseable {
  /** As many as our sources have unless they say otherwise. */
  public static final int USUAL_SIZE = 8;

  private final HikariDataSource pool;

  /** Connects to a database. */
  public BarePool(String url) {
    HikariConfig configuration = new HikariConfig();
    configuration.setJdbcUrl(url);
    configuration.setMaximumPoolSize(USUAL_SIZE);
    pool = new HikariDataSource(configuration);
  }

  /** A worker that borrows a connection, reads the row of the next key and gives it back. */
  public Worker pointQuery(String sql, Keys keys) {
    return new Worker() {
      @Override
      public void once(long number) throws SQLException {
        try (Connection connection = pool.getConnection();
            PreparedStatement statement = connection.prepareStatement(sql)) {
          statement.setLong(1, keys.next());
          readRow(statement);
        }
      }

      @Override
      public void close() {
        // The connections belong to the pool.
      }
    };
  }

  private static void readRow(PreparedStatement statement) throws SQLException {
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
  public void close() {
    pool.close();
  }
}
