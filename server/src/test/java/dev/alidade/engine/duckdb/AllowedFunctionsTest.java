package dev.alidade.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reviewed list of functions stays in step with the engine. */
class AllowedFunctionsTest {
  /** Names that the grammar makes and binds itself. */
  private static final Set<String> SYNTAX =
      Set.of(
          "->",
          "coalesce",
          "ifnull",
          "grouping",
          "columns",
          "unnest",
          "unpivot_list",
          "nullif",
          "if");

  @Test
  void everyNameExists() throws IOException, SQLException {
    Set<String> unknown = new TreeSet<>(listed());
    unknown.removeAll(functions("true"));
    unknown.removeAll(SYNTAX);
    assertThat(unknown).isEmpty();
  }

  @Test
  void nothingWithSideEffectsIsListedButRandomness() throws IOException, SQLException {
    Set<String> volatiles = functions("has_side_effects OR stability = 'VOLATILE'");
    volatiles.retainAll(listed());
    assertThat(volatiles)
        .containsExactlyInAnyOrder("random", "uuid", "gen_random_uuid", "uuidv4", "uuidv7");
  }

  private static Set<String> functions(String condition) throws SQLException {
    Set<String> names = new HashSet<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT DISTINCT lower(function_name) FROM duckdb_functions() WHERE "
                    + condition)) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  static Set<String> listed() throws IOException {
    try (InputStream stream =
        AllowedFunctionsTest.class.getResourceAsStream(
            "/dev/alidade/engine/duckdb/functions.txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("["))
          .flatMap(line -> Arrays.stream(line.strip().split("\\s+", -1)))
          .filter(name -> !name.isEmpty())
          .map(name -> name.toLowerCase(Locale.ROOT))
          .collect(Collectors.toSet());
    }
  }
}
