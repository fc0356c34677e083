package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was asked at any door stands in one record, which every door can search. */
class AuditTrailTest {
  private static RunningProduct product;
  private static Rest rest;

  @BeforeAll
  static void start() throws Exception {
    product = RunningProduct.serving(ShopFiles.write());
    rest = new Rest(product);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void aQueryIsFoundWithItsDoorItsSqlAndItsEnd() throws Exception {
    McpCalls mcp = McpCalls.open(product);
    mcp.call("query", Rest.statement("SELECT 'by mcp', order_id FROM orders LIMIT 3"));
    JsonNode event = only("{\"text\": \"by mcp\", \"door\": \"mcp\"}");
    assertThat(event.get("outcome").asText()).isEqualTo("ok");
    assertThat(event.get("rows").asInt()).isEqualTo(3);
    assertThat(event.get("source").asText()).isEqualTo(ShopFiles.SOURCE);
    assertThat(event.get("governed").asText()).containsIgnoringCase("select");
    assertThat(event.at("/tables/0").asText()).endsWith("orders");
    assertThat(event.get("elapsed_us").asLong()).isPositive();
  }

  @Test
  void aQuestionStandsBesideTheSqlThatAnswersIt() throws Exception {
    rest.call("ask", "{\"question\": \"how many orders are there?\"}");
    JsonNode event = only("{\"text\": \"how many orders\", \"kind\": \"query\"}");
    assertThat(event.get("question").asText()).isEqualTo("how many orders are there?");
    assertThat(event.get("sql").asText()).containsIgnoringCase("count");
  }

  @Test
  void aRefusalIsRecorded() throws Exception {
    rest.error("query", Rest.statement("DELETE FROM orders WHERE 'refused' = ''"));
    JsonNode event = only("{\"text\": \"'refused'\"}");
    assertThat(event.get("outcome").asText()).isEqualTo("NOT_READ_ONLY");
    assertThat(event.has("governed")).isFalse();
  }

  @Test
  void aChangeIsRecordedWithoutItsInput() throws Exception {
    String input = "{\"engine\": \"sqlite\", \"settings\": {\"path\": \"no-secret-here\"}}";
    rest.raw("test_source", input);
    HttpResponse<String> found =
        rest.raw("search_audit", "{\"kind\": \"change\", \"text\": \"test_source\"}");
    JsonNode event = Rest.JSON.readTree(found.body()).at("/events/0");
    assertThat(event.get("operation").asText()).isEqualTo("test_source");
    assertThat(event.get("door").asText()).isEqualTo("rest");
    assertThat(found.body()).doesNotContain("no-secret-here");
  }

  @Test
  void theExportIsEveryRecordALine() throws Exception {
    rest.query("SELECT 'exported'");
    HttpResponse<String> export =
        product.send(rest.request("export_audit", "{}").header("Accept", "application/x-ndjson"));
    List<String> lines = export.body().lines().toList();
    assertThat(lines).allSatisfy(line -> Rest.JSON.readTree(line).at("/record/hash").asText());
    assertThat(lines).anyMatch(line -> line.contains("'exported'"));
    assertThat(rest.call("export_audit", "{}").at("/chains/0/first").asInt()).isEqualTo(1);
  }

  @Test
  void theCommandLineSearchesToo() throws Exception {
    rest.query("SELECT 'for the command line'");
    Alidade command =
        new Alidade(Launcher.temporaryFolder("folder"), Launcher.temporaryFolder("state"));
    Alidade.Outcome found =
        command.run(
            "search-audit", "for the command", "--server", product.address(), "--format", "json");
    assertThat(found.code()).as(found.errors()).isZero();
    assertThat(Rest.JSON.readTree(found.out()).get("events")).hasSize(1);
  }

  private static JsonNode only(String filter) throws Exception {
    JsonNode events = rest.call("search_audit", filter).get("events");
    assertThat(events).hasSize(1);
    return events.get(0);
  }
}
