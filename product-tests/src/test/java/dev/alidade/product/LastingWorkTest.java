package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What outlives a request is begun at one door and goes on at the others. */
class LastingWorkTest {
  private static final String IDS = "SELECT order_id FROM orders ORDER BY order_id";
  private static RunningProduct product;
  private static Rest rest;
  private static McpCalls mcp;
  private static Alidade command;

  @BeforeAll
  static void start() throws Exception {
    product = RunningProduct.serving(ShopFiles.write());
    rest = new Rest(product);
    mcp = McpCalls.open(product);
    command = new Alidade(Launcher.temporaryFolder("folder"), Launcher.temporaryFolder("state"));
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void aTransactionIsOneAtEveryDoor() throws Exception {
    JsonNode opened = rest.call("begin_transaction", "{\"source\": \"files\"}");
    String handle = opened.get("transaction").asText();
    assertThat(opened.get("expires_at").asText()).endsWith("Z");
    ObjectNode input = statement("SELECT count(*) FROM orders").put("transaction", handle);

    assertThat(rest.call("query", input.toString()).at("/rows/0/0").asInt())
        .isEqualTo(ShopFiles.ORDERS);
    assertThat(byMcp("query", input).at("/rows/0/0").asInt()).isEqualTo(ShopFiles.ORDERS);
    assertThat(
            byCommand(
                    "query",
                    "SELECT count(*) FROM orders",
                    "--source",
                    "files",
                    "--transaction",
                    handle)
                .at("/rows/0/0")
                .asInt())
        .isEqualTo(ShopFiles.ORDERS);

    assertThat(byCommand("end-transaction", handle).get("ended").asBoolean()).isTrue();
    JsonNode error = rest.error("query", input.toString());
    assertThat(error.get("code").asText()).isEqualTo("TRANSACTION_NOT_FOUND");
    assertThat(error.get("status").asInt()).isEqualTo(404);
    assertThat(mcp.call("end_transaction", "{\"transaction\": \"" + handle + "\"}").toString())
        .contains("TRANSACTION_NOT_FOUND");
  }

  @Test
  void aJobIsOneAtEveryDoor() throws Exception {
    String job = byCommand("submit-query", IDS, "--source", "files").get("job").asText();
    ObjectNode input = Rest.JSON.createObjectNode().put("job", job);

    JsonNode done = byMcp("job_status", input.deepCopy().put("wait_seconds", 60));
    assertThat(done.get("state").asText()).isEqualTo("done");
    assertThat(done.get("rows").asInt()).isEqualTo(ShopFiles.ORDERS);

    String csv =
        product
            .send(rest.request("job_result", input.toString()).header("Accept", "text/csv"))
            .body();
    assertThat(csv.lines()).hasSize(ShopFiles.ORDERS + 1).startsWith("order_id", "1");
    assertThat(command.run("job-result", job, "--server", product.address()).out())
        .isEqualToNormalizingNewlines(csv);
    JsonNode page = rest.call("job_result", input.deepCopy().put("limit", 10).toString());
    assertThat(page.get("rows")).hasSize(10);
    assertThat(page.get("cursor").asText()).isEqualTo("10");
    assertThat(rest.call("list_jobs", "{}").at("/jobs").findValuesAsText("job")).contains(job);
  }

  @Test
  void aJobIsCancelled() throws Exception {
    String endless = "SELECT count(*) FROM range(1000000) a, range(1000000) b";
    String job = rest.call("submit_query", statement(endless).toString()).get("job").asText();
    ObjectNode input = Rest.JSON.createObjectNode().put("job", job);

    JsonNode early = rest.error("job_result", input.toString());
    assertThat(early.get("code").asText()).isEqualTo("JOB_RUNNING");
    assertThat(early.get("status").asInt()).isEqualTo(503);
    assertThat(byMcp("cancel_job", input).get("state").asText()).isEqualTo("cancelled");
  }

  @Test
  void aCursorGoesOnAtEveryDoor() throws Exception {
    List<Integer> ids = new ArrayList<>();
    ObjectNode input = statement(IDS).put("limit", 700);
    JsonNode first = rest.call("query", input.toString());
    add(first, ids);
    input.set("cursor", first.get("cursor"));
    JsonNode second = byMcp("query", input);
    add(second, ids);
    assertThat(rest.call("query", input.toString()).get("rows")).isEqualTo(second.get("rows"));
    String cursor = second.get("cursor").asText();
    while (!cursor.isEmpty()) {
      JsonNode page =
          byCommand("query", IDS, "--source", "files", "--limit", "1700", "--cursor", cursor);
      add(page, ids);
      cursor = page.path("cursor").asText();
    }
    assertThat(ids).hasSize(ShopFiles.ORDERS).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void scriptsAndManyQueriesGiveAResultForEach() throws Exception {
    JsonNode script =
        rest.call(
            "run_script",
            statement("SELECT count(*) FROM orders; SELECT colour FROM orders").toString());
    assertThat(script.get("one_snapshot").asBoolean()).isTrue();
    assertThat(script.at("/statements/0/rows/0/0").asInt()).isEqualTo(ShopFiles.ORDERS);
    assertThat(script.at("/statements/1/error/location/column").asInt()).isEqualTo(37);

    ObjectNode many = Rest.JSON.createObjectNode();
    many.putArray("queries")
        .add(statement("SELECT count(*) FROM customers"))
        .add(statement("SELECT count(*) FROM orders"));
    assertThat(byMcp("query_many", many).at("/results/1/rows/0/0").asInt())
        .isEqualTo(ShopFiles.ORDERS);
    assertThat(
            byCommand("query-many", "--queries", many.get("queries").toString())
                .at("/results/0/rows/0/0")
                .asInt())
        .isEqualTo(ShopFiles.CUSTOMERS);
  }

  @Test
  void valuesOfEveryTypeBindAtEveryDoor() throws Exception {
    String sql = "SELECT CAST(? AS DATE) AS day, CAST(? AS DECIMAL(20, 2)) AS price";
    String values =
        "[{\"type\": \"date\", \"value\": \"2024-02-29\"},"
            + " {\"type\": \"decimal\", \"value\": \"123456789012345678.90\"}]";
    ObjectNode input = statement(sql);
    input.set("parameters", Rest.JSON.readTree(values));
    String expected = "[[\"2024-02-29\",\"123456789012345678.90\"]]";

    assertThat(rest.call("query", input.toString()).get("rows").toString()).isEqualTo(expected);
    assertThat(byMcp("query", input).get("rows").toString()).isEqualTo(expected);
    assertThat(
            byCommand("query", sql, "--source", "files", "--parameters", values)
                .get("rows")
                .toString())
        .isEqualTo(expected);
  }

  private static JsonNode byMcp(String operation, JsonNode input) throws Exception {
    return mcp.call(operation, input.toString()).at("/result/structuredContent");
  }

  private static JsonNode byCommand(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--server", product.address(), "--format", "json"));
    Alidade.Outcome outcome = command.run(all.toArray(String[]::new));
    assertThat(outcome.code()).as(outcome.errors()).isZero();
    return Rest.JSON.readTree(outcome.out());
  }

  private static ObjectNode statement(String sql) {
    return Rest.JSON.createObjectNode().put("source", "files").put("sql", sql);
  }

  private static void add(JsonNode page, List<Integer> ids) {
    page.get("rows").forEach(row -> ids.add(row.get(0).asInt()));
  }
}
