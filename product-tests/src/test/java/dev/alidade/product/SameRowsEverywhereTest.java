package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A question has one answer, whichever door it comes through. */
class SameRowsEverywhereTest {
  private static final Path DATA = ShopFiles.write();
  private static RunningProduct product;
  private static Rest rest;
  private static McpCalls mcp;

  @BeforeAll
  static void start() throws Exception {
    product = RunningProduct.serving(DATA);
    rest = new Rest(product);
    mcp = McpCalls.open(product);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM customers ORDER BY customer_id",
        "SELECT * FROM orders ORDER BY order_id LIMIT 1000",
        "SELECT region, count(*) AS orders, sum(amount) AS total, avg(amount) AS mean, max(since)"
            + " FROM orders JOIN customers USING (customer_id) GROUP BY region ORDER BY region",
        "SELECT 9007199254740993 AS big, 0.1 + 0.2 AS exact, 1.50 AS trailing,"
            + " CAST(1 AS DOUBLE) / 3 AS third, NULL AS nothing, true AS yes, '' AS empty,"
            + " 'tab\tline\nquote\" ü 🐛' AS text, DATE '2024-02-29' AS day,"
            + " TIMESTAMP '2024-02-29 12:30:00.25' AS moment, [1, NULL, 3] AS list,"
            + " {'a': 1, 'b': 'x'} AS struct, CAST('NaN' AS DOUBLE) AS nan",
        "SELECT * FROM customers WHERE 1 = 0",
      })
  void sqlGivesTheSameRows(String sql) throws Exception {
    JsonNode expected = rest.query(sql);

    assertThat(expected.get("columns").size()).isPositive();
    Map<String, JsonNode> others =
        Map.of(
            "events", byEvents("query", Rest.statement(sql)),
            "MCP", byMcp("query", Rest.statement(sql)),
            "CLI with a server", byCommand("--server", "query", "--source", ShopFiles.SOURCE, sql),
            "CLI alone", byCommand("--data", "query", "--source", ShopFiles.SOURCE, sql));
    others.forEach(
        (door, other) -> {
          assertThat(other.get("columns")).as(door).isEqualTo(expected.get("columns"));
          assertThat(other.get("rows").toString())
              .as(door)
              .isEqualTo(expected.get("rows").toString());
        });
    assertThat(byNdjson(sql).toString()).isEqualTo(expected.get("rows").toString());
  }

  @Test
  void aQuestionGivesTheSameRows() throws Exception {
    List<String> questions =
        rest.call("suggest_questions", "{}").get("suggestions").findValuesAsText("question");
    assertThat(questions).isNotEmpty();
    for (String question : questions.subList(0, Math.min(3, questions.size()))) {
      checkQuestion(question);
    }
  }

  private static void checkQuestion(String question) throws Exception {
    String input = Rest.JSON.createObjectNode().put("question", question).toString();
    JsonNode expected = rest.call("ask", input);

    assertThat(expected.get("status").asText()).as(question).isEqualTo("answered");
    assertThat(expected.get("rows")).isNotEmpty();
    Map<String, JsonNode> others =
        Map.of(
            "events", byEvents("ask", input),
            "MCP", byMcp("ask", input),
            "CLI with a server", byCommand("--server", "ask", question),
            "CLI alone", byCommand("--data", "ask", question));
    others.forEach(
        (door, other) -> {
          assertThat(other.get("sql")).as(door).isEqualTo(expected.get("sql"));
          assertThat(other.get("rows").toString())
              .as(door)
              .isEqualTo(expected.get("rows").toString());
        });
  }

  private static JsonNode byEvents(String operation, String input) throws Exception {
    String events =
        product.send(rest.request(operation, input).header("Accept", "text/event-stream")).body();
    String result = events.substring(events.indexOf("event: result\ndata: ") + 20);
    return Rest.JSON.readTree(result.substring(0, result.indexOf('\n')));
  }

  private static JsonNode byMcp(String operation, String input) throws Exception {
    JsonNode response = mcp.call(operation, input);
    return response.at("/result/structuredContent");
  }

  /** By the command line: on the running server, or on the files without one. */
  private static JsonNode byCommand(String where, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(where, where.equals("--data") ? DATA.toString() : product.address()));
    all.addAll(List.of("--format", "json"));
    ProcessBuilder builder =
        Launcher.command(Launcher.temporaryFolder("state"), all)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    return Rest.JSON.readTree(Finished.standardOutput(builder, 120));
  }

  private static ArrayNode byNdjson(String sql) throws Exception {
    String body =
        product
            .send(
                rest.request("query", Rest.statement(sql)).header("Accept", "application/x-ndjson"))
            .body();
    ArrayNode rows = Rest.JSON.createArrayNode();
    for (String line : body.lines().toList()) {
      ArrayNode row = rows.addArray();
      Rest.JSON.readTree(line).forEach(row::add);
    }
    return rows;
  }
}
