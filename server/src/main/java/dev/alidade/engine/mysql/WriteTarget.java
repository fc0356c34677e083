package dev.alidade.engine.mysql;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.policy.GovernedWrite;
import dev.alidade.sql.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * Whether a write to a table can be rolled back: the server does that for tables of some kinds
 * only, and what a trigger writes elsewhere may stay.
 */
final class WriteTarget {
  private static final int LONGEST_WAIT_SECONDS = 10;
  private static final Set<String> TABLES = Set.of("BASE TABLE", "SYSTEM VERSIONED");

  private static final String KIND =
      """
      SELECT t.TABLE_TYPE, t.ENGINE, e.TRANSACTIONS FROM information_schema.TABLES t
      LEFT JOIN information_schema.ENGINES e ON e.ENGINE = t.ENGINE
      WHERE t.TABLE_SCHEMA = ? AND t.TABLE_NAME = ?
      """;
  private static final String TRIGGERS =
      """
      SELECT TRIGGER_NAME FROM information_schema.TRIGGERS
      WHERE EVENT_OBJECT_SCHEMA = ? AND EVENT_OBJECT_TABLE = ?
      """;

  // A host holds no @; the name before the last one may.
  private static final String ACCOUNT =
      "CONCAT('''', LEFT(CURRENT_USER(), CHAR_LENGTH(CURRENT_USER())"
          + " - CHAR_LENGTH(SUBSTRING_INDEX(CURRENT_USER(), '@', -1)) - 1),"
          + " '''@''', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''')";
  // Databases are granted as patterns.
  private static final String MAY_SEE_TRIGGERS =
      """
      SELECT 1 FROM information_schema.USER_PRIVILEGES
      WHERE GRANTEE = %1$s AND PRIVILEGE_TYPE = 'TRIGGER'
      UNION ALL SELECT 1 FROM information_schema.SCHEMA_PRIVILEGES
      WHERE GRANTEE = %1$s AND PRIVILEGE_TYPE = 'TRIGGER' AND ? LIKE TABLE_SCHEMA
      UNION ALL SELECT 1 FROM information_schema.TABLE_PRIVILEGES
      WHERE GRANTEE = %1$s AND PRIVILEGE_TYPE = 'TRIGGER' AND TABLE_SCHEMA = ? AND TABLE_NAME = ?
      """
          .formatted(ACCOUNT);

  private final Connection connection;
  private final TableName table;
  private final String database;

  private WriteTarget(Connection connection, TableName table) throws SQLException {
    this.connection = connection;
    this.table = table;
    this.database = table.schema().orElse(connection.getCatalog());
  }

  /** Fails where a write could not be rolled back; the table stays as it is until the end. */
  static void check(Connection connection, GovernedWrite write) throws SQLException {
    WriteTarget target = new WriteTarget(connection, write.target());
    target.hold();
    target.checkKind();
    target.checkTriggers();
  }

  // Whoever would change the table or its triggers waits from now on.
  private void hold() throws SQLException {
    MySqlDialect dialect = new MySqlDialect();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION lock_wait_timeout = " + LONGEST_WAIT_SECONDS);
      try {
        statement.execute(
            "SELECT 1 FROM %s.%s LIMIT 0"
                .formatted(dialect.quote(database), dialect.quote(table.table())));
      } finally {
        statement.execute("SET SESSION lock_wait_timeout = DEFAULT");
      }
    }
  }

  private void checkKind() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KIND)) {
      statement.setString(1, database);
      statement.setString(2, table.table());
      try (ResultSet row = statement.executeQuery()) {
        boolean found = false;
        while (row.next()) {
          found = true;
          String kind = row.getString(2);
          if (!TABLES.contains(row.getString(1))) {
            throw refused("`%s` is no table of rows; write to a table".formatted(table));
          }
          if (!"YES".equals(row.getString(3))) {
            throw refused(
                "`%s` is a table of the engine %s, which cannot roll back what a preview tries; only tables that can, such as InnoDB's, are written to"
                    .formatted(table, kind));
          }
        }
        if (!found) {
          throw refused("The server does not say what `%s` is; grant it".formatted(table));
        }
      }
    }
  }

  private void checkTriggers() throws SQLException {
    if (!has(MAY_SEE_TRIGGERS, database, database, table.table())) {
      throw refused(
          "The account may not see whether `%s` has triggers, which a preview may not be able to roll back; grant it TRIGGER on the table"
              .formatted(table));
    }
    if (has(TRIGGERS, database, table.table())) {
      throw refused(
          "`%s` has triggers, whose changes elsewhere a preview may not be able to roll back; it cannot be written to here"
              .formatted(table));
    }
  }

  private boolean has(String query, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int index = 0; index < values.length; index++) {
        statement.setString(index + 1, values[index]);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private static AlidadeException refused(String message) {
    return new AlidadeException(ErrorCode.SQL_DENIED, message);
  }
}
