package dev.alidade.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Json;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transactions by handle, on a file that others write meanwhile. */
class HandlesTest {
  private static final String COUNT = "SELECT count(*) FROM orders";

  @TempDir private Path folder;
  private Workbench workbench;

  @BeforeEach
  void open() {
    workbench = Workbench.in(folder);
    // Without it a reader would lock the writer out, and there are no transactions.
    change("PRAGMA journal_mode = WAL");
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void queriesOfATransactionReadOneSnapshot() {
    String handle = begin(60).get("transaction").asText();
    ObjectNode inside = Workbench.sql(COUNT).put("transaction", handle);
    assertThat(number("query", inside)).isEqualTo(2500);
    change("DELETE FROM orders WHERE id > 100");
    assertThat(number("query", inside)).isEqualTo(2500);
    assertThat(number("query", Workbench.sql(COUNT))).isEqualTo(100);
    ObjectNode end = Json.mapper().createObjectNode().put("transaction", handle);
    assertThat(workbench.call("end_transaction", end).get("ended").asBoolean()).isTrue();
    workbench.assertFails("query", inside, ErrorCode.TRANSACTION_NOT_FOUND, "begin a new one");
    workbench.assertFails("end_transaction", end, ErrorCode.TRANSACTION_NOT_FOUND, "not yours");
  }

  @Test
  void pagesOfAQueryInATransactionGoOn() {
    String handle = begin(60).get("transaction").asText();
    ObjectNode input =
        Workbench.sql("SELECT id FROM orders ORDER BY id")
            .put("transaction", handle)
            .put("limit", 2_000);
    JsonNode first = workbench.call("query", input);
    change("DELETE FROM orders");
    JsonNode second = workbench.call("query", input.set("cursor", first.get("cursor")));
    assertThat(second.get("rows")).hasSize(500);
    assertThat(number("query", Workbench.sql(COUNT).put("transaction", handle))).isEqualTo(2500);
  }

  @Test
  void aScriptReadsOneSnapshotWhereThereAreTransactions() {
    JsonNode output = workbench.call("run_script", Workbench.sql(COUNT + ";" + COUNT));
    assertThat(output.get("one_snapshot").asBoolean()).isTrue();
    for (int script = 0; script < 5; script++) {
      assertThat(workbench.call("run_script", Workbench.sql(COUNT)).get("failed").asInt()).isZero();
    }
  }

  @Test
  void theCallerSaysHowLongItMayBeIdle() {
    Instant before = Instant.now().plusSeconds(598);
    assertThat(Instant.parse(begin(600).get("expires_at").asText())).isAfter(before);
    ObjectNode tooLong = Json.mapper().createObjectNode().put("source", "shop");
    workbench.assertFails(
        "begin_transaction",
        tooLong.put("idle_seconds", 601),
        ErrorCode.INVALID_INPUT,
        "from 1 to 600");
  }

  private JsonNode begin(int idleSeconds) {
    ObjectNode input = Json.mapper().createObjectNode().put("source", "shop");
    return workbench.call("begin_transaction", input.put("idle_seconds", idleSeconds));
  }

  private long number(String operation, ObjectNode input) {
    return workbench.call(operation, input).at("/rows/0/0").asLong();
  }

  private void change(String sql) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.sqlite"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
