package dev.alidade.engine.postgres;

import dev.alidade.engine.ColumnStatistics;
import dev.alidade.engine.TableStatistics;
import dev.alidade.sql.TableName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What ANALYZE has found out about a table. */
final class PostgresStatistics {
  private PostgresStatistics() {}

  /** The statistics of a table, or nothing where there is no such table. */
  static Optional<TableStatistics> read(Connection connection, String schema, TableName table)
      throws SQLException {
    String where = table.schema().orElse(schema);
    try (PreparedStatement statement = connection.prepareStatement(CatalogQueries.STATISTICS)) {
      statement.setString(1, where);
      statement.setString(2, table.table());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        double counted = row.getDouble(2);
        Optional<Long> rows = counted < 0 ? Optional.empty() : Optional.of((long) counted);
        long size = row.getLong(3);
        Optional<Long> bytes = row.wasNull() ? Optional.empty() : Optional.of(size);
        return Optional.of(
            new TableStatistics(rows, bytes, columns(connection, where, table.table(), counted)));
      }
    }
  }

  private static Map<String, ColumnStatistics> columns(
      Connection connection, String schema, String table, double rows) throws SQLException {
    Map<String, ColumnStatistics> columns = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(CatalogQueries.COLUMN_STATISTICS)) {
      statement.setString(1, schema);
      statement.setString(2, table);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          columns.put(row.getString(1), column(row, rows));
        }
      }
    }
    return columns;
  }

  private static ColumnStatistics column(ResultSet row, double rows) throws SQLException {
    double missing = row.getDouble(2);
    double distinct = row.getDouble(3);
    // Below zero it is a share of the rows.
    double values = distinct < 0 ? -distinct * Math.max(0, rows) : distinct;
    Array bounds = row.getArray(4);
    Object[] histogram = bounds == null ? new Object[0] : (Object[]) bounds.getArray();
    return new ColumnStatistics(
        Optional.of(missing),
        values == 0 ? Optional.empty() : Optional.of(Math.round(values)),
        histogram.length == 0 ? Optional.empty() : Optional.of(String.valueOf(histogram[0])),
        histogram.length == 0
            ? Optional.empty()
            : Optional.of(String.valueOf(histogram[histogram.length - 1])));
  }
}
