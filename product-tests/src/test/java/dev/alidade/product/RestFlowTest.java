package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a program does with REST, over a folder of CSV files. */
class RestFlowTest {
  private static RunningProduct product;
  private static Rest rest;

  @BeforeAll
  static void start() throws Exception {
    product = RunningProduct.serving(ShopFiles.write());
    rest = new Rest(product);
  }

  @AfterAll
  static void stop() throws Exception {
    product.close();
  }

  @Test
  void listsAndDescribesWhatIsThere() throws Exception {
    JsonNode source = rest.call("list_sources", "{}").at("/sources/0");
    assertThat(source.get("name").asText()).isEqualTo("files");
    assertThat(source.get("status").asText()).isEqualTo("available");
    assertThat(source.get("tables").asInt()).isEqualTo(2);

    JsonNode orders =
        rest.call("describe_source", "{\"source\": \"files\", \"table\": \"orders\"}")
            .at("/tables/0");
    assertThat(orders.get("columns").findValuesAsText("name"))
        .containsExactly("order_id", "customer_id", "amount", "ordered_at", "note");
    assertThat(orders.at("/foreign_keys/0/references_table").asText()).isEqualTo("customers");
    assertThat(orders.at("/foreign_keys/0/inferred").asBoolean()).isTrue();
  }

  @Test
  void findsTablesColumnsAndValues() throws Exception {
    JsonNode matches = rest.call("search_catalog", "{\"query\": \"north\"}").get("matches");

    assertThat(matches.findValuesAsText("column")).contains("region");
  }

  @Test
  void runsSqlAndGivesTypedRows() throws Exception {
    JsonNode result =
        rest.query(
            "SELECT region, count(*) AS orders, sum(amount) AS total FROM orders"
                + " JOIN customers USING (customer_id) GROUP BY region ORDER BY region");

    assertThat(result.get("columns").findValuesAsText("name"))
        .containsExactly("region", "orders", "total");
    assertThat(result.get("rows")).hasSize(4);
    assertThat(result.at("/rows/0/0").asText()).isEqualTo("east");
    assertThat(result.at("/rows/0/1").isIntegralNumber()).isTrue();
    assertThat(result.get("truncated").asBoolean()).isFalse();
    assertThat(result.at("/statistics/rows").asInt()).isEqualTo(4);
    assertThat(result.get("sql").asText()).contains("region");
  }

  @Test
  void bindsParametersAndNeverSplicesThem() throws Exception {
    JsonNode positional =
        rest.call(
            "query",
            """
            {"source": "files", "sql": "SELECT count(*) FROM customers WHERE region = ?",
             "parameters": ["north' OR '1'='1"]}""");
    assertThat(positional.at("/rows/0/0").asInt()).isZero();

    JsonNode named =
        rest.call(
            "query",
            """
            {"source": "files", "sql": "SELECT count(*) FROM customers WHERE region = $region",
             "parameters": {"region": "north"}}""");
    assertThat(named.at("/rows/0/0").asInt()).isEqualTo(ShopFiles.CUSTOMERS / 4);
  }

  @Test
  void pagesByCursorWithoutLossOrRepetition() throws Exception {
    List<Integer> ids = new ArrayList<>();
    String cursor = "";
    do {
      String more = cursor.isEmpty() ? "" : ", \"cursor\": \"" + cursor + "\"";
      JsonNode page =
          rest.call(
              "query",
              "{\"source\": \"files\", \"limit\": 700,"
                  + " \"sql\": \"SELECT order_id FROM orders ORDER BY order_id\""
                  + more
                  + "}");
      page.get("rows").forEach(row -> ids.add(row.get(0).asInt()));
      assertThat(page.get("truncated").asBoolean()).isEqualTo(page.has("cursor"));
      cursor = page.path("cursor").asText();
    } while (!cursor.isEmpty());

    assertThat(ids).hasSize(ShopFiles.ORDERS).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void judgesSqlWithoutRunningIt() throws Exception {
    JsonNode allowed = rest.call("check_sql", Rest.statement("SELECT name FROM customers"));
    assertThat(allowed.get("verdict").asText()).isEqualTo("allow");
    assertThat(allowed.get("effect").asText()).isEqualTo("read");
    assertThat(allowed.get("tables").toString()).contains("customers");
    assertThat(allowed.has("governed_sql")).isTrue();

    JsonNode denied = rest.call("check_sql", Rest.statement("DELETE FROM customers"));
    assertThat(denied.get("verdict").asText()).isEqualTo("deny");
    assertThat(denied.get("reasons")).isNotEmpty();
    assertThat(rest.query("SELECT count(*) FROM customers").at("/rows/0/0").asInt())
        .isEqualTo(ShopFiles.CUSTOMERS);
  }

  @Test
  void explainsAQuery() throws Exception {
    JsonNode plan =
        rest.call("explain_query", Rest.statement("SELECT count(*) FROM orders")).get("plan");

    assertThat(plan.get("name").asText()).isNotEmpty();
    assertThat(plan.get("children").isArray()).isTrue();
  }

  @Test
  void answersAQuestionInSteps() throws Exception {
    JsonNode answer = rest.call("ask", "{\"question\": \"How many customers are there?\"}");
    assertThat(answer.get("status").asText()).isEqualTo("answered");
    assertThat(answer.at("/rows/0/0").asInt()).isEqualTo(ShopFiles.CUSTOMERS);
    assertThat(answer.get("sql").asText()).isNotEmpty();
    assertThat(answer.get("paraphrase").asText()).isNotEmpty();

    String events =
        product
            .send(
                rest.request("ask", "{\"question\": \"How many orders are there?\"}")
                    .header("Accept", "text/event-stream"))
            .body();
    List<String> names =
        events
            .lines()
            .filter(line -> line.startsWith("event: "))
            .map(line -> line.substring(7))
            .toList();
    assertThat(names).endsWith("result").startsWith("progress");
    assertThat(events).contains("\"understood\"", "\"planned\"", "\"running\"");
  }

  @Test
  void abstainsFromWhatItDoesNotKnow() throws Exception {
    JsonNode answer = rest.call("ask", "{\"question\": \"Which unicorns sneezed yesterday?\"}");

    assertThat(answer.get("status").asText()).isIn("abstain", "clarify");
    assertThat(answer.get("unexplained").toString()).contains("unicorns");
  }
}
