package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stands out, reports and advice on SQL are the same at every door. */
class InsightsTest {
  private static RunningProduct product;
  private static Rest rest;

  @BeforeAll
  static void start() throws Exception {
    product = RunningProduct.serving();
    rest = new Rest(product);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void insightsAreTheSameAtEveryDoorAndTheirSqlShowsThem() throws Exception {
    String input = "{\"source\": \"shop\", \"table\": \"customers\"}";
    JsonNode byRest = rest.call("find_insights", input);
    JsonNode byMcp =
        McpCalls.open(product).call("find_insights", input).at("/result/structuredContent");
    JsonNode byCommand =
        Rest.JSON.readTree(
            command("find-insights", "customers", "--source", "shop", "--format", "json"));

    assertThat(byRest.path("insights")).isNotEmpty();
    assertThat(byRest.path("tested").asInt()).isGreaterThan(5);
    assertThat(byMcp).isEqualTo(byRest);
    assertThat(byCommand).isEqualTo(byRest);
    for (JsonNode insight : byRest.path("insights")) {
      ObjectNode query = Rest.JSON.createObjectNode().put("source", "shop");
      query.set("sql", insight.path("sql"));
      JsonNode shown = rest.call("query", query.toString());
      assertThat(shown.path("rows").size()).isGreaterThanOrEqualTo(insight.path("rows").size());
      assertThat(shown.path("rows").get(0)).isEqualTo(insight.path("rows").get(0));
    }
  }

  @Test
  void aConversationBecomesAReport() throws Exception {
    JsonNode answer =
        rest.call("ask", "{\"question\": \"How many orders are there for each status?\"}");
    String id = answer.path("conversation").asText();
    ObjectNode input = Rest.JSON.createObjectNode().put("conversation", id);

    String page = rest.call("write_report", input.toString()).path("document").asText();
    String markdown =
        McpCalls.open(product)
            .call("write_report", input.put("as", "markdown").toString())
            .at("/result/structuredContent/document")
            .asText();
    String printed = command("write-report", id);

    assertThat(page).startsWith("<!doctype html>").contains("<svg ", "GROUP BY", "cancelled");
    assertThat(markdown).startsWith("# How many orders").contains("| cancelled |");
    assertThat(printed).startsWith("<!doctype html>").contains("</html>");
  }

  @Test
  void statementsAreSaidAndMended() throws Exception {
    ObjectNode wrong =
        Rest.JSON
            .createObjectNode()
            .put("source", "shop")
            .put("sql", "SELECT statsu, count(*) FROM orders");
    JsonNode mended = rest.call("fix_sql", wrong.toString());
    String sql = mended.at("/fixes/0/sql").asText();
    assertThat(sql).isEqualTo("SELECT status, count(*) FROM orders GROUP BY status");
    assertThat(
            McpCalls.open(product)
                .call("fix_sql", wrong.toString())
                .at("/result/structuredContent"))
        .isEqualTo(mended);

    String words = command("explain-sql", sql, "--source", "shop");
    assertThat(words).contains("Groups them: one row for each status.");
  }

  private static String command(String... words) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--server", product.address()));
    Process process =
        Launcher.command(Launcher.temporaryFolder("state"), arguments)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(String.join(" ", words)).isZero();
    return printed;
  }
}
