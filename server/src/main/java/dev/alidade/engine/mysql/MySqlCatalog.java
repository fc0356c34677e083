package dev.alidade.engine.mysql;

import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Column;
import dev.alidade.engine.ForeignKey;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.sql.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads tables, columns, keys and comments by a few queries a database. Each asks for one database
 * by name and for columns that the server knows without opening the tables' data: that is what
 * makes ten thousand of them quick.
 */
final class MySqlCatalog {
  private static final MySqlDialect DIALECT = new MySqlDialect();

  private final Statement statement;
  private final MySqlTypes types;
  private final String home;
  private final List<String> databases;

  private MySqlCatalog(Statement statement, MySqlTypes types, String home, List<String> databases) {
    this.statement = statement;
    this.types = types;
    this.home = home;
    this.databases = databases;
  }

  /** All tables of the databases; names in {@code home} have no schema. */
  static CatalogSnapshot read(
      Connection connection, MySqlTypes types, String home, List<String> databases)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return new MySqlCatalog(statement, types, home, databases).read();
    }
  }

  /** A word that is another when tables, columns, keys or comments are. */
  static String version(Connection connection, List<String> databases) throws SQLException {
    StringBuilder version = new StringBuilder();
    try (Statement statement = connection.createStatement()) {
      for (String database : databases) {
        for (String query : List.of(VERSION_OF_TABLES, VERSION_OF_COLUMNS, VERSION_OF_KEYS)) {
          try (ResultSet row = statement.executeQuery(query + DIALECT.literal(database))) {
            row.next();
            version.append(row.getString(1)).append('-').append(row.getString(2)).append('.');
          }
        }
      }
    }
    return version.toString();
  }

  private static final String VERSION_OF_TABLES =
      "SELECT COUNT(*), BIT_XOR(CRC32(CONCAT_WS('|', TABLE_NAME, TABLE_TYPE, TABLE_COMMENT)))"
          + " FROM information_schema.TABLES WHERE TABLE_SCHEMA = ";
  private static final String VERSION_OF_COLUMNS =
      "SELECT COUNT(*), BIT_XOR(CRC32(CONCAT_WS('|', TABLE_NAME, ORDINAL_POSITION, COLUMN_NAME,"
          + " COLUMN_TYPE, IS_NULLABLE, COLUMN_KEY, COLUMN_COMMENT)))"
          + " FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ";
  private static final String VERSION_OF_KEYS =
      "SELECT COUNT(*), BIT_XOR(CRC32(CONCAT_WS('|', TABLE_NAME, CONSTRAINT_NAME,"
          + " REFERENCED_TABLE_NAME)))"
          + " FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = ";

  private CatalogSnapshot read() throws SQLException {
    List<Table> tables = new ArrayList<>();
    List<ForeignKey> keys = new ArrayList<>();
    for (String database : databases) {
      tables.addAll(tables(database));
      keys.addAll(foreignKeys(database));
    }
    return new CatalogSnapshot(tables, keys);
  }

  private List<Table> tables(String database) throws SQLException {
    Map<String, List<Column>> columns = columns(database);
    Map<String, List<String>> primaryKeys = primaryKeys(database);
    List<Table> tables = new ArrayList<>();
    try (ResultSet rows =
        select(
            "TABLE_NAME, TABLE_TYPE, TABLE_COMMENT FROM information_schema.TABLES",
            "TABLE_SCHEMA",
            database,
            " ORDER BY TABLE_NAME")) {
      while (rows.next()) {
        String name = rows.getString(1);
        String type = rows.getString(2);
        boolean view = type.endsWith("VIEW");
        if (!type.equals("SEQUENCE")) {
          tables.add(
              new Table(
                  nameIn(database, name),
                  view ? TableKind.VIEW : TableKind.TABLE,
                  columns.getOrDefault(name, List.of()),
                  primaryKeys.getOrDefault(name, List.of()),
                  view ? Optional.empty() : comment(rows.getString(3)),
                  Optional.empty()));
        }
      }
    }
    return tables;
  }

  private Map<String, List<Column>> columns(String database) throws SQLException {
    Map<String, List<Described>> described = new LinkedHashMap<>();
    boolean maybeJson = false;
    try (ResultSet rows =
        select(
            "TABLE_NAME, COLUMN_NAME, DATA_TYPE, COLUMN_TYPE, IS_NULLABLE, COLUMN_COMMENT"
                + " FROM information_schema.COLUMNS",
            "TABLE_SCHEMA",
            database,
            " ORDER BY TABLE_NAME, ORDINAL_POSITION")) {
      while (rows.next()) {
        Described column =
            new Described(
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5).equals("YES"),
                comment(rows.getString(6)));
        maybeJson |= column.dataType().equals("longtext");
        described.computeIfAbsent(rows.getString(1), table -> new ArrayList<>()).add(column);
      }
    }
    Set<String> json = maybeJson ? jsonColumns(database) : Set.of();
    Map<String, List<Column>> columns = new LinkedHashMap<>();
    described.forEach(
        (table, all) ->
            columns.put(
                table,
                all.stream()
                    .map(column -> column.typed(types, json.contains(table + "." + column.name())))
                    .toList()));
    return columns;
  }

  private record Described(
      String name, String dataType, String columnType, boolean nullable, Optional<String> comment) {
    Column typed(MySqlTypes types, boolean json) {
      return new Column(name, types.ofCatalog(dataType, columnType, json), nullable, comment);
    }
  }

  // MariaDB's JSON is a LONGTEXT that a constraint named like the column checks.
  private Set<String> jsonColumns(String database) throws SQLException {
    Set<String> json = new HashSet<>();
    try (ResultSet told =
        statement.executeQuery(
            "SELECT COUNT(*) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = 'information_schema'"
                + " AND TABLE_NAME = 'CHECK_CONSTRAINTS' AND COLUMN_NAME = 'TABLE_NAME'")) {
      told.next();
      if (told.getInt(1) == 0) {
        return json;
      }
    }
    try (ResultSet rows =
        select(
            "TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE FROM information_schema.CHECK_CONSTRAINTS",
            "CONSTRAINT_SCHEMA",
            database,
            "")) {
      while (rows.next()) {
        String column = rows.getString(2);
        if (rows.getString(3).equals("json_valid(" + DIALECT.quote(column) + ")")) {
          json.add(rows.getString(1) + "." + column);
        }
      }
    }
    return json;
  }

  private Map<String, List<String>> primaryKeys(String database) throws SQLException {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    try (ResultSet rows =
        select(
            "TABLE_NAME, COLUMN_NAME FROM information_schema.STATISTICS",
            "TABLE_SCHEMA",
            database,
            " AND INDEX_NAME = 'PRIMARY' ORDER BY TABLE_NAME, SEQ_IN_INDEX")) {
      while (rows.next()) {
        keys.computeIfAbsent(rows.getString(1), table -> new ArrayList<>()).add(rows.getString(2));
      }
    }
    return keys;
  }

  private List<ForeignKey> foreignKeys(String database) throws SQLException {
    Map<String, List<Pair>> pairs = new TreeMap<>();
    try (ResultSet rows =
        select(
            "TABLE_NAME, CONSTRAINT_NAME, COLUMN_NAME, REFERENCED_TABLE_SCHEMA,"
                + " REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME"
                + " FROM information_schema.KEY_COLUMN_USAGE",
            "TABLE_SCHEMA",
            database,
            " AND REFERENCED_TABLE_NAME IS NOT NULL"
                + " ORDER BY TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION")) {
      while (rows.next()) {
        if (databases.contains(rows.getString(4))) {
          pairs
              .computeIfAbsent(
                  rows.getString(1) + "\n" + rows.getString(2), key -> new ArrayList<>())
              .add(
                  new Pair(
                      nameIn(database, rows.getString(1)),
                      rows.getString(3),
                      nameIn(rows.getString(4), rows.getString(5)),
                      rows.getString(6)));
        }
      }
    }
    return pairs.values().stream().map(Pair::key).toList();
  }

  private record Pair(TableName from, String column, TableName to, String toColumn) {
    static ForeignKey key(List<Pair> pairs) {
      return new ForeignKey(
          pairs.getFirst().from(),
          pairs.stream().map(Pair::column).toList(),
          pairs.getFirst().to(),
          pairs.stream().map(Pair::toColumn).toList(),
          false);
    }
  }

  // A constant name lets the server look into one folder; the second condition tells letters apart.
  private ResultSet select(String what, String schema, String database, String rest)
      throws SQLException {
    String name = DIALECT.literal(database);
    return statement.executeQuery(
        "SELECT %1$s WHERE %2$s = %3$s AND CAST(%2$s AS BINARY) = CAST(%3$s AS BINARY)%4$s"
            .formatted(what, schema, name, rest));
  }

  private TableName nameIn(String database, String table) {
    return database.equals(home) ? TableName.of(table) : TableName.of(database, table);
  }

  private static Optional<String> comment(String text) {
    return Optional.ofNullable(text).filter(words -> !words.isBlank());
  }
}
