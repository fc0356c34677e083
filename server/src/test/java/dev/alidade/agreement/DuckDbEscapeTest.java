package dev.alidade.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.engine.Batch;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.Sources;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Mask;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.policy.RowFilter;
import dev.alidade.policy.TablePolicy;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.sql.TableName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Statements written to see past a policy in DuckDB; none of them shows a hidden row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuckDbEscapeTest {
  private static final Caller WENDY =
      new Caller("wendy", Set.of("analyst"), Map.of("region", "west"));
  private static final String KELVIN = "tic\u212Aets";

  private static final Role ANALYST =
      new Role(
          "analyst",
          Set.of(Right.READ),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          new Denials(Set.of(), Set.of(), Set.of("payroll"), Set.of()));

  private Sources sources;
  private QueryService queries;

  @BeforeAll
  void open(@TempDir Path folder) throws SQLException {
    TargetEngine engine = new DuckDbTarget(folder);
    TargetEngine.Target target = engine.create("governed");
    try (Connection connection = target.writer();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE tickets (code VARCHAR, region VARCHAR, email VARCHAR)");
      statement.execute(
          "INSERT INTO tickets VALUES ('1', 'west', 'ada@a'), ('2', 'west', 'bob@b'),"
              + " ('hidden', 'east', 'hidden')");
      statement.execute("INSERT INTO tickets SELECT '3', 'west', 'cy@c' FROM range(50)");
      statement.execute("CREATE TABLE rights (who VARCHAR, region VARCHAR)");
      statement.execute("INSERT INTO rights VALUES ('wendy', 'west')");
      statement.execute("CREATE TABLE payroll (note VARCHAR)");
      statement.execute("INSERT INTO payroll VALUES ('hidden')");
    }
    sources = new Sources(List.of(target.source("governed")), List.of(engine.factory()));
    TablePolicy policy =
        new TablePolicy(
            "own regions",
            "governed",
            "tickets",
            Set.of("analyst"),
            Optional.of(
                new RowFilter("region IN (SELECT region FROM rights WHERE who = {caller.name})")),
            Map.of("email", new Mask.Hash()));
    AccessRules rules = new AccessRules(List.of(ANALYST), List.of(policy), "key");
    queries = new QueryService(sources, new Governor(() -> rules), entry -> {}, Clock.systemUTC());
  }

  @AfterAll
  void close() {
    queries.close();
    sources.close();
  }

  @Test
  void noStatementShowsAHiddenRow() {
    SoftAssertions judged = new SoftAssertions();
    for (String sql :
        List.of(
            "WITH rights AS (SELECT 'wendy' AS who, 'east' AS region) SELECT code FROM tickets",
            "SELECT * FROM (WITH rights AS (SELECT 'wendy' AS who, 'east' AS region) FROM tickets)",
            "WITH \"" + KELVIN + "\" AS (SELECT 1) SELECT code FROM tickets",
            "WITH RECURSIVE tickets AS (SELECT code, email FROM tickets UNION ALL SELECT 'a', 'b' FROM tickets WHERE 1 = 0) SELECT * FROM tickets",
            "WITH RECURSIVE tickets AS (SELECT code FROM tickets UNION SELECT code FROM tickets) FROM tickets",
            "WITH RECURSIVE tickets(code) USING KEY (code) AS (SELECT code FROM tickets UNION SELECT code FROM recurring.tickets) FROM tickets",
            "WITH RECURSIVE payroll AS (FROM payroll UNION ALL FROM payroll WHERE 1 = 0) FROM payroll",
            "WITH payroll AS (SELECT 'a' AS note) FROM (WITH RECURSIVE payroll AS (FROM payroll UNION FROM payroll) FROM payroll)",
            "WITH payroll AS (SELECT 'a' AS note) FROM (WITH payroll AS (FROM payroll) FROM payroll)",
            "WITH tickets AS (SELECT 1 AS one) FROM (SUMMARIZE tickets)",
            "WITH payroll AS (SELECT 1 AS one) FROM (SUMMARIZE payroll)",
            "WITH payroll AS (SELECT 1 AS one) FROM (SUMMARIZE (SELECT * FROM payroll))",
            "WITH payroll AS (SELECT 1 AS one) FROM (DESCRIBE payroll)",
            "WITH payroll AS (SELECT 1 AS one) SELECT (SELECT payroll FROM payroll)",
            "WITH payroll AS (SELECT 1 AS one) FROM range(1) r, LATERAL (FROM payroll)",
            "WITH payroll AS (SELECT 'a' AS note) FROM (PIVOT payroll ON note IN ('hidden') USING count(*))",
            "WITH payroll AS (SELECT 'a' AS note) FROM (UNPIVOT payroll ON note)",
            "WITH payroll AS (SELECT 1 AS one) SELECT 1 LIMIT (SELECT count(*) FROM payroll)",
            "WITH payroll AS (SELECT 1 AS one) SELECT * FROM unnest((SELECT list(payroll) FROM payroll))",
            "WITH payroll AS (FROM payroll) FROM payroll",
            "WITH payroll AS MATERIALIZED (SELECT 1 AS one) SELECT list_transform([1], x -> (SELECT max(payroll) FROM payroll))",
            "SELECT t FROM tickets t",
            "SELECT a.code FROM tickets a ASOF JOIN tickets b ON a.region = b.region AND a.code >= b.code",
            "SELECT code FROM tickets SEMI JOIN rights USING (region)",
            "SELECT * FROM tickets NATURAL JOIN rights",
            "SELECT * FROM rights ANTI JOIN tickets USING (region)",
            "FROM tickets TABLESAMPLE reservoir(100 ROWS)",
            "SELECT rowid FROM tickets",
            "FROM 'tickets'",
            "FROM \"TICKETS\"",
            "FROM governed.main.tickets",
            "FROM Main.Tickets",
            "FROM query_table('payroll')",
            "SELECT code COLLATE nocase FROM tickets ORDER BY ALL",
            "SELECT histogram(code) FROM tickets",
            "VALUES ((SELECT max(code) FROM tickets))",
            "FROM tickets EXCEPT ALL FROM tickets WHERE region = 'west'")) {
      judged.assertThat(outcome(sql)).as(sql).doesNotContain("hidden");
    }
    judged.assertAll();
  }

  @Test
  void aStatementCannotGiveAMaskItsOwnValues() {
    String sql =
        "WITH tickets AS (SELECT '1' AS code, 'west' AS region, 'guess' AS email)"
            + " SELECT count(*) FROM main.tickets";
    assertThat(outcome(sql)).isEqualTo("[[52]]");
  }

  @Test
  void aViewDoesNotShowATableThatARoleDenies() {
    AccessRules rules = new AccessRules(List.of(ANALYST), List.of(), "key");
    assertThat(
            rules
                .of(WENDY)
                .view("governed", new TableName(Optional.of("main"), "notes"), "main")
                .allowed())
        .isFalse();
  }

  private String outcome(String sql) {
    QueryRequest request =
        new QueryRequest(
            WENDY, "governed", sql, Parameters.NONE, QueryLimits.EXPORT, Cancellation.never());
    List<String> rows = new ArrayList<>();
    try (GovernedResult result = queries.run(request)) {
      int width = result.columns().size();
      for (Optional<Batch> next = result.next(); next.isPresent(); next = result.next()) {
        for (int row = 0; row < next.get().rows(); row++) {
          List<Object> cells = new ArrayList<>();
          for (int column = 0; column < width; column++) {
            cells.add(next.get().value(column, row));
          }
          rows.add(cells.toString());
        }
      }
    } catch (AlidadeException failure) {
      return "failed: " + failure.code() + " " + failure.getMessage();
    }
    return rows.toString();
  }
}
