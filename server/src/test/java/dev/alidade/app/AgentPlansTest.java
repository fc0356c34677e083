package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.audit.AuditFolder;
import dev.alidade.audit.AuditLog;
import dev.alidade.audit.AuditSettings;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent grounds a question, plans by itself and runs its plan, with what it may see. */
class AgentPlansTest {
  private static final Caller AGENT =
      new Caller("agent", Set.of("clerk"), Map.of("region", "west"), "mcp");
  private static final Pattern JSON_BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final String RULES =
      """
      sources: [{ name: crm, engine: sqlite, path: crm.sqlite }]
      roles:
        - name: clerk
          sources: [crm]
          tables: [main.customers, main.orders]
          columns: { main.customers: [customer_id, customer_name, country, region, email] }
          operations: [ground_question, run_plan]
      policies:
        - source: crm
          table: main.customers
          roles: [clerk]
          rows: "region = {caller.region}"
          masks: { email: redact }
      """;

  @TempDir private Path folder;
  private Product product;

  @BeforeEach
  void open() throws IOException {
    SqliteFile.create(
        folder.resolve("crm.sqlite"),
        List.of(
            "CREATE TABLE customers (customer_id INTEGER PRIMARY KEY, customer_name TEXT,"
                + " country TEXT, region TEXT, email TEXT, ssn TEXT)",
            "CREATE TABLE orders (order_id INTEGER PRIMARY KEY, customer_id INTEGER"
                + " REFERENCES customers (customer_id), order_date DATE)",
            "CREATE TABLE payroll (id INTEGER, salary INTEGER)",
            "INSERT INTO payroll VALUES (1, 77777)",
            "INSERT INTO customers VALUES (1, 'Ada', 'France', 'west', 'ada@x', '555-66'),"
                + " (2, 'Eve', 'France', 'west', 'eve@x', '555-77'),"
                + " (3, 'Moe', 'Germany', 'east', 'moe@x', '555-88')",
            "INSERT INTO orders VALUES (1, 1, '2024-01-01'), (2, 1, '2024-02-02'),"
                + " (3, 1, '2024-03-03'), (4, 3, '2024-03-04')"));
    Path file = Files.writeString(folder.resolve("alidade.yaml"), RULES);
    Config config = new ConfigReader(Registry.engines(), new Environment(Map.of())).read(file);
    AuditLog audit =
        new AuditLog(
            new AuditFolder(folder, Optional.empty()), AuditSettings.USUAL, Clock.systemUTC());
    product = Product.openQuickly(config.sources(), config, audit, folder.resolve("state"));
  }

  @AfterEach
  void close() {
    product.close();
  }

  @Test
  void isToldWhatAPlanNeedsAndNothingHidden() {
    JsonNode grounded =
        call("ground_question", "{'question': 'How many orders has Ada?', 'source': 'crm'}");

    assertThat(grounded.at("/ground/tables").findValuesAsText("name"))
        .contains("customers", "orders", "customer_name");
    assertThat(grounded.at("/ground/joins/0").asText())
        .isEqualTo("orders.customer_id = customers.customer_id");
    assertThat(grounded.at("/plan_schema/$defs/plan/anyOf")).isNotEmpty();
    assertThat(grounded.toString())
        .doesNotContain("payroll", "ssn", "salary", "555-", "ada@x", "Moe", "Germany");
  }

  @Test
  void runsThePlansOfTheGuideUnderItsOwnRules() {
    JsonNode guide =
        call("ground_question", "{'question': 'orders', 'source': 'crm'}").get("guide");
    List<String> plans =
        JSON_BLOCK.matcher(guide.asText()).results().map(found -> found.group(1)).toList();
    assertThat(plans).hasSize(2);

    JsonNode counted = run(plans.getFirst());
    assertThat(counted.get("status").asText()).isEqualTo("ran");
    assertThat(counted.get("rows").toString()).isEqualTo("[[\"France\",3]]");
    assertThat(counted.at("/trust/label").asText()).isEqualTo("model");
    assertThat(counted.get("paraphrase").asText()).isNotEmpty();
    JsonNode without = run(plans.getLast());
    assertThat(without.get("rows").toString()).isEqualTo("[[\"Eve\"]]");
    assertThat(without.get("sql").asText()).contains("NOT IN");
  }

  @Test
  void cannotNameWhatItMayNotSee() {
    String column =
        "{'kind': 'select', 'tables': [{'table': '%s'}], 'outputs':"
            + " [{'expression': {'kind': 'column', 'table': '%s', 'column': '%s'}}]}";

    JsonNode table = run(column.formatted("payroll", "payroll", "salary"));
    JsonNode none = run(column.formatted("nothing", "nothing", "salary"));
    assertThat(table.get("status").asText()).isEqualTo("invalid");
    assertThat(table.toString().replace("payroll", "nothing")).isEqualTo(none.toString());
    JsonNode hidden = run(column.formatted("customers", "customers", "ssn"));
    assertThat(hidden.at("/errors/0/path").asText()).isEqualTo("$.outputs[0].expression.column");
    assertThat(hidden.at("/errors/0/code").asText()).isEqualTo("unknown_column");
    JsonNode masked = run(column.formatted("customers", "customers", "email"));
    assertThat(masked.get("rows").toString()).isEqualTo("[[\"***\"],[\"***\"]]");
  }

  @Test
  void cannotReachBehindTheGate() {
    String attack = "x' OR 1=1 UNION SELECT salary FROM payroll --";
    ObjectNode plan =
        json(
            "{'kind': 'select', 'tables': [{'table': 'customers', 'alias': 'ALIAS'}],"
                + " 'outputs': [{'expression': {'kind': 'column', 'table': 'customers',"
                + " 'column': 'customer_name'}, 'label': 'LABEL'}],"
                + " 'filter': {'kind': 'comparison', 'operator': 'equal',"
                + " 'left': {'kind': 'column', 'table': 'customers', 'column': 'country'},"
                + " 'right': {'kind': 'text', 'value': 'VALUE'}}}");
    for (String place : List.of("ALIAS", "LABEL", "VALUE")) {
      for (String text : List.of(attack, attack.replace('\'', '"'), attack.replace("'", "\\\\"))) {
        JsonNode answer = run(plan.toString().replace(place, text.replace("\"", "\\\"")));
        assertThat(answer.get("status").asText()).isEqualTo("ran");
        assertThat(answer.get("rows")).isEmpty();
        assertThat(answer.toString()).doesNotContain("77777");
      }
    }
  }

  @Test
  void refusesWhatIsNoPlanWithoutRunningIt() {
    assertThat(run("{'kind': 'sql', 'sql': 'SELECT * FROM payroll'}").get("status").asText())
        .isEqualTo("invalid");
    assertThat(run("{}").at("/errors/0/path").asText()).isEqualTo("$.kind");
    String deep = "{'kind': 'set', 'operator': 'union', 'left': ".repeat(150);
    assertThat(run(deep + "{}" + "}".repeat(150)).get("status").asText()).isEqualTo("invalid");
    assertThatThrownBy(() -> call("run_plan", "{'plan': 'SELECT 1', 'source': 'crm'}"))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_INPUT));
    assertThatThrownBy(() -> call("run_plan", "{'plan': {}, 'source': 'other'}"))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_NOT_FOUND));
  }

  private JsonNode run(String plan) {
    ObjectNode input = Json.mapper().createObjectNode().put("source", "crm");
    input.set("plan", json(plan));
    return call("run_plan", input.toString());
  }

  private JsonNode call(String operation, String input) {
    Object output = product.operations().call(operation, json(input), Invocation.of(AGENT));
    return Json.mapper().valueToTree(output);
  }

  private static ObjectNode json(String text) {
    try {
      String strict = text.startsWith("{'") ? text.replace('\'', '"') : text;
      return (ObjectNode) Json.mapper().readTree(strict);
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException(text, wrong);
    }
  }
}
