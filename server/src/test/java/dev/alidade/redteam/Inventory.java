package dev.alidade.redteam;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Every function, relation of the system and setting that the engine itself says it has, called.
 */
record Inventory(
    Surroundings around, List<String> functions, List<String> relations, List<String> settings)
    implements Corpus {
  private static final List<String> CALLS =
      List.of(
          "SELECT {F}()",
          "SELECT * FROM {F}()",
          "SELECT {F}('payroll')",
          "SELECT * FROM {F}('payroll')",
          "SELECT {F}('SELECT * FROM payroll')",
          "SELECT * FROM {F}('SELECT * FROM payroll')",
          "SELECT * FROM {F}('{P}')",
          "SELECT {F}('{P}', 0, 1000)",
          "SELECT {F}(name) FROM customers",
          "SELECT {F}(salary) FROM customers",
          "SELECT {F}(id, 1) FROM customers",
          "SELECT {F}(name, 'x') FROM customers",
          "SELECT {F}(born) FROM customers",
          "SELECT {F}(customers) FROM customers",
          "SELECT {F}(secret_note) FROM customers",
          "SELECT {F}(total) FROM orders",
          "SELECT {F}(name) OVER (ORDER BY id) FROM customers",
          "SELECT count(*) FROM customers WHERE {F}(name, id) IS NULL",
          "SELECT count(*) FROM customers WHERE {F}(id) IS NOT NULL",
          "SELECT * FROM {F}((SELECT max(employee) FROM payroll))",
          "SELECT {F}");
  private static final List<String> READINGS =
      List.of(
          "SELECT * FROM {R}",
          "SELECT count(*) FROM {R}",
          "SELECT * FROM {R}, customers",
          "SELECT name FROM customers WHERE EXISTS (SELECT 1 FROM {R})",
          "WITH customers AS (SELECT * FROM {R}) SELECT * FROM customers",
          "SELECT (SELECT count(*) FROM {R}) FROM orders");
  private static final List<String> SETTINGS =
      List.of(
          "SET {S} = '1'",
          "SET SESSION {S} = 1",
          "SET GLOBAL {S} = 1",
          "SET LOCAL {S} TO DEFAULT",
          "RESET {S}",
          "SHOW {S}",
          "SELECT current_setting('{S}')",
          "SELECT set_config('{S}', '1', false)",
          "SELECT @@{S}",
          "SELECT @@global.{S}",
          "PRAGMA {S}",
          "PRAGMA {S} = 1",
          "PRAGMA main.{S}(customers)",
          "SELECT * FROM pragma_{S}('customers')",
          "SET STATEMENT {S} = 1 FOR SELECT 1");

  static Inventory of(Arena arena) {
    Surroundings around = Surroundings.of(arena);
    try (Connection connection = arena.governed().target().reader();
        Statement statement = connection.createStatement()) {
      return switch (around.engine()) {
        case "duckdb" ->
            new Inventory(
                around,
                names(statement, "SELECT DISTINCT function_name FROM duckdb_functions()"),
                names(
                    statement,
                    "SELECT DISTINCT schema_name || '.' || view_name FROM duckdb_views() WHERE internal"),
                names(statement, "SELECT name FROM duckdb_settings()"));
        case "sqlite" ->
            new Inventory(
                around,
                names(statement, "SELECT DISTINCT name FROM pragma_function_list"),
                names(
                    statement,
                    "SELECT name FROM pragma_module_list UNION SELECT 'sqlite_schema' UNION SELECT 'sqlite_master' UNION SELECT 'sqlite_temp_schema' UNION SELECT 'sqlite_sequence' UNION SELECT 'sqlite_stat1' UNION SELECT 'pragma_' || name FROM pragma_pragma_list"),
                names(statement, "SELECT name FROM pragma_pragma_list"));
        case "postgres" ->
            new Inventory(
                around,
                names(statement, "SELECT DISTINCT proname FROM pg_proc"),
                names(
                    statement,
                    "SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'v') AND n.nspname <> 'public'"),
                names(statement, "SELECT name FROM pg_settings"));
        case "mysql" ->
            new Inventory(
                around,
                names(statement, "SELECT function FROM information_schema.sql_functions"),
                names(
                    statement,
                    "SELECT concat(table_schema, '.', table_name) FROM information_schema.tables WHERE table_schema IN ('information_schema', 'mysql', 'performance_schema', 'sys')"),
                names(
                    statement,
                    "SELECT lower(variable_name) FROM information_schema.system_variables"));
        case "trino" ->
            new Inventory(
                around,
                names(statement, "SHOW FUNCTIONS").stream().distinct().toList(),
                names(
                    statement,
                    "SELECT 'system.' || table_schema || '.' || table_name FROM system.information_schema.tables UNION SELECT 'information_schema.' || table_name FROM information_schema.tables WHERE table_schema = 'information_schema'"),
                names(statement, "SHOW SESSION"));
        default -> throw new IllegalArgumentException(around.engine());
      };
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public String name() {
    return "functions, system tables, settings";
  }

  @Override
  public Stream<String> statements(Random random) {
    List<String> all = new ArrayList<>();
    String file = around.files().isEmpty() ? "/etc/passwd" : around.files().getFirst();
    functions.forEach(
        each -> CALLS.forEach(call -> all.add(call.replace("{F}", each).replace("{P}", file))));
    relations.forEach(each -> READINGS.forEach(sql -> all.add(sql.replace("{R}", each))));
    settings.forEach(each -> SETTINGS.forEach(sql -> all.add(sql.replace("{S}", each))));
    return Corpus.shuffled(all.stream(), random);
  }

  private static List<String> names(Statement statement, String sql) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }
}
