package dev.alidade.engine.duckdb;

import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Column;
import dev.alidade.engine.ForeignKey;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.engine.duckdb.run.DuckDbTypes;
import dev.alidade.sql.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the catalog of the database that a connection is in. */
final class CatalogReader {
  private static final String RELATIONS =
      """
      SELECT schema_name, table_name, 'TABLE', comment, estimated_size FROM duckdb_tables()
      WHERE NOT internal AND NOT temporary AND database_name = current_database()
      UNION ALL
      SELECT schema_name, view_name, 'VIEW', comment, NULL FROM duckdb_views()
      WHERE NOT internal AND NOT temporary AND database_name = current_database()
      ORDER BY ALL
      """;
  private static final String COLUMNS =
      """
      SELECT schema_name, table_name, column_name, data_type, is_nullable, comment
      FROM duckdb_columns() WHERE NOT internal AND database_name = current_database()
      ORDER BY schema_name, table_name, column_index
      """;
  private static final String KEYS =
      """
      SELECT schema_name, table_name, constraint_type, constraint_column_names, referenced_table,
        referenced_column_names
      FROM duckdb_constraints()
      WHERE database_name = current_database() AND constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY')
      ORDER BY schema_name, table_name, constraint_index
      """;

  private final Connection connection;

  CatalogReader(Connection connection) {
    this.connection = connection;
  }

  CatalogSnapshot read() throws SQLException {
    Map<TableName, List<Column>> columns = columns();
    Map<TableName, List<String>> primaryKeys = new LinkedHashMap<>();
    List<ForeignKey> foreignKeys = new ArrayList<>();
    each(
        KEYS,
        row -> {
          TableName table = tableName(row.getString(1), row.getString(2));
          if (row.getString(3).equals("PRIMARY KEY")) {
            primaryKeys.put(table, names(row, 4));
            return;
          }
          TableName referenced = tableName(row.getString(1), row.getString(5));
          foreignKeys.add(new ForeignKey(table, names(row, 4), referenced, names(row, 6), false));
        });
    List<Table> tables = new ArrayList<>();
    each(
        RELATIONS,
        row -> {
          TableName name = tableName(row.getString(1), row.getString(2));
          tables.add(
              new Table(
                  name,
                  TableKind.valueOf(row.getString(3)),
                  columns.getOrDefault(name, List.of()),
                  primaryKeys.getOrDefault(name, List.of()),
                  Optional.ofNullable(row.getString(4)),
                  Optional.ofNullable((Long) row.getObject(5))));
        });
    return new CatalogSnapshot(tables, foreignKeys);
  }

  /** The name as Alidade writes it: the default schema is left out. */
  static TableName tableName(String schema, String table) {
    return schema.equals("main") ? TableName.of(table) : TableName.of(schema, table);
  }

  private Map<TableName, List<Column>> columns() throws SQLException {
    Map<TableName, List<Column>> columns = new LinkedHashMap<>();
    each(
        COLUMNS,
        row ->
            columns
                .computeIfAbsent(
                    tableName(row.getString(1), row.getString(2)), name -> new ArrayList<>())
                .add(
                    new Column(
                        row.getString(3),
                        DuckDbTypes.of(row.getString(4)),
                        row.getBoolean(5),
                        Optional.ofNullable(row.getString(6)))));
    return columns;
  }

  private void each(String sql, RowReader reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        reader.read(row);
      }
    }
  }

  private static List<String> names(ResultSet row, int column) throws SQLException {
    Object[] elements = (Object[]) row.getArray(column).getArray();
    return Arrays.stream(elements).map(String::valueOf).toList();
  }

  @FunctionalInterface
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }
}
