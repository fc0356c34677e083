package dev.alidade.engine.trino;

import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.engine.trino.gate.Names;
import dev.alidade.sql.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the catalog in three queries, however many tables there are. */
final class TrinoCatalog {
  private static final int PERMISSION_DENIED = 4;

  private final TrinoDialect dialect = new TrinoDialect();
  private final Names names;

  TrinoCatalog(Names names) {
    this.names = names;
  }

  CatalogSnapshot read(Connection connection) throws SQLException {
    Map<TableName, TableKind> kinds = kinds(connection);
    Map<TableName, Map<Integer, Column>> columns = columns(connection);
    Map<TableName, String> comments = comments(connection);
    List<Table> tables = new ArrayList<>();
    kinds.forEach(
        (name, kind) ->
            tables.add(
                new Table(
                    name,
                    kind,
                    List.copyOf(columns.getOrDefault(name, Map.of()).values()),
                    List.of(),
                    Optional.ofNullable(comments.get(name)),
                    Optional.empty())));
    tables.sort(Comparator.comparing(table -> table.name().toString()));
    return new CatalogSnapshot(tables, List.of());
  }

  /** The names of the tables of one schema. */
  List<String> tables(Connection connection, String schema) throws SQLException {
    return TrinoTexts.read(
        connection,
        "SELECT table_name FROM %s.information_schema.tables WHERE table_schema = %s"
            .formatted(dialect.quote(names.catalog()), dialect.literal(schema)));
  }

  /** The names of the columns of some tables. */
  List<String> columns(Connection connection, List<TableName> tables) throws SQLException {
    String wanted =
        tables.stream()
            .map(
                table ->
                    "(%s, %s)"
                        .formatted(
                            dialect.literal(table.schema().orElse("")),
                            dialect.literal(table.table())))
            .collect(Collectors.joining(", "));
    return TrinoTexts.read(
        connection,
        "SELECT column_name FROM %s.information_schema.columns WHERE (table_schema, table_name) IN (%s)"
            .formatted(dialect.quote(names.catalog()), wanted));
  }

  private Map<TableName, TableKind> kinds(Connection connection) throws SQLException {
    Map<TableName, TableKind> kinds = new HashMap<>();
    String sql =
        "SELECT table_schema, table_name, table_type FROM %s.information_schema.tables WHERE %s"
            .formatted(dialect.quote(names.catalog()), schemas("table_schema"));
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        kinds.put(
            TableName.of(rows.getString(1), rows.getString(2)),
            rows.getString(3).equals("VIEW") ? TableKind.VIEW : TableKind.TABLE);
      }
    }
    return kinds;
  }

  private Map<TableName, Map<Integer, Column>> columns(Connection connection) throws SQLException {
    Map<TableName, Map<Integer, Column>> columns = new HashMap<>();
    String sql =
        "SELECT table_schem, table_name, ordinal_position, column_name, type_name, nullable, remarks"
            + " FROM system.jdbc.columns WHERE table_cat = %s AND %s"
                .formatted(dialect.literal(names.catalog()), schemas("table_schem"));
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        columns
            .computeIfAbsent(
                TableName.of(rows.getString(1), rows.getString(2)), ignored -> new TreeMap<>())
            .put(
                rows.getInt(3),
                new Column(
                    rows.getString(4),
                    TrinoTypes.of(rows.getString(5)),
                    rows.getInt(6) != 0,
                    comment(rows.getString(7))));
      }
    }
    return columns;
  }

  /** Some clusters let only administrators read comments; a catalog without them is still one. */
  private Map<TableName, String> comments(Connection connection) throws SQLException {
    Map<TableName, String> comments = new HashMap<>();
    String sql =
        "SELECT schema_name, table_name, comment FROM system.metadata.table_comments"
            + " WHERE catalog_name = %s AND %s AND comment IS NOT NULL"
                .formatted(dialect.literal(names.catalog()), schemas("schema_name"));
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        TableName table = TableName.of(rows.getString(1), rows.getString(2));
        comment(rows.getString(3)).ifPresent(text -> comments.put(table, text));
      }
      return comments;
    } catch (SQLException failure) {
      if (failure.getErrorCode() == PERMISSION_DENIED) {
        return comments;
      }
      throw failure;
    }
  }

  private String schemas(String column) {
    if (names.schemas().isEmpty()) {
      return "%s <> 'information_schema'".formatted(column);
    }
    return "%s IN (%s)"
        .formatted(
            column,
            names.schemas().stream().map(dialect::literal).collect(Collectors.joining(", ")));
  }

  private static Optional<String> comment(String text) {
    return Optional.ofNullable(text).filter(words -> !words.isEmpty());
  }
}
