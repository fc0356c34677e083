package dev.alidade.engine.mysql;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.ColumnStatistics;
import dev.alidade.engine.TableStatistics;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the server keeps about a table: its size, its indexes, and what ANALYZE found in columns.
 */
final class MySqlStatistics {
  private static final MySqlDialect DIALECT = new MySqlDialect();

  /** No such variable, no such table, no grant: the server keeps less, or tells less. */
  private static final Set<Integer> NOT_TOLD = Set.of(1142, 1143, 1146, 1193, 1227, 1109);

  private final Statement statement;
  private final String database;
  private final String table;

  private MySqlStatistics(Statement statement, String database, String table) {
    this.statement = statement;
    this.database = DIALECT.literal(database);
    this.table = DIALECT.literal(table);
  }

  static TableStatistics read(Connection connection, boolean mariaDb, String database, String table)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return new MySqlStatistics(statement, database, table).read(mariaDb);
    }
  }

  private TableStatistics read(boolean mariaDb) throws SQLException {
    if (!mariaDb) {
      // MySQL would tell what it knew up to a day ago.
      ifTold(() -> statement.execute("SET SESSION information_schema_stats_expiry = 0"));
    }
    Optional<Long> rows;
    Optional<Long> bytes;
    try (ResultSet told =
        statement.executeQuery(
            "SELECT TABLE_ROWS, DATA_LENGTH + INDEX_LENGTH FROM information_schema.TABLES"
                + of("TABLE_SCHEMA", "TABLE_NAME"))) {
      if (!told.next()) {
        throw new AlidadeException(
            ErrorCode.TABLE_NOT_FOUND, "Table %s not found".formatted(table.replace('\'', '`')));
      }
      rows = number(told, 1);
      bytes = number(told, 2);
    }
    Map<String, ColumnStatistics> columns = new HashMap<>(indexed());
    if (mariaDb) {
      ifTold(() -> analyzed(columns));
    }
    return new TableStatistics(rows, bytes, columns);
  }

  private Map<String, ColumnStatistics> indexed() throws SQLException {
    Map<String, ColumnStatistics> columns = new HashMap<>();
    try (ResultSet told =
        statement.executeQuery(
            "SELECT COLUMN_NAME, MAX(CARDINALITY) FROM information_schema.STATISTICS"
                + of("TABLE_SCHEMA", "TABLE_NAME")
                + " AND SEQ_IN_INDEX = 1 AND SUB_PART IS NULL AND CARDINALITY IS NOT NULL"
                + " AND COLUMN_NAME IS NOT NULL GROUP BY COLUMN_NAME")) {
      while (told.next()) {
        columns.put(
            told.getString(1),
            new ColumnStatistics(
                Optional.empty(), number(told, 2), Optional.empty(), Optional.empty()));
      }
    }
    return columns;
  }

  private void analyzed(Map<String, ColumnStatistics> columns) throws SQLException {
    try (ResultSet told =
        statement.executeQuery(
            "SELECT column_name, nulls_ratio, avg_frequency, min_value, max_value,"
                + " (SELECT cardinality FROM mysql.table_stats"
                + of("db_name", "table_name")
                + ") FROM mysql.column_stats"
                + of("db_name", "table_name"))) {
      while (told.next()) {
        Optional<Double> nulls = Optional.of(told.getDouble(2));
        double frequency = told.getDouble(3);
        long distinct =
            frequency > 0 ? Math.round(told.getLong(6) * (1 - nulls.get()) / frequency) : 0;
        columns.put(
            told.getString(1),
            new ColumnStatistics(
                nulls,
                Optional.of(distinct),
                Optional.ofNullable(told.getString(4)),
                Optional.ofNullable(told.getString(5))));
      }
    }
  }

  private String of(String schemaColumn, String tableColumn) {
    return " WHERE %1$s = %2$s AND %3$s = %4$s AND CAST(%3$s AS BINARY) = CAST(%4$s AS BINARY)"
        .formatted(schemaColumn, database, tableColumn, table);
  }

  private static Optional<Long> number(ResultSet row, int column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(number);
  }

  private interface Asking {
    void ask() throws SQLException;
  }

  private static void ifTold(Asking asking) throws SQLException {
    try {
      asking.ask();
    } catch (SQLException failure) {
      if (!NOT_TOLD.contains(failure.getErrorCode())) {
        throw failure;
      }
    }
  }
}
