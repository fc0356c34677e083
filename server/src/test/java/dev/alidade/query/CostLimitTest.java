package dev.alidade.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.engine.duckdb.DuckDbFactory;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Governor;
import dev.alidade.policy.LimitKind;
import dev.alidade.policy.Limits;
import dev.alidade.policy.RowFilter;
import dev.alidade.policy.TablePolicy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine expects of a query is asked before it runs. */
class CostLimitTest {
  private static final Caller WENDY = new Caller("wendy", Set.of("west"), Map.of());
  @TempDir private Path folder;

  @Test
  void whatIsExpectedToCostTooMuchDoesNotRun() throws SQLException {
    try (Sources sources = sources();
        QueryService queries = queries(sources, List.of())) {
      assertThat(Rows.collect(run(queries, "SELECT * FROM n WHERE i = 7")).rows()).hasSize(1);
      assertThatThrownBy(() -> run(queries, "SELECT count(*) FROM n a, n b, n c"))
          .isInstanceOfSatisfying(
              AlidadeException.class,
              failure -> assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_TOO_EXPENSIVE))
          .hasMessageMatching(
              "The engine expects [\\d,]{9,} rows in the steps of this query, and caller `wendy` allows 10,000; .*");
    }
  }

  @Test
  void theNumberOfRowsThatAPolicyHidesIsNotTold() throws SQLException {
    TablePolicy policy =
        new TablePolicy(
            "behind three", "n", "n", Set.of(), Optional.of(new RowFilter("i > 3")), Map.of());
    try (Sources sources = sources();
        QueryService queries = queries(sources, List.of(policy))) {
      assertThatThrownBy(() -> run(queries, "SELECT count(*) FROM n a, n b, n c"))
          .hasMessageStartingWith("The engine expects more rows in the steps of this query");
    }
  }

  @Test
  void aMeasuredPlanIsAQueryForTheLimitAndKeepsWhatPoliciesHide() throws SQLException {
    TablePolicy policy =
        new TablePolicy(
            "behind three", "n", "n", Set.of(), Optional.of(new RowFilter("i > 3")), Map.of());
    QueryRequest small = QueryRequest.of(WENDY, "n", "SELECT i FROM n WHERE i < 9");
    try (Sources sources = sources();
        QueryService open = queries(sources, List.of());
        QueryService narrowed = queries(sources, List.of(policy))) {
      assertThat(open.measure(small).plan().toString()).contains("rows=Optional[9]");
      assertThatThrownBy(
              () -> open.measure(QueryRequest.of(WENDY, "n", "SELECT 1 FROM n a, n b, n c")))
          .isInstanceOfSatisfying(
              AlidadeException.class,
              failure -> assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_TOO_EXPENSIVE));
      assertThat(narrowed.measure(small).plan().toString()).doesNotContain("Optional[");
    }
  }

  private Sources sources() throws SQLException {
    Path file = folder.resolve("n.duckdb");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE n AS SELECT range AS i FROM range(1000)");
    }
    return new Sources(
        List.of(new SourceDefinition("n", "duckdb", Map.of("path", file.toString()))),
        List.of(new DuckDbFactory()));
  }

  private static QueryService queries(Sources sources, List<TablePolicy> policies) {
    Limits limits = Limits.of("caller `wendy`", Map.of(LimitKind.COST, 10_000L));
    AccessRules rules = new AccessRules(List.of(), policies, "", Map.of("wendy", limits));
    return new QueryService(sources, new Governor(() -> rules), ignored -> {}, Clock.systemUTC());
  }

  private static GovernedResult run(QueryService queries, String sql) {
    return queries.run(QueryRequest.of(WENDY, "n", sql));
  }
}
