package dev.alidade.engine.sqlite;

import java.sql.Connection;
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

/**
 * What the root pages of a database hold, as of one schema cookie.
 *
 * @param cookie the number that every statement's program is compiled against
 * @param roots what is stored below a root page
 * @param columns every column of every table and view, by its name
 * @param views names of views
 * @param virtuals tables of a module, with the module's name
 */
record SqliteSchema(
    long cookie,
    Map<Long, Root> roots,
    Map<String, List<String>> columns,
    Set<String> views,
    Map<String, String> virtuals) {
  SqliteSchema {
    roots = Map.copyOf(roots);
    columns = Map.copyOf(columns);
    views = Set.copyOf(views);
    virtuals = Map.copyOf(virtuals);
  }

  /** The names of what other texts make rows for: views, and tables of modules. */
  Set<String> made() {
    Set<String> names = new HashSet<>(views);
    names.addAll(virtuals.keySet());
    return names;
  }

  /** The same where tables show these columns only. */
  SqliteSchema showing(Map<String, List<String>> others) {
    Map<String, List<String>> shown = new HashMap<>(columns);
    shown.putAll(others);
    return new SqliteSchema(cookie, roots, shown, views, virtuals);
  }

  /**
   * A table or index.
   *
   * @param stored the columns in the order in which they are stored
   * @param rowid the column that is the row's number, if one is
   */
  record Root(String table, List<String> stored, Optional<String> rowid) {
    Root {
      stored = List.copyOf(stored);
    }

    Optional<String> column(int index) {
      return index >= 0 && index < stored.size()
          ? Optional.of(stored.get(index)).filter(name -> !name.isEmpty())
          : Optional.empty();
    }
  }

  private record StoredColumn(String name, int key, boolean computed, String type) {}

  static SqliteSchema read(Connection connection) throws SQLException {
    long cookie = cookieOf(connection);
    Map<String, List<StoredColumn>> tables = columnsOf(connection);
    Set<String> keyed = new HashSet<>();
    Set<String> views = new HashSet<>();
    Map<Long, Root> roots = new HashMap<>();
    Map<String, String> virtuals = new LinkedHashMap<>();
    roots.put(1L, new Root("sqlite_schema", List.of(), Optional.empty()));
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT name, type, wr FROM pragma_table_list WHERE schema = 'main'")) {
        while (rows.next()) {
          if (rows.getInt(3) == 1) {
            keyed.add(rows.getString(1));
          }
          if (rows.getString(2).equals("view")) {
            views.add(rows.getString(1));
          }
        }
      }
      Map<String, List<String>> indexes = indexesOf(statement);
      try (ResultSet rows =
          statement.executeQuery("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema")) {
        while (rows.next()) {
          String name = rows.getString(2);
          String table = rows.getString(3);
          long page = rows.getLong(4);
          if (page == 0 && rows.getString(1).equals("table")) {
            virtuals.put(name, moduleOf(String.valueOf(rows.getString(5))));
          } else if (page > 0) {
            List<StoredColumn> declared = tables.getOrDefault(table, List.of());
            boolean index = rows.getString(1).equals("index");
            List<String> stored =
                index
                    ? indexes.getOrDefault(name, List.of())
                    : storedOrder(declared, keyed.contains(table));
            roots.put(page, new Root(table, stored, rowidOf(declared, keyed.contains(table))));
          }
        }
      }
    }
    Map<String, List<String>> names = new HashMap<>();
    tables.forEach((table, of) -> names.put(table, of.stream().map(StoredColumn::name).toList()));
    return new SqliteSchema(cookie, roots, names, views, virtuals);
  }

  static long cookieOf(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA schema_version")) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private static Map<String, List<StoredColumn>> columnsOf(Connection connection)
      throws SQLException {
    Map<String, List<StoredColumn>> tables = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT s.name, c.name, c.pk, c.hidden, c.type
                FROM sqlite_schema s, pragma_table_xinfo(s.name) c
                WHERE s.type IN ('table', 'view') ORDER BY s.rowid, c.cid
                """)) {
      while (rows.next()) {
        tables
            .computeIfAbsent(rows.getString(1), ignored -> new ArrayList<>())
            .add(
                new StoredColumn(
                    rows.getString(2),
                    rows.getInt(3),
                    rows.getInt(4) == 2,
                    String.valueOf(rows.getString(5))));
      }
    } catch (SQLException broken) {
      // A view that names a missing table breaks the joined form; then each is asked for itself.
      return columnsOneByOne(connection);
    }
    return tables;
  }

  private static Map<String, List<StoredColumn>> columnsOneByOne(Connection connection)
      throws SQLException {
    Map<String, List<StoredColumn>> tables = new LinkedHashMap<>();
    for (String name : SqliteCatalog.namesOfTables(connection)) {
      try {
        List<StoredColumn> columns = new ArrayList<>();
        try (var statement =
            connection.prepareStatement(
                "SELECT name, pk, hidden, type FROM pragma_table_xinfo(?) ORDER BY cid")) {
          statement.setString(1, name);
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              columns.add(
                  new StoredColumn(
                      rows.getString(1),
                      rows.getInt(2),
                      rows.getInt(3) == 2,
                      String.valueOf(rows.getString(4))));
            }
          }
        }
        tables.put(name, columns);
      } catch (SQLException brokenView) {
        tables.put(name, List.of());
      }
    }
    return tables;
  }

  private static Map<String, List<String>> indexesOf(Statement statement) throws SQLException {
    Map<String, List<String>> indexes = new HashMap<>();
    try (ResultSet rows =
        statement.executeQuery(
            """
            SELECT s.name, coalesce(c.name, '') FROM sqlite_schema s, pragma_index_xinfo(s.name) c
            WHERE s.type = 'index' ORDER BY s.rowid, c.seqno
            """)) {
      while (rows.next()) {
        indexes
            .computeIfAbsent(rows.getString(1), ignored -> new ArrayList<>())
            .add(rows.getString(2));
      }
    }
    return indexes;
  }

  // Without a rowid the key's columns are stored first; computed columns are not stored at all.
  private static List<String> storedOrder(List<StoredColumn> declared, boolean keyed) {
    List<StoredColumn> stored = new ArrayList<>(declared);
    stored.removeIf(StoredColumn::computed);
    if (keyed) {
      stored.sort(
          Comparator.comparingInt(column -> column.key() == 0 ? Integer.MAX_VALUE : column.key()));
    }
    return stored.stream().map(StoredColumn::name).toList();
  }

  private static Optional<String> rowidOf(List<StoredColumn> declared, boolean keyed) {
    List<StoredColumn> key = declared.stream().filter(column -> column.key() > 0).toList();
    return !keyed && key.size() == 1 && key.getFirst().type().equalsIgnoreCase("INTEGER")
        ? Optional.of(key.getFirst().name())
        : Optional.empty();
  }

  private static String moduleOf(String declaration) {
    List<SqliteToken> tokens = SqliteTokens.of(declaration);
    for (int index = 0; index + 1 < tokens.size(); index++) {
      if (tokens.get(index).keyword().equals("USING")) {
        return tokens.get(index + 1).unquoted().toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }
}
