package dev.alidade.engine.trino;

import dev.alidade.engine.ColumnStatistics;
import dev.alidade.engine.TableStatistics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what SHOW STATS answers: a row a column, and one without a name for the table. */
final class TrinoStatistics {
  private TrinoStatistics() {}

  static TableStatistics read(ResultSet rows) throws SQLException {
    Map<String, ColumnStatistics> columns = new HashMap<>();
    Optional<Double> count = Optional.empty();
    double bytes = 0;
    while (rows.next()) {
      String name = rows.getString("column_name");
      if (name == null) {
        count = number(rows, "row_count");
        continue;
      }
      bytes += number(rows, "data_size").orElse(0.0);
      ColumnStatistics column =
          new ColumnStatistics(
              number(rows, "nulls_fraction"),
              number(rows, "distinct_values_count").map(Math::round),
              Optional.ofNullable(rows.getString("low_value")),
              Optional.ofNullable(rows.getString("high_value")));
      if (!column.equals(UNKNOWN)) {
        columns.put(name, column);
      }
    }
    return new TableStatistics(
        count.map(Math::round),
        bytes > 0 ? Optional.of(Math.round(bytes)) : Optional.empty(),
        columns);
  }

  private static final ColumnStatistics UNKNOWN =
      new ColumnStatistics(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static Optional<Double> number(ResultSet rows, String column) throws SQLException {
    double value = rows.getDouble(column);
    return rows.wasNull() || Double.isNaN(value) ? Optional.empty() : Optional.of(value);
  }
}
