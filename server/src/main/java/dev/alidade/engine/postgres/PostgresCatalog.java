package dev.alidade.engine.postgres;

import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Column;
import dev.alidade.engine.ForeignKey;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads all tables at once: a few questions for the whole catalog. */
final class PostgresCatalog {
  private static final int ROWS_AT_ONCE = 5_000;

  private final Connection connection;
  private final Map<TypeUse, DataType> types = new HashMap<>();
  private final Map<Long, Map<Integer, Column>> columns = new HashMap<>();
  private final Map<Long, TableName> names = new HashMap<>();

  private PostgresCatalog(Connection connection) {
    this.connection = connection;
  }

  private record TypeUse(long oid, int modifier) {}

  /** Reads one row of an answer. */
  @FunctionalInterface
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  static CatalogSnapshot read(Connection connection) throws SQLException {
    return new PostgresCatalog(connection).read();
  }

  private CatalogSnapshot read() throws SQLException {
    ask(CatalogQueries.TYPES, this::type);
    ask(CatalogQueries.COLUMNS, this::column);
    List<Table> tables = new ArrayList<>();
    ask(CatalogQueries.TABLES, row -> tables.add(table(row)));
    List<ForeignKey> keys = new ArrayList<>();
    ask(CatalogQueries.FOREIGN_KEYS, row -> key(row).ifPresent(keys::add));
    return new CatalogSnapshot(tables, keys);
  }

  private void ask(String question, RowReader reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(question)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }

  private void type(ResultSet row) throws SQLException {
    types.put(
        new TypeUse(row.getLong(1), row.getInt(2)),
        PostgresTypes.of(row.getString(3), row.getString(4), row.getBoolean(5), row.getString(6)));
  }

  private void column(ResultSet row) throws SQLException {
    columns
        .computeIfAbsent(row.getLong(1), table -> new HashMap<>())
        .put(
            row.getInt(2),
            new Column(
                row.getString(3),
                types.get(new TypeUse(row.getLong(4), row.getInt(5))),
                !row.getBoolean(6),
                Optional.ofNullable(row.getString(7))));
  }

  private Table table(ResultSet row) throws SQLException {
    long oid = row.getLong(1);
    TableName name = TableName.of(row.getString(2), row.getString(3));
    names.put(oid, name);
    Map<Integer, Column> own = columns.getOrDefault(oid, Map.of());
    String kind = row.getString(4);
    double rows = row.getDouble(5);
    boolean stored = kind.equals("r") || kind.equals("m") || kind.equals("p");
    return new Table(
        name,
        kind.equals("v") || kind.equals("m") ? TableKind.VIEW : TableKind.TABLE,
        own.keySet().stream().sorted().map(own::get).toList(),
        names(own, Optional.ofNullable(row.getString(7)).orElse("")),
        Optional.ofNullable(row.getString(6)),
        // Never counted yet is below zero, and so it was before version 14 when it was zero.
        stored && rows > 0 ? Optional.of((long) rows) : Optional.empty());
  }

  private Optional<ForeignKey> key(ResultSet row) throws SQLException {
    long from = row.getLong(1);
    long to = row.getLong(2);
    List<String> fromColumns = names(columns.getOrDefault(from, Map.of()), row.getString(3));
    List<String> toColumns = names(columns.getOrDefault(to, Map.of()), row.getString(4));
    // A column that the account may not read is not spoken of.
    return fromColumns.isEmpty() || fromColumns.size() != toColumns.size()
        ? Optional.empty()
        : Optional.of(
            new ForeignKey(names.get(from), fromColumns, names.get(to), toColumns, false));
  }

  private static List<String> names(Map<Integer, Column> columns, String numbers) {
    return Arrays.stream(numbers.split(",", -1))
        .filter(number -> !number.isEmpty())
        .map(number -> columns.get(Integer.valueOf(number)))
        .filter(Objects::nonNull)
        .map(Column::name)
        .toList();
  }
}
