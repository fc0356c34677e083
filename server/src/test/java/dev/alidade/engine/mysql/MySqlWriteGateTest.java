package dev.alidade.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.sql.Effect;
import dev.alidade.sql.TableName;
import dev.alidade.sql.WriteInspection;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The gate for writes against the server's own word: an account that may change orders alone, and
 * may not read payroll, is refused by name for whatever else a statement reaches.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MySqlWriteGateTest {
  private static final Pattern REFUSED =
      Pattern.compile(
          "(\\w+) (?:command )?denied .* (?:for table `[^`]*`\\.`(.*)`|in table '(.*)')$",
          Pattern.DOTALL);
  private static final int ROUNDS = Integer.getInteger("alidade.rounds", 20_000);

  private final MariaDbServer server = MariaDbServer.shared();
  private Engine engine;
  private Connection clerk;

  @BeforeAll
  void open() throws SQLException {
    String database = server.createDatabase();
    server.run(database, GateDatabase.statements());
    server.run(
        database,
        List.of(
            "CREATE OR REPLACE USER clerk IDENTIFIED BY 'c'",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON orders TO clerk",
            "GRANT SELECT ON customers TO clerk",
            "GRANT SELECT ON order_lines TO clerk",
            "GRANT SELECT ON numbers TO clerk"));
    engine = MySqlFactory.mySql().open(server.source(EngineProbe.SOURCE, database));
    clerk =
        DriverManager.getConnection(
            "jdbc:mariadb://%s:%d/%s?useServerPrepStmts=true&connectionTimeZone=UTC"
                .formatted(server.host(), server.port(), database),
            "clerk",
            "c");
    try (Statement statement = clerk.createStatement()) {
      statement.execute("SET SESSION sql_mode = '%s'".formatted(MySqlDialect.SQL_MODE));
      statement.execute("SET SESSION max_statement_time = 5");
    }
    clerk.setAutoCommit(false);
  }

  @AfterAll
  void close() throws SQLException {
    clerk.close();
    engine.close();
  }

  @Test
  void plainWritesPassAndTheServerTakesThem() throws SQLException {
    for (String sql : GateDatabase.lines("harmless-writes.txt")) {
      WriteInspection found = engine.gate().inspectWrite(sql);
      assertThat(found.inspection().reasons()).as(sql).isEmpty();
      assertThat(found.inspection().effect()).isEqualTo(Effect.WRITE);
      assertThat(found.target()).as(sql).contains(TableName.of("orders"));
      try (Statement statement = clerk.createStatement()) {
        statement.executeUpdate(found.inspection().text().orElseThrow());
      } finally {
        clerk.rollback();
      }
    }
  }

  @Test
  void theServerNeverReachesMoreThanTheGateFound() throws SQLException {
    long seed = Long.getLong("alidade.seed", System.nanoTime());
    List<String> corpus =
        Stream.of(
                "hostile-writes.txt",
                "harmless-writes.txt",
                "harmless-writes.txt",
                "harmless-writes.txt",
                "reads-payroll.txt")
            .flatMap(name -> GateDatabase.lines(name).stream())
            .toList();
    StatementMixer mixer = new StatementMixer(corpus, new Random(seed));
    int passed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String sql = mixer.next();
      WriteInspection found = engine.gate().inspectWrite(sql);
      if (found.target().isPresent()) {
        agreesWithTheServer(sql + " (seed " + seed + ")", found);
        passed++;
      }
    }
    assertThat(passed).as("writes that reached the server").isGreaterThan(ROUNDS / 100);
  }

  private void agreesWithTheServer(String label, WriteInspection found) throws SQLException {
    String text = found.inspection().text().orElseThrow();
    try (var statement = clerk.prepareStatement(text)) {
      statement.execute();
      assertThat(found.target()).as(label).contains(TableName.of("orders"));
      assertThat(statement.getResultSet()).as(label).isNull();
    } catch (SQLException failure) {
      Matcher refused = REFUSED.matcher(String.valueOf(failure.getMessage()));
      if (!refused.find()) {
        assertThat(failure.getMessage()).as(label).doesNotContain("denied");
        return;
      }
      String table =
          (refused.group(2) == null ? refused.group(3) : refused.group(2)).replace("``", "`");
      assertThat(found.inspection().tables())
          .as("%s -> %s", label, failure.getMessage())
          .extracting(TableName::table)
          .contains(table);
      if (!refused.group(1).equals("SELECT")) {
        assertThat(found.target().orElseThrow().table())
            .as("%s -> %s", label, failure.getMessage())
            .isEqualTo(table);
      }
    } finally {
      clerk.rollback();
    }
  }
}
