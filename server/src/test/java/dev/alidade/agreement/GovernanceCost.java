package dev.alidade.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Caller;
import dev.alidade.engine.Sources;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Mask;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.policy.RowFilter;
import dev.alidade.policy.TablePolicy;
import dev.alidade.query.QueryService;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What reading a statement and narrowing it costs before it runs, for every engine in one run:
 * {@code mvn -pl server test -Dtest=GovernanceCost}. It prints a table for docs/performance.md;
 * machines are too noisy for it to be a test.
 */
class GovernanceCost {
  private static final Caller WENDY =
      new Caller("wendy", Set.of("analyst"), Map.of("region", "west"));
  private static final int CALLS = 1_000;

  /** One engine's name to measure it alone, {@code -Dengine=sqlite}. */
  private static final String ONLY = System.getProperty("engine", "");

  private static final List<String> STATEMENTS =
      List.of(
          "SELECT name, email FROM customers WHERE id = %d",
          "SELECT c.region, count(*), sum(o.total) FROM customers c JOIN orders o"
              + " ON o.customer_id = c.id WHERE o.total > %d GROUP BY c.region ORDER BY 2 DESC",
          "WITH big AS (SELECT customer_id, sum(total) AS spent FROM orders GROUP BY customer_id)"
              + " SELECT c.name, b.spent FROM big b JOIN customers c ON c.id = b.customer_id"
              + " WHERE b.spent > (SELECT avg(spent) FROM big) AND c.id <> %d ORDER BY b.spent");

  @TempDir private Path folder;

  @Test
  void printsWhatGovernanceCosts() throws SQLException {
    System.out.println("p50, microseconds   nothing narrowed: seen, new      narrowed: seen, new");
    for (TargetEngine engine : Targets.all(folder)) {
      if (ONLY.isEmpty() || engine.name().equalsIgnoreCase(ONLY)) {
        measure(engine);
      }
    }
  }

  private static void measure(TargetEngine engine) throws SQLException {
    TargetEngine.Target target = engine.create("cost");
    fill(target);
    try (Sources sources = new Sources(List.of(target.source("shop")), List.of(engine.factory()));
        QueryService queries =
            new QueryService(
                sources, new Governor(GovernanceCost::rules), ignored -> {}, Clock.systemUTC())) {
      for (String statement : STATEMENTS) {
        assertThat(queries.check(WENDY, "shop", statement.formatted(0)).governed()).isPresent();
      }
      median(queries, Caller.LOCAL, 1_000_000, true);
      median(queries, WENDY, 2_000_000, true);
      System.out.printf(
          "%-10s %26.0f %8.0f %16.0f %8.0f%n",
          engine.name(),
          median(queries, Caller.LOCAL, 0, false),
          median(queries, Caller.LOCAL, 3_000_000, true),
          median(queries, WENDY, 0, false),
          median(queries, WENDY, 4_000_000, true));
    }
  }

  /** {@code fresh} makes every statement one that nobody has sent before. */
  private static double median(QueryService queries, Caller caller, int first, boolean fresh) {
    double[] microseconds = new double[CALLS];
    for (int call = 0; call < CALLS; call++) {
      String template = STATEMENTS.get(call % STATEMENTS.size());
      String sql = template.formatted(fresh ? first + call : first);
      long start = System.nanoTime();
      queries.check(caller, "shop", sql);
      microseconds[call] = (System.nanoTime() - start) / 1e3;
    }
    Arrays.sort(microseconds);
    return microseconds[CALLS / 2];
  }

  private static AccessRules rules() {
    Role analyst =
        new Role(
            "analyst",
            Set.of(Right.READ),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Denials.NONE);
    TablePolicy policy =
        new TablePolicy(
            "west only",
            "shop",
            "customers",
            Set.of("analyst"),
            Optional.of(new RowFilter("region = {caller.region}")),
            Map.of("email", new Mask.Redact()));
    return new AccessRules(List.of(analyst), List.of(policy), "key");
  }

  private static void fill(TargetEngine.Target target) throws SQLException {
    try (Connection connection = target.writer();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE customers (id BIGINT, name VARCHAR(40), region VARCHAR(10), email VARCHAR(40))");
      statement.execute("CREATE TABLE orders (id BIGINT, customer_id BIGINT, total BIGINT)");
      statement.execute("INSERT INTO customers VALUES (1, 'Ada', 'west', 'ada@example.org')");
      statement.execute("INSERT INTO orders VALUES (1, 1, 10)");
    }
  }
}
