package dev.alidade.engine.duckdb;

import dev.alidade.engine.Column;
import dev.alidade.engine.ColumnStatistics;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.engine.TableStatistics;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.TypeKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBStruct;

/** Reads what the engine keeps in a table's blocks about their contents, not the contents. */
final class StatisticsReader {
  private static final String BLOCKS =
      """
      SELECT count(DISTINCT block_id) * (SELECT block_size FROM pragma_database_size()
        WHERE database_name = current_database())
      FROM pragma_storage_info(?) WHERE block_id >= 0
      """;

  /** Of others the engine keeps only beginnings, which would not be true values. */
  private static final Set<TypeKind> WHOLE =
      EnumSet.of(
          TypeKind.BOOLEAN,
          TypeKind.INTEGER,
          TypeKind.DECIMAL,
          TypeKind.FLOAT,
          TypeKind.DATE,
          TypeKind.TIMESTAMP);

  private final Connection connection;
  private final Dialect dialect;

  StatisticsReader(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  TableStatistics read(Table table) throws SQLException {
    if (table.kind() == TableKind.VIEW) {
      return new TableStatistics(Optional.empty(), Optional.empty(), Map.of());
    }
    return new TableStatistics(table.rows(), bytes(table), columns(table));
  }

  private Optional<Long> bytes(Table table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BLOCKS)) {
      statement.setString(1, dialect.quote(table.name()));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return Optional.of(row.getLong(1)).filter(bytes -> bytes > 0);
      }
    }
  }

  private Map<String, ColumnStatistics> columns(Table table) throws SQLException {
    String list =
        table.columns().stream()
            .map(column -> "stats(" + dialect.quote(column.name()) + ")")
            .collect(Collectors.joining(", "));
    Map<String, ColumnStatistics> columns = new LinkedHashMap<>();
    // They belong to the columns, so one row tells; none does where the table is empty.
    String sql = "SELECT %s FROM %s LIMIT 1".formatted(list, dialect.quote(table.name()));
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      if (row.next()) {
        for (int index = 0; index < table.columns().size(); index++) {
          Column column = table.columns().get(index);
          columns.put(column.name(), statistics(column, row.getObject(index + 1)));
        }
      }
    }
    return columns;
  }

  private static ColumnStatistics statistics(Column column, Object kept) throws SQLException {
    Map<String, Object> entries = kept instanceof DuckDBStruct struct ? struct.getMap() : Map.of();
    boolean whole = WHOLE.contains(column.type().kind());
    return new ColumnStatistics(
        Optional.of(0.0).filter(none -> Boolean.FALSE.equals(entries.get("has_null"))),
        text(entries, "approx_unique").map(Long::valueOf),
        text(entries, "min").filter(value -> whole),
        text(entries, "max").filter(value -> whole));
  }

  private static Optional<String> text(Map<String, Object> entries, String name) {
    return Optional.ofNullable(entries.get(name)).map(String::valueOf);
  }
}
