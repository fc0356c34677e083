package dev.alidade.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyQueriesTest {
  @TempDir private Path folder;
  private final ObjectNode input = Json.mapper().createObjectNode();
  private final ArrayNode queries = input.putArray("queries");
  private Workbench workbench;

  @BeforeEach
  void open() {
    workbench = Workbench.in(folder);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void eachGivesRowsOrItsErrorInOrder() {
    queries.add(Workbench.sql("SELECT count(*) FROM orders"));
    queries.add(Workbench.sql("SELECT colour FROM orders"));
    queries.addObject().put("source", "shpo").put("sql", "SELECT 1");
    ObjectNode bound = Workbench.sql("SELECT id FROM orders WHERE id > ?").put("limit", 3);
    bound.putArray("parameters").add(10);
    queries.add(bound);
    JsonNode results = workbench.call("query_many", input).get("results");
    assertThat(results.findValuesAsText("state"))
        .containsExactly("done", "failed", "failed", "done");
    assertThat(results.at("/0/rows/0/0").asLong()).isEqualTo(2500);
    assertThat(results.at("/1/error/code").asText()).isEqualTo("COLUMN_NOT_FOUND");
    assertThat(results.at("/2/error/message").asText()).contains("did you mean `shop`?");
    assertThat(results.at("/3/rows")).hasSize(3);
    assertThat(results.at("/3/truncated").asBoolean()).isTrue();
  }

  @Test
  void moreThanMayRunAtOnceAllGetTheirTurn() {
    for (int count = 0; count < 20; count++) {
      queries.add(Workbench.sql("SELECT count(*) FROM orders a, orders b WHERE a.id = b.id"));
    }
    assertThat(workbench.call("query_many", input).get("results").findValuesAsText("state"))
        .hasSize(20)
        .containsOnly("done");
  }

  @Test
  void theyAreCountedAndComplete() {
    assertFails("from 1 to 20 queries, not 0");
    queries.addObject().put("source", "shop");
    assertFails("needs the field `sql`");
    queries.removeAll();
    queries.add(Workbench.sql("SELECT 1").put("limit", 0));
    assertFails("`limit` must be from 1 to 1000");
    queries.removeAll();
    for (int count = 0; count < 21; count++) {
      queries.add(Workbench.sql("SELECT 1"));
    }
    assertFails("not 21");
  }

  private void assertFails(String words) {
    workbench.assertFails("query_many", input, ErrorCode.INVALID_INPUT, words);
  }
}
