package dev.alidade.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.ErrorCode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
  private static final String SCRIPT =
      """
      -- what there is; all of it
      SELECT count(*) FROM orders;
      SELECT ';' AS semicolon;

      SELECT id,
        colour FROM orders;
      SELECT id FROM orders ORDER BY id
      """;

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

  @Test
  void statementsRunInOrderUntilOneFails() {
    JsonNode output = workbench.call("run_script", Workbench.sql(SCRIPT));
    JsonNode statements = output.get("statements");
    assertThat(statements.findValuesAsText("state"))
        .containsExactly("done", "done", "failed", "skipped");
    assertThat(statements.findValuesAsText("line")).startsWith("2", "3", "5");
    assertThat(statements.at("/0/rows/0/0").asLong()).isEqualTo(2500);
    assertThat(statements.at("/1/rows/0/0").asText()).isEqualTo(";");
    assertThat(output.get("failed").asInt()).isEqualTo(1);
  }

  @Test
  void aFailureStandsAtItsPlaceInTheScript() {
    JsonNode error = workbench.call("run_script", Workbench.sql(SCRIPT)).at("/statements/2/error");
    assertThat(error.get("code").asText()).isEqualTo("COLUMN_NOT_FOUND");
    assertThat(error.at("/location/line").asInt()).isEqualTo(6);
    assertThat(error.at("/location/column").asInt()).isEqualTo(3);
    assertThat(SCRIPT.substring(error.at("/location/offset").asInt())).startsWith("colour");
  }

  @Test
  void theOthersRunOnWhereThatIsWanted() {
    JsonNode last =
        workbench
            .call("run_script", Workbench.sql(SCRIPT).put("stop_on_error", false).put("limit", 7))
            .at("/statements/3");
    assertThat(last.get("state").asText()).isEqualTo("done");
    assertThat(last.get("rows")).hasSize(7);
    assertThat(last.get("truncated").asBoolean()).isTrue();
  }

  @Test
  void everyStatementIsGoverned() {
    JsonNode statements =
        workbench
            .call("run_script", Workbench.sql("SELECT 1; DELETE FROM orders; SELECT 2"))
            .get("statements");
    assertThat(statements.findValuesAsText("state")).containsExactly("done", "failed", "skipped");
    assertThat(statements.at("/1/error/code").asText()).isEqualTo("NOT_READ_ONLY");
  }

  @Test
  void scriptsAreBounded() {
    workbench.assertFails(
        "run_script", Workbench.sql(" ; -- nothing\n;"), ErrorCode.INVALID_INPUT, "no statement");
    workbench.assertFails(
        "run_script",
        Workbench.sql("SELECT 1;".repeat(201)),
        ErrorCode.REQUEST_TOO_LARGE,
        "201 statements");
    workbench.assertFails(
        "run_script",
        Workbench.sql("SELECT 1;" + " ".repeat(1_000_000)),
        ErrorCode.REQUEST_TOO_LARGE,
        "characters");
    workbench.assertFails(
        "run_script",
        Workbench.sql("SELECT 1").put("limit", 1_001),
        ErrorCode.INVALID_INPUT,
        "from 1 to 1000");
  }
}
