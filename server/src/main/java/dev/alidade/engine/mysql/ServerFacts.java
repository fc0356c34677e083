package dev.alidade.engine.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What has to be known of a server before a statement for it can be read.
 *
 * @param database the default database, in the server's letters
 * @param lowerCase lower_case_table_names: 0 letters matter, 1 all is lower case, 2 they are
 *     ignored
 * @param storedFunctions names of the database's own functions, in lower case
 * @param letters names of tables by their lower case; only where letters are kept but ignored
 */
record ServerFacts(
    Product product,
    String database,
    int lowerCase,
    Set<String> storedFunctions,
    Map<String, String> letters) {
  ServerFacts {
    storedFunctions = Set.copyOf(storedFunctions);
    letters = Map.copyOf(letters);
  }

  static ServerFacts read(Connection connection) throws SQLException {
    Product product = Product.of(connection);
    try (Statement statement = connection.createStatement()) {
      String database;
      int lowerCase;
      try (ResultSet row = statement.executeQuery("SELECT DATABASE(), @@lower_case_table_names")) {
        row.next();
        database = row.getString(1);
        lowerCase = row.getInt(2);
      }
      return new ServerFacts(
          product,
          database,
          lowerCase,
          storedFunctions(statement, database),
          lowerCase == 2 ? letters(statement, database) : Map.of());
    }
  }

  boolean ignoresCase() {
    return lowerCase != 0;
  }

  private static Set<String> storedFunctions(Statement statement, String database)
      throws SQLException {
    Set<String> names = new HashSet<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_TYPE = 'FUNCTION'"
                + " AND ROUTINE_SCHEMA = "
                + new MySqlDialect().literal(database))) {
      while (rows.next()) {
        names.add(rows.getString(1).toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  private static Map<String, String> letters(Statement statement, String database)
      throws SQLException {
    Map<String, String> letters = new HashMap<>();
    for (String name : tables(statement, database)) {
      letters.put(name.toLowerCase(Locale.ROOT), name);
    }
    return letters;
  }

  /** The names of a database's tables, which the server lists without opening them. */
  static List<String> tables(Statement statement, String database) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = "
                + new MySqlDialect().literal(database))) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
