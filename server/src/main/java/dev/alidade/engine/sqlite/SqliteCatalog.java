package dev.alidade.engine.sqlite;

import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Column;
import dev.alidade.engine.ForeignKey;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.sql.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads tables, columns and keys by the engine's own pragma functions. */
final class SqliteCatalog {
  private static final String COLUMNS =
      "SELECT name, type, \"notnull\", pk, hidden FROM pragma_table_xinfo(?) ORDER BY cid";

  private final Connection connection;

  private SqliteCatalog(Connection connection) {
    this.connection = connection;
  }

  static CatalogSnapshot read(Connection connection) throws SQLException {
    return new SqliteCatalog(connection).read();
  }

  /** One table or view, by the letters of its name. */
  static Optional<Table> readOne(Connection connection, String name) throws SQLException {
    if (!namesOfTables(connection).contains(name)) {
      return Optional.empty();
    }
    SqliteCatalog catalog = new SqliteCatalog(connection);
    Optional<Long> rows = Optional.ofNullable(catalog.counts().get(name));
    try (PreparedStatement columns = connection.prepareStatement(COLUMNS)) {
      return readTable(columns, name, catalog.isView(name), rows);
    }
  }

  /** Tables and views, those of the engine itself and of virtual tables' insides left out. */
  static List<String> namesOfTables(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT name FROM sqlite_schema
                WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                  AND name NOT IN (
                    SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow')
                ORDER BY rowid
                """)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private CatalogSnapshot read() throws SQLException {
    Map<String, Boolean> views = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT name, type FROM sqlite_schema")) {
      while (rows.next()) {
        views.put(rows.getString(1), rows.getString(2).equals("view"));
      }
    }
    Map<String, Long> counts = counts();
    List<Table> tables = new ArrayList<>();
    try (PreparedStatement columns = connection.prepareStatement(COLUMNS)) {
      for (String name : namesOfTables(connection)) {
        boolean view = views.getOrDefault(name, false);
        Optional<Long> rows = Optional.ofNullable(counts.get(name));
        (view ? readView(name, rows) : readTable(columns, name, false, rows))
            .ifPresent(tables::add);
      }
    }
    return new CatalogSnapshot(tables, foreignKeys(tables));
  }

  private boolean isView(String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT 1 FROM sqlite_schema WHERE name = ? AND type = 'view'")) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  /** A broken view spoils the statement that asks for its columns, so each has its own. */
  private Optional<Table> readView(String name, Optional<Long> rows) throws SQLException {
    try (PreparedStatement columns = connection.prepareStatement(COLUMNS)) {
      return readTable(columns, name, true, rows);
    }
  }

  private static Optional<Table> readTable(
      PreparedStatement statement, String name, boolean view, Optional<Long> rowCount) {
    List<Column> columns = new ArrayList<>();
    Map<Integer, String> key = new TreeMap<>();
    try {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String type = Optional.ofNullable(rows.getString(2)).orElse("");
          if (rows.getInt(5) == 1) {
            continue;
          }
          boolean integerKey = rows.getInt(4) > 0 && type.equalsIgnoreCase("INTEGER");
          columns.add(
              new Column(
                  rows.getString(1),
                  SqliteTypes.declared(type),
                  rows.getInt(3) == 0 && !integerKey,
                  Optional.empty()));
          if (rows.getInt(4) > 0) {
            key.put(rows.getInt(4), rows.getString(1));
          }
        }
      }
    } catch (SQLException brokenView) {
      // A view whose tables are gone cannot be read; the others can.
      return Optional.empty();
    }
    return Optional.of(
        new Table(
            TableName.of(name),
            view ? TableKind.VIEW : TableKind.TABLE,
            columns,
            List.copyOf(key.values()),
            Optional.empty(),
            rowCount));
  }

  // Only what ANALYZE left: counting would read every table.
  private Map<String, Long> counts() throws SQLException {
    Map<String, Long> counts = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'")) {
        if (!rows.next()) {
          return counts;
        }
      }
      try (ResultSet rows =
          statement.executeQuery("SELECT tbl, stat FROM sqlite_stat1 WHERE stat IS NOT NULL")) {
        while (rows.next()) {
          String first = rows.getString(2).split(" ", 2)[0];
          if (first.matches("\\d{1,18}")) {
            counts.merge(rows.getString(1), Long.parseLong(first), Math::max);
          }
        }
      }
    }
    return counts;
  }

  private List<ForeignKey> foreignKeys(List<Table> tables) throws SQLException {
    Map<String, Table> byName = new LinkedHashMap<>();
    tables.forEach(table -> byName.put(lower(table.name().table()), table));
    List<ForeignKey> keys = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?) ORDER BY id, seq")) {
      Set<String> referring = referring();
      for (Table table : tables) {
        if (!referring.contains(table.name().table())) {
          continue;
        }
        statement.setString(1, table.name().table());
        try (ResultSet rows = statement.executeQuery()) {
          addKeys(table, rows, byName, keys);
        }
      }
    }
    keys.sort(Comparator.comparing(key -> key.from().table() + key.columns()));
    return keys;
  }

  /** Tables whose declaration has the word without which there is no foreign key. */
  private Set<String> referring() throws SQLException {
    Set<String> names = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%references%'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static void addKeys(
      Table from, ResultSet rows, Map<String, Table> byName, List<ForeignKey> keys)
      throws SQLException {
    Map<Integer, Table> targets = new LinkedHashMap<>();
    Map<Integer, List<String>> columns = new LinkedHashMap<>();
    Map<Integer, List<String>> referenced = new LinkedHashMap<>();
    while (rows.next()) {
      Table target = byName.get(lower(rows.getString(2)));
      if (target == null) {
        continue;
      }
      int id = rows.getInt(1);
      targets.put(id, target);
      columns
          .computeIfAbsent(id, ignored -> new ArrayList<>())
          .add(nameIn(from, rows.getString(3)));
      String to = rows.getString(4);
      if (to != null) {
        referenced.computeIfAbsent(id, ignored -> new ArrayList<>()).add(nameIn(target, to));
      }
    }
    targets.forEach(
        (id, target) -> {
          // A key that names no columns points at the primary key.
          List<String> to = referenced.getOrDefault(id, target.primaryKey());
          List<String> own = columns.get(id);
          boolean known =
              own.size() == to.size()
                  && own.stream().allMatch(column -> from.column(column).isPresent())
                  && to.stream().allMatch(column -> target.column(column).isPresent());
          if (known) {
            keys.add(new ForeignKey(from.name(), own, target.name(), to, false));
          }
        });
  }

  private static String nameIn(Table table, String written) {
    return table.column(written).map(Column::name).orElse(written);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
