package dev.alidade.bench.server;

import dev.alidade.bench.load.Keys;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The table that points are read from, the same in every engine. */
public final class Customers {
  /** So many that no key comes twice in a round. */
  public static final int ROWS = 1_000_000;

  /** Reads one row, its key bound. */
  public static final String POINT = "SELECT id, name, city, balance FROM customers WHERE id = ?";

  private Customers() {}

  /** Reads one row, its key written in the text. */
  public static String point(long key) {
    return POINT.replace("?", Long.toString(key));
  }

  /** So many rows from a key on. */
  public static String rows(long key, int count) {
    return "SELECT id, name, city, balance FROM customers WHERE id BETWEEN %d AND %d"
        .formatted(key, key + count - 1);
  }

  /** Keys of all rows. */
  public static Keys keys() {
    return new Keys(ROWS);
  }

  static void fillSqlite(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, city TEXT, balance REAL)");
      statement.execute(
          """
          WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < %d)
          INSERT INTO customers
          SELECT i, 'Customer ' || i, 'City ' || (i %% 97), i %% 1000 + 0.25 FROM numbers"""
              .formatted(ROWS));
    }
  }

  static void fillPostgres(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE customers"
              + " (id BIGINT PRIMARY KEY, name TEXT, city TEXT, balance DOUBLE PRECISION)");
      statement.execute(
          """
          INSERT INTO customers
          SELECT i, 'Customer ' || i, 'City ' || (i %% 97), i %% 1000 + 0.25
          FROM generate_series(1, %d) AS numbers (i)"""
              .formatted(ROWS));
      statement.execute("VACUUM ANALYZE customers");
    }
  }
}
