package dev.alidade.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.policy.Mask;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A column of SQLite's may hold any value, whatever type it was declared with. */
class SqliteMaskTest {
  private static final List<String> TYPES =
      List.of(
          "TEXT", "INTEGER", "REAL", "DATE", "TIMESTAMP", "DECIMAL(9,2)", "BOOLEAN", "BLOB", "");
  private static final List<String> VALUES =
      List.of(
          "'hidden'", "'hidden-and-long'", "x'68696464656E'", "'2024-05-06 hidden'", "75318642");
  private static final List<Mask> MASKS =
      List.of(
          new Mask.Redact(),
          new Mask.Hash(),
          new Mask.Partial(1),
          new Mask.Year(),
          new Mask.Null(),
          new Mask.Round(100_000_000));

  @Test
  void noMaskShowsAValueThatDoesNotFitItsColumn() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      SqliteHash.addTo(connection);
      for (String type : TYPES) {
        for (String value : VALUES) {
          for (Mask mask : MASKS) {
            statement.execute("CREATE TABLE t (c %s)".formatted(type));
            statement.execute("INSERT INTO t VALUES (%s), (NULL)".formatted(value));
            String shown =
                mask.expression("c", SqliteTypes.declared(type), new SqliteDialect(), "key");
            try (ResultSet row =
                statement.executeQuery(
                    "SELECT hex(%1$s), CAST(%1$s AS TEXT), c FROM t".formatted(shown))) {
              while (row.next()) {
                String text = String.valueOf(row.getString(2)).toLowerCase(Locale.ROOT);
                assertThat(text)
                    .as("%s of %s in a column %s", mask, value, type)
                    .doesNotContain("hidden", "75318642", "68696464656e");
                assertThat(row.getString(1)).doesNotContain("68696464656E");
              }
            }
            statement.execute("DROP TABLE t");
          }
        }
      }
    }
  }
}
