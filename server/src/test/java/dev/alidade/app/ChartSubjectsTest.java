package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.audit.AuditFolder;
import dev.alidade.audit.AuditLog;
import dev.alidade.audit.AuditSettings;
import dev.alidade.base.Caller;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved queries and answers are drawn with what their caller may see of them now. */
class ChartSubjectsTest {
  private static final Caller WEST =
      new Caller("wendy", Set.of("seller"), Map.of("region", "west"), "rest");
  private static final Caller EAST =
      new Caller("ed", Set.of("seller"), Map.of("region", "east"), "rest");

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
              - { name: crm, engine: sqlite, path: crm.sqlite }
            roles:
              - { name: seller, rights: [read] }
            policies:
              - { source: crm, table: customers, rows: "region = {caller.region}" }
            queries:
              - name: large_customers
                source: crm
                sql: SELECT name, total FROM customers WHERE total >= $least ORDER BY name
                parameters: [{ name: least, type: integer, default: 0 }]
            """);
    Config config = new ConfigReader(Registry.engines(), new Environment(Map.of())).read(file);
    Path state = folder.resolve("state");
    AuditLog audit =
        new AuditLog(
            new AuditFolder(state, Optional.empty()), AuditSettings.USUAL, Clock.systemUTC());
    product = Product.open(config.sources(), config, audit, state);
  }

  @AfterAll
  static void close() {
    product.close();
  }

  @Test
  void aSavedQueryIsDrawnWithItsParameters() throws Exception {
    assertThat(places(WEST, Map.of("query", "large_customers"))).isEqualTo("[\"Ada\",\"Bo\"]");
    assertThat(
            places(
                WEST,
                Map.of(
                    "query", "large_customers",
                    "kind", "bar",
                    "parameters", Map.of("least", 11))))
        .isEqualTo("[\"Bo\"]");
    assertThat(places(EAST, Map.of("query", "large_customers", "kind", "bar")))
        .isEqualTo("[\"Eve\"]");
    assertThatThrownBy(() -> places(WEST, Map.of("query", "large_customer")))
        .hasMessageContaining("did you mean `large_customers`?");
    assertThatThrownBy(
            () -> places(WEST, Map.of("query", "large_customers", "parameters", Map.of("most", 1))))
        .hasMessageContaining("has no parameter `most`");
  }

  @Test
  void anAnswerIsDrawnByWhoAskedAndByNobodyElse() throws Exception {
    JsonNode answer =
        call(WEST, "ask", Map.of("question", "total of each customer name", "source", "crm"));
    assertThat(answer.get("status").asText()).isEqualTo("answered");
    Map<String, Object> turn =
        Map.of(
            "conversation", answer.get("conversation").asText(),
            "turn", answer.get("turn").asText(),
            "kind", "bar");

    assertThat(places(WEST, turn)).contains("Ada", "Bo").doesNotContain("Eve");
    assertThat(places(WEST, Map.of("conversation", "last", "kind", "bar"))).contains("Ada");
    assertThatThrownBy(() -> places(EAST, turn)).hasMessageContaining("No conversation");
    assertThatThrownBy(() -> places(EAST, Map.of("conversation", "last")))
        .hasMessageContaining("You have no conversation yet");
  }

  private static String places(Caller caller, Map<String, Object> input) throws Exception {
    return call(caller, "render_chart", input).at("/figure/data/0/x").toString();
  }

  private static JsonNode call(Caller caller, String operation, Map<String, Object> input)
      throws Exception {
    Record output =
        product
            .operations()
            .call(operation, Json.mapper().valueToTree(input), Invocation.of(caller));
    return Json.mapper().readTree(Json.text(output));
  }
}
