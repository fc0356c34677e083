package dev.alidade.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.agreement.TargetEngine;
import dev.alidade.agreement.Targets;
import dev.alidade.base.Caller;
import dev.alidade.engine.Sources;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.policy.Governor;
import dev.alidade.query.KeptResults;
import dev.alidade.query.QueryService;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A statement is taken apart in the same parts, with the same rows, on every engine. */
class DebugEverywhereTest {
  private static final String STATEMENT =
      """
      WITH buyers AS (SELECT id, name FROM people WHERE id < 4)
      SELECT b.name, (SELECT count(*) FROM sales) AS sales
      FROM buyers b
      LEFT JOIN sales s ON s.person = b.id
      JOIN people other ON other.id = b.id
      WHERE s.total IN (SELECT total FROM sales WHERE total > 10)
      UNION ALL
      SELECT 'nobody', 0 FROM people WHERE id = 5
      """;

  @TempDir private Path folder;

  static Stream<String> engines() {
    return Targets.NAMES.stream();
  }

  @ParameterizedTest
  @MethodSource("engines")
  void partsHaveTheSameRows(String name) throws SQLException {
    TargetEngine engine = Targets.named(name, folder);
    TargetEngine.Target target = engine.create("debugged");
    fill(target);
    try (Sources sources = new Sources(List.of(target.source("shop")), List.of(engine.factory()));
        QueryService queries =
            new QueryService(sources, new Governor(), ignored -> {}, Clock.systemUTC());
        KeptResults kept = new KeptResults(folder.resolve("results"), Clock.systemUTC())) {
      OperationRegistry registry =
          new OperationRegistry(new WorkbenchFeature(queries, kept, List.of()).operations());
      ObjectNode input = Workbench.sql(STATEMENT);
      Invocation invocation = Invocation.of(new Caller("ada", Set.of(), Map.of()));
      JsonNode steps =
          Json.mapper().valueToTree(registry.call("debug_query", input, invocation)).get("steps");
      assertThat(steps.findValuesAsText("kind"))
          .containsExactly(
              "from",
              "where",
              "cte",
              "subquery",
              "from",
              "where",
              "subquery",
              "from",
              "join",
              "join",
              "where",
              "branch",
              "from",
              "where",
              "branch",
              "result");
      assertThat(steps.findValuesAsText("rows"))
          .containsExactly(
              "5", "3", "3", "1", "6", "4", "4", "3", "5", "5", "3", "3", "5", "1", "1", "4");
      assertThat(steps.findValuesAsText("state")).containsOnly("done");
    }
  }

  private static void fill(TargetEngine.Target target) throws SQLException {
    try (Connection connection = target.writer();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE people (id BIGINT, name VARCHAR(20))");
      statement.execute("CREATE TABLE sales (person BIGINT, total BIGINT)");
      statement.execute(
          "INSERT INTO people VALUES (1, 'Ada'), (2, 'Bob'), (3, 'Cleo'), (4, 'Dan'), (5, 'Eve')");
      statement.execute(
          "INSERT INTO sales VALUES (1, 5), (1, 15), (2, 20), (2, 30), (4, 40), (NULL, 7)");
    }
  }
}
