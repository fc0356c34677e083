package dev.alidade.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.ErrorCode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebugQueryTest {
  @TempDir private Path folder;
  private Workbench workbench;

  @BeforeEach
  void open() {
    workbench = Workbench.in(folder);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private JsonNode debug(String sql) {
    return workbench.call("debug_query", Workbench.sql(sql));
  }

  @Test
  void everyPartHasItsRows() {
    JsonNode output =
        debug(
            """
            WITH few AS (SELECT id FROM orders WHERE id <= 10)
            SELECT few.id
            FROM few JOIN orders AS o ON o.id >= few.id
            WHERE o.id <= 3
            """);
    assertThat(output.get("steps").findValuesAsText("kind"))
        .containsExactly("from", "where", "cte", "from", "join", "where", "result");
    assertThat(output.get("steps").findValuesAsText("rows"))
        .containsExactly("2500", "10", "10", "10", "24955", "6", "6");
    assertThat(output.at("/steps/4/line").asInt()).isEqualTo(3);
    assertThat(output.at("/steps/4/column").asInt()).isEqualTo(10);
    assertThat(output.get("cut").asBoolean()).isFalse();
  }

  @Test
  void theStatementOfAStepGivesItsRows() {
    JsonNode output =
        debug("SELECT a.id FROM orders a JOIN orders b ON a.id = b.id WHERE a.id < 4");
    String sql = output.at("/steps/2/sql").asText();
    JsonNode rows = workbench.call("query", Workbench.sql(sql));
    assertThat(rows.get("rows").size()).isEqualTo(output.at("/steps/2/rows").asInt()).isEqualTo(3);
  }

  @Test
  void aPartThatNamesWhatIsAroundItSaysSoAndTheOthersRun() {
    JsonNode output =
        debug(
            "SELECT id FROM orders o WHERE EXISTS (SELECT 1 FROM orders i WHERE i.id = o.id) AND id < 3");
    JsonNode inner = output.at("/steps").findParent("error");
    assertThat(inner.get("state").asText()).isEqualTo("failed");
    assertThat(inner.at("/error/message").asText()).contains("o");
    assertThat(output.get("steps").findValuesAsText("rows")).endsWith("2", "2");
  }

  @Test
  void valuesGoToThePartsThatHaveAPlaceForThem() {
    ObjectNode input =
        Workbench.sql(
            "WITH few AS (SELECT id FROM orders WHERE id < ?) SELECT * FROM few WHERE id > ?");
    input.putArray("parameters").add(10).add(4);
    JsonNode steps = workbench.call("debug_query", input).get("steps");
    assertThat(steps.findValuesAsText("rows")).containsExactly("2500", "9", "9", "9", "5", "5");
    assertThat(steps.at("/1/parameters").toString()).isEqualTo("[10]");
    input.put("sql", "SELECT id FROM orders WHERE id < $most AND id > $least");
    input.putObject("parameters").put("most", 10).put("least", 4);
    JsonNode named = workbench.call("debug_query", input).get("steps");
    assertThat(named.findValuesAsText("rows")).containsExactly("2500", "5", "5");
  }

  @Test
  void whatMayNotRunIsNotTakenApart() {
    workbench.assertFails(
        "debug_query", Workbench.sql("DELETE FROM orders"), ErrorCode.NOT_READ_ONLY, "DELETE");
  }

  @Test
  void partsBeyondTheMostAreLeftOutAndTheWholeIsLast() {
    String sql = "SELECT 1 FROM orders" + ", (SELECT 1) AS s%d".repeat(45);
    int number = 0;
    while (sql.contains("%d")) {
      sql = sql.replaceFirst("%d", String.valueOf(number++));
    }
    JsonNode output = debug(sql + " WHERE id < 3");
    assertThat(output.get("cut").asBoolean()).isTrue();
    assertThat(output.get("steps")).hasSize(40);
    assertThat(output.at("/steps/39/kind").asText()).isEqualTo("result");
  }
}
