package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.audit.AuditFolder;
import dev.alidade.audit.AuditLog;
import dev.alidade.audit.AuditSettings;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may run approved queries only runs nothing else, whatever operation of the product it is. */
class ApprovedQueriesTest {
  private static final Caller AGENT =
      new Caller("agent", Set.of("limited"), Map.of("region", "west"), "rest");
  private static final Caller BOTH =
      new Caller("both", Set.of("limited", "chief"), Map.of("region", "west"), "rest");
  private static final Caller CHIEF =
      new Caller("ada", Set.of("chief"), Map.of("region", "west"), "rest");
  private static final String APPROVED =
      "SELECT name FROM customers WHERE total >= $least ORDER BY name";
  private static final String REFUSED = "You may run approved queries only (role `limited`)";

  @TempDir static Path folder;
  private static Product product;

  @BeforeAll
  static void open() throws IOException {
    SqliteFile.create(
        folder.resolve("crm.sqlite"),
        List.of(
            "CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, region TEXT, total INTEGER)",
            "INSERT INTO customers VALUES (1, 'Ada', 'west', 10), (2, 'Eve', 'east', 20), (3, 'Bo', 'west', 30)"));
    Path file =
        Files.writeString(
            folder.resolve("alidade.yaml"),
            """
            sources:
              - { name: crm, engine: sqlite, path: crm.sqlite, writable: true }
            roles:
              - { name: limited, rights: [read, write, define], queries: approved }
              - { name: chief, rights: [read, write, define], queries: any }
            policies:
              - { source: crm, table: customers, rows: "region = {caller.region}" }
            queries:
              - name: large_customers
                description: Customers from a total on
                source: crm
                sql: %s
                parameters: [{ name: least, type: integer, default: 0 }]
            """
                .formatted(APPROVED));
    product = product(new ConfigReader(Registry.engines(), new Environment(Map.of())).read(file));
  }

  private static Product product(Config config) {
    Path state = folder.resolve("state");
    AuditLog audit =
        new AuditLog(
            new AuditFolder(state, Optional.empty()), AuditSettings.USUAL, Clock.systemUTC());
    return Product.open(config.sources(), config, audit, state);
  }

  @AfterAll
  static void close() {
    product.close();
  }

  @Test
  void runsAnApprovedQueryWithWhatTheCallerMaySee() {
    assertThat(call(AGENT, "run_query", Map.of("name", "large_customers")))
        .contains("[[\"Ada\"],[\"Bo\"]]");
    assertThat(
            call(
                AGENT,
                "run_query",
                Map.of("name", "large_customers", "parameters", Map.of("least", 11))))
        .contains("[[\"Bo\"]]");
    assertThat(call(AGENT, "list_queries", Map.of())).contains("Customers from a total on");
  }

  @Test
  void itsExactTextRunsAtAnyOperation() {
    Map<String, Object> input =
        Map.of("source", "crm", "sql", APPROVED, "parameters", Map.of("least", 11));
    assertThat(call(AGENT, "query", input)).contains("[[\"Bo\"]]");
    assertThat(call(AGENT, "explain_query", input)).contains("\"plan\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT name FROM customers",
        "SELECT name FROM customers WHERE total >= $least ORDER BY name ",
        " SELECT name FROM customers WHERE total >= $least ORDER BY name",
        "SELECT name FROM customers WHERE total >= $least ORDER BY name;",
        "SELECT name FROM customers WHERE total >= $least ORDER BY name -- Ada",
        "/**/SELECT name FROM customers WHERE total >= $least ORDER BY name",
        "select name FROM customers WHERE total >= $least ORDER BY name",
        "SELECT name FROM Customers WHERE total >= $least ORDER BY name",
        "SELECT name FROM customers WHERE total >= :least ORDER BY name",
        "SELECT name FROM customers WHERE total >= $least ORDER BY name\u0000",
        "SELECT name FROM customers WHERE total >= $least ORDER BY name; SELECT 'Ada'",
        "DELETE FROM customers",
        "UPDATE customers SET name = 'x' WHERE name = 'Ada'"
      })
  void noOtherSqlRunsAtAnyOperationThatTakesSql(String sql) {
    List<Operation<?, ?>> tried =
        product.operations().all().stream()
            .filter(operation -> takes(operation, "sql"))
            .filter(operation -> !operation.name().equals("save_query"))
            .toList();
    assertThat(tried)
        .extracting(Operation::name)
        .contains("query", "check_sql", "explain_query", "run_script", "submit_query")
        .contains("export_query_result", "render_chart");

    for (Caller caller : List.of(AGENT, BOTH)) {
      for (Operation<?, ?> operation : tried) {
        Map<String, Object> input = new HashMap<>(Map.of("source", "crm", "sql", sql));
        if (takes(operation, "fileFormat")) {
          input.put("file_format", "csv");
        }
        String said = call(caller, operation.name(), input);
        assertThat(said).as(operation.name()).doesNotContain("Bo");
        // A script is cut into statements, of which one may be the approved one without its values.
        assertThat(said)
            .as(operation.name())
            .containsAnyOf(REFUSED, "no role of `", "but 0 values were given");
      }
      String many =
          call(
              caller,
              "query_many",
              Map.of("queries", List.of(Map.of("source", "crm", "sql", sql))));
      assertThat(many).contains(REFUSED);
    }
  }

  private static boolean takes(Operation<?, ?> operation, String field) {
    return Arrays.stream(operation.input().getRecordComponents())
        .anyMatch(component -> component.getName().equals(field));
  }

  @Test
  void noQuestionBecomesSql() {
    assertThat(call(AGENT, "ask", Map.of("source", "crm", "question", "How many customers?")))
        .contains(REFUSED);
    assertThat(call(CHIEF, "ask", Map.of("source", "crm", "question", "How many customers?")))
        .contains("[[2]]");
  }

  @Test
  void theCatalogTellsNoValues() {
    String described = call(AGENT, "describe_source", Map.of("source", "crm"));
    assertThat(described).contains("customers", "region").doesNotContain("Ada", "west");
    assertThat(call(AGENT, "search_catalog", Map.of("query", "Ada"))).doesNotContain("customers");
  }

  @Test
  void explainsTheRestraint() {
    assertThat(call(BOTH, "explain_access", Map.of()))
        .contains(
            "{\"name\":\"queries\",\"value\":\"approved\",\"what\":\"no other SQL runs than that of approved queries\",\"rule\":\"role `limited`\"}");
    assertThat(call(CHIEF, "explain_access", Map.of())).contains("\"restraints\":[]");
  }

  @Test
  void mayStillProposeWhatSomebodyElseApproves() {
    String sql = "SELECT count(*) AS customers FROM customers";
    Map<String, Object> proposal = Map.of("name", "how_many", "source", "crm", "sql", sql);
    assertThat(call(AGENT, "save_query", proposal)).contains("\"waiting\"");
    assertThat(call(AGENT, "run_query", Map.of("name", "how_many"))).contains(REFUSED);
    assertThat(call(AGENT, "approve_query", Map.of("name", "how_many", "version", 1)))
        .contains("somebody else has to approve");
    assertThat(call(CHIEF, "approve_query", Map.of("name", "how_many", "version", 1)))
        .contains("\"approved_by\":\"ada\"");
    assertThat(call(AGENT, "run_query", Map.of("name", "how_many"))).contains("[[2]]");
    assertThat(call(CHIEF, "remove_query", Map.of("name", "how_many"))).contains("removed");
    assertThat(call(AGENT, "query", Map.of("source", "crm", "sql", sql))).contains(REFUSED);
  }

  @Test
  void whatStandsInTheFileIsChangedThere() {
    assertThat(
            call(
                CHIEF,
                "save_query",
                Map.of("name", "large_customers", "source", "crm", "sql", "SELECT 1")))
        .contains("stands in the configuration");
    assertThat(call(CHIEF, "remove_query", Map.of("name", "large_customers")))
        .contains("stands in the configuration");
  }

  private static String call(Caller caller, String operation, Map<String, Object> input) {
    try {
      return Json.mapper()
          .writeValueAsString(
              product
                  .operations()
                  .call(operation, Json.mapper().valueToTree(input), Invocation.of(caller)));
    } catch (AlidadeException failure) {
      return Failure.of(failure).toString();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
