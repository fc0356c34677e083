package dev.alidade.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.audit.HistorySearch;
import dev.alidade.audit.QueryRecord;
import dev.alidade.audit.StoredQueryHistory;
import dev.alidade.base.Caller;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFeatureTest {
  @TempDir private Path folder;
  private OperationRegistry registry;

  @BeforeEach
  void fill() {
    Database database = Database.open(folder);
    try (StoredQueryHistory history = new StoredQueryHistory(database)) {
      history.record(entry("ada", "shop", "SELECT a FROM Customers", "ok", 1));
      history.record(entry("ada", "shop", "SELECT b FROM orders", "COLUMN_NOT_FOUND", 2));
      history.record(entry("wendy", "shop", "SELECT secret FROM customers", "ok", 3));
      history.record(entry("ada", "crm", "SELECT c FROM customers WHERE x LIKE '%'", "ok", 4));
    }
    registry = new OperationRegistry(new HistoryFeature(new HistorySearch(database)).operations());
  }

  private static QueryRecord entry(
      String caller, String source, String sql, String outcome, int day) {
    return new QueryRecord(
        caller,
        source,
        sql,
        Optional.empty(),
        outcome,
        7,
        Duration.ofMillis(3),
        Instant.parse("2026-11-0%dT10:00:00Z".formatted(day)));
  }

  private JsonNode list(ObjectNode input) {
    Caller ada = new Caller("ada", Set.of(), Map.of());
    return Json.mapper().valueToTree(registry.call("list_history", input, Invocation.of(ada)));
  }

  private List<String> found(ObjectNode input) {
    return list(input).get("statements").findValuesAsText("sql");
  }

  private static ObjectNode input() {
    return Json.mapper().createObjectNode();
  }

  @Test
  void callersSeeWhatTheyRanThemselvesTheLatestFirst() {
    assertThat(found(input()))
        .containsExactly(
            "SELECT c FROM customers WHERE x LIKE '%'",
            "SELECT b FROM orders", "SELECT a FROM Customers");
    JsonNode last = list(input()).at("/statements/0");
    assertThat(last.get("started_at").asText()).isEqualTo("2026-11-04T10:00:00Z");
    assertThat(last.get("rows").asLong()).isEqualTo(7);
    assertThat(last.get("outcome").asText()).isEqualTo("ok");
  }

  @Test
  void theyAreFoundByWordsSourceOutcomeAndTime() {
    assertThat(found(input().put("text", "CUSTOMERS"))).hasSize(2);
    assertThat(found(input().put("text", "%"))).hasSize(1);
    assertThat(found(input().put("text", "secret"))).isEmpty();
    assertThat(found(input().put("source", "crm"))).hasSize(1);
    assertThat(found(input().put("failed", true))).containsExactly("SELECT b FROM orders");
    assertThat(found(input().put("failed", false))).hasSize(2);
    assertThat(found(input().put("from", "2026-11-02").put("until", "2026-11-04")))
        .containsExactly("SELECT b FROM orders");
  }

  @Test
  void pagesGoOnToTheOldest() {
    JsonNode first = list(input().put("limit", 2));
    assertThat(first.get("statements")).hasSize(2);
    JsonNode second = list(input().put("limit", 2).put("cursor", first.get("cursor").asText()));
    assertThat(second.get("statements").findValuesAsText("sql"))
        .containsExactly("SELECT a FROM Customers");
    assertThat(second.has("cursor") && !second.get("cursor").isNull()).isFalse();
  }

  @Test
  void whatIsNoCursorOrLimitIsRefused() {
    assertThatThrownBy(() -> list(input().put("cursor", "1; DROP"))).hasMessageContaining("cursor");
    assertThatThrownBy(() -> list(input().put("limit", 500))).hasMessageContaining("200");
  }
}
