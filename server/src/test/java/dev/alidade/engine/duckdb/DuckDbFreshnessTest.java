package dev.alidade.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No function that goes by more than its arguments is taken for one that does not. */
class DuckDbFreshnessTest {
  /** They go by the connection, and all connections of a source are alike. */
  private static final Set<String> BY_CONNECTION = Set.of("current_database", "current_schema");

  @Test
  void everyAllowedFunctionThatTheEngineCallsUnstableIsKnown() throws Exception {
    Set<String> unstable = new TreeSet<>();
    for (String name : unstable()) {
      if (AllowedFunctionsTest.listed().contains(name)
          && !BY_CONNECTION.contains(name)
          && !DuckDbFreshness.WORDS.contains(name)
          && !DuckDbFreshness.WORDS.contains(name + "(")) {
        unstable.add(name);
      }
    }
    assertThat(unstable).isEmpty();
  }

  private static Set<String> unstable() throws SQLException {
    Set<String> names = new TreeSet<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT DISTINCT lower(function_name) FROM duckdb_functions()"
                    + " WHERE stability <> 'CONSISTENT' OR has_side_effects")) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }
}
