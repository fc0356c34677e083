package dev.alidade.redteam;

import dev.alidade.agreement.TargetEngine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;

/** All that a statement could have changed in a database, read by the driver itself. */
final class Fingerprint {
  private Fingerprint() {}

  /** The objects of a database and every row of every table that the arena made. */
  static String of(String engine, TargetEngine.Target target, List<String> tables) {
    StringBuilder all = new StringBuilder();
    try (Connection connection = target.reader();
        Statement statement = connection.createStatement()) {
      for (String sql : schema(engine)) {
        all.append(rows(statement, sql)).append('\n');
      }
      for (String table : tables) {
        all.append(table).append(rows(statement, "SELECT * FROM " + table)).append('\n');
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return all.toString();
  }

  /** Every row of one table. */
  static String rows(TargetEngine.Target target, String table) {
    try (Connection connection = target.reader();
        Statement statement = connection.createStatement()) {
      return rows(statement, "SELECT * FROM " + table);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static List<String> schema(String engine) {
    return switch (engine) {
      case "duckdb" ->
          List.of(
              "SELECT database_name, schema_name, table_name, sql FROM duckdb_tables()",
              "SELECT schema_name, view_name, sql FROM duckdb_views() WHERE NOT internal",
              "SELECT function_name, macro_definition FROM duckdb_functions() WHERE NOT internal",
              "SELECT schema_name, sequence_name FROM duckdb_sequences()");
      case "sqlite" -> List.of("SELECT type, name, sql FROM sqlite_schema", "PRAGMA user_version");
      case "postgres" ->
          List.of(
              "SELECT n.nspname, c.relname, c.relkind, c.relacl FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname NOT LIKE 'pg\\_%'",
              "SELECT count(*), max(oid::bigint) FROM pg_proc",
              "SELECT rolname, rolsuper, rolconfig FROM pg_roles",
              "SELECT datname FROM pg_database",
              "SELECT count(*) FROM pg_largeobject_metadata",
              "SELECT setdatabase, setrole, setconfig FROM pg_db_role_setting",
              "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'");
      case "mysql" ->
          List.of(
              "SELECT table_schema, table_name, table_type FROM information_schema.tables WHERE table_schema = database()",
              "SELECT routine_schema, routine_name FROM information_schema.routines WHERE routine_schema = database()",
              "SELECT schema_name FROM information_schema.schemata",
              "SELECT user, host FROM mysql.user",
              "SELECT variable_name, global_value FROM information_schema.system_variables WHERE variable_name IN ('SQL_MODE', 'GENERAL_LOG', 'GENERAL_LOG_FILE', 'READ_ONLY', 'MAX_CONNECTIONS', 'EVENT_SCHEDULER', 'LOCAL_INFILE')");
      case "trino" ->
          List.of(
              "SELECT table_schema, table_name, table_type FROM information_schema.tables WHERE table_schema = current_schema",
              "SHOW SCHEMAS");
      default -> throw new IllegalArgumentException(engine);
    };
  }

  private static String rows(Statement statement, String sql) throws SQLException {
    TreeSet<String> rows = new TreeSet<>();
    int count = 0;
    try (ResultSet row = statement.executeQuery(sql)) {
      int width = row.getMetaData().getColumnCount();
      while (row.next()) {
        StringBuilder cells = new StringBuilder();
        for (int column = 1; column <= width; column++) {
          cells.append(row.getString(column)).append('|');
        }
        rows.add(cells.toString());
        count++;
      }
    }
    return count + " " + rows;
  }
}
