package dev.alidade.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.export.ArrowFormat;
import dev.alidade.export.CsvFormat;
import dev.alidade.export.NdjsonFormat;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.query.KeptResults;
import dev.alidade.query.SmallShop;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchFeatureTest {
  @TempDir private Path folder;
  private SmallShop shop;
  private KeptResults kept;
  private OperationRegistry registry;

  @BeforeEach
  void open() {
    shop = SmallShop.in(folder);
    kept = new KeptResults(folder.resolve("results"), Clock.systemUTC());
    registry =
        new OperationRegistry(
            new WorkbenchFeature(
                    shop.queries(),
                    kept,
                    List.of(new CsvFormat(), new NdjsonFormat(), new ArrowFormat()))
                .operations());
  }

  @AfterEach
  void close() {
    kept.close();
    shop.close();
  }

  @Test
  void pagesThroughAllRowsOnce() {
    ObjectNode input = input("SELECT id FROM orders ORDER BY id").put("limit", 1000);
    List<Long> ids = new ArrayList<>();
    int pages = 0;
    for (boolean more = true; more; pages++) {
      JsonNode page = call("query", input);
      page.get("rows").forEach(row -> ids.add(row.get(0).asLong()));
      more = page.get("truncated").asBoolean();
      assertThat(page.has("cursor")).isEqualTo(more);
      if (more) {
        input.set("cursor", page.get("cursor"));
      }
    }
    assertThat(pages).isEqualTo(3);
    assertThat(ids).hasSize(2500).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void refusesACursorOfAnotherStatement() {
    String cursor =
        call("query", input("SELECT id FROM orders").put("limit", 1)).get("cursor").asText();
    assertFails(input("SELECT 1").put("cursor", cursor), ErrorCode.CURSOR_INVALID);
    assertFails(input("SELECT 1").put("cursor", "nonsense"), ErrorCode.CURSOR_INVALID);
  }

  @Test
  void bindsParametersByPositionAndName() {
    ObjectNode byPosition = input("SELECT total FROM orders WHERE id = ?");
    byPosition.putArray("parameters").add(6);
    assertThat(call("query", byPosition).at("/rows/0/0").decimalValue())
        .isEqualByComparingTo("1.5");
    ObjectNode byName = input("SELECT count(*) FROM orders WHERE customer = $who");
    byName.putObject("parameters").put("who", "Bob' OR 1=1 --");
    assertThat(call("query", byName).at("/rows/0/0").asLong()).isZero();
  }

  @Test
  void refusesWrongInput() {
    assertFails(input("SELECT 1").put("limit", 0), ErrorCode.INVALID_INPUT);
    assertFails(input("SELECT 1").put("limit", 10_001), ErrorCode.INVALID_INPUT);
    assertFails(input("SELECT 1").put("parameters", "x"), ErrorCode.INVALID_INPUT);
    ObjectNode nested = input("SELECT ?");
    nested.putArray("parameters").addArray();
    assertFails(nested, ErrorCode.PARAMETER_INVALID);
  }

  @Test
  void checksWithoutRunning() {
    JsonNode allowed = call("check_sql", input("SELECT customer FROM orders"));
    assertThat(allowed.get("verdict").asText()).isEqualTo("allow");
    assertThat(allowed.get("effect").asText()).isEqualTo("read");
    assertThat(allowed.get("tables").toString()).contains("orders");
    JsonNode denied = call("check_sql", input("DROP TABLE orders"));
    assertThat(denied.get("verdict").asText()).isEqualTo("deny");
    assertThat(denied.get("effect").asText()).isEqualTo("ddl");
    assertThat(denied.get("reasons")).isNotEmpty();
    assertThat(denied.has("governed_sql")).isFalse();
    assertThat(shop.history()).isEmpty();
  }

  @Test
  void explains() {
    JsonNode plan = call("explain_query", input("SELECT * FROM orders WHERE id = 7")).get("plan");
    assertThat(plan.toString()).contains("orders");
  }

  @Test
  void saysWhereAPlanCannotBeMeasured() {
    ObjectNode input = input("SELECT * FROM orders").put("measure", true);
    assertThatThrownBy(() -> call("explain_query", input))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_SUPPORTED))
        .hasMessageContaining("Source `shop` does not measure its plans");
  }

  @Test
  void streamsCsv() throws IOException {
    String csv = stream("text/csv", "SELECT id, customer, total FROM orders WHERE id <= 3");
    assertThat(csv)
        .isEqualTo(
            "id,customer,total\r\n1,\"Ada, \"\"the first\"\"\",0.25\r\n2,Bob,0.5\r\n3,,0.75\r\n");
  }

  @Test
  void streamsNdjson() throws IOException {
    String lines =
        stream(
            "application/x-ndjson", "SELECT id, customer, 1 AS id FROM orders WHERE id IN (2, 3)");
    assertThat(lines)
        .isEqualTo(
            "{\"id\":2,\"customer\":\"Bob\",\"id_2\":1}\n{\"id\":3,\"customer\":null,\"id_2\":1}\n");
  }

  @Test
  void streamsArrow() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    registry.stream(
        "query",
        "application/vnd.apache.arrow.stream",
        input("SELECT id, customer FROM orders ORDER BY id"),
        Invocation.of(Caller.LOCAL),
        out);
    long sum = 0;
    int rows = 0;
    try (ArrowStreamReader reader =
        new ArrowStreamReader(new ByteArrayInputStream(out.toByteArray()), new RootAllocator())) {
      while (reader.loadNextBatch()) {
        for (int row = 0; row < reader.getVectorSchemaRoot().getRowCount(); row++, rows++) {
          sum += (Long) reader.getVectorSchemaRoot().getVector("id").getObject(row);
        }
      }
    }
    assertThat(rows).isEqualTo(2500);
    assertThat(sum).isEqualTo(2500L * 2501 / 2);
  }

  @Test
  void namesTheFormatsThatThereAre() {
    assertThatThrownBy(
            () ->
                registry.stream(
                    "query",
                    "image/png",
                    input("SELECT 1"),
                    Invocation.of(Caller.LOCAL),
                    new ByteArrayOutputStream()))
        .hasMessageContaining("text/csv");
  }

  private String stream(String mediaType, String sql) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    registry.stream("query", mediaType, input(sql), Invocation.of(Caller.LOCAL), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private JsonNode call(String operation, ObjectNode input) {
    return Json.mapper().valueToTree(registry.call(operation, input, Invocation.of(Caller.LOCAL)));
  }

  private void assertFails(ObjectNode input, ErrorCode code) {
    assertThatThrownBy(() -> call("query", input))
        .isInstanceOfSatisfying(
            AlidadeException.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }

  private static ObjectNode input(String sql) {
    return Json.mapper().createObjectNode().put("source", "shop").put("sql", sql);
  }
}
