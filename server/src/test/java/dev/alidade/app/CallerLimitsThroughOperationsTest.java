package dev.alidade.app;

import static dev.alidade.app.RulesHouse.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits of single callers through operations. */
class CallerLimitsThroughOperationsTest {
  private static final Caller BO = new Caller("bo", Set.of("admin"), Map.of());
  private static final String VISITS = RulesHouse.query("SELECT id FROM visits");

  @TempDir private Path folder;
  private RulesHouse house;

  @BeforeEach
  void open() {
    house = new RulesHouse(folder, "");
    house.call(
        ADA,
        "create_caller",
        "{'name': 'bo', 'roles': ['admin'], 'password': 'correct horse', 'limits': {'rows': 7}}");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void holdAtOnceAndAfterARestart() {
    for (int run = 0; run < 2; run++) {
      assertThat(house.call(BO, "query", VISITS).get("rows")).hasSize(7);
      JsonNode limits = house.call(ADA, "list_callers", "{}").at("/callers/0/limits");
      assertThat(limits.toString()).isEqualTo("{\"rows\":7}");
      house.restart("");
    }
    house.call(ADA, "change_caller", "{'name': 'bo', 'limits': {'requests-per-minute': 2}}");
    assertThat(house.call(BO, "query", VISITS).get("rows")).hasSize(1_000);
    house.call(BO, "list_sources", "{}");
    assertThat(house.code(BO, "list_sources", "{}")).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
    house.call(ADA, "change_caller", "{'name': 'bo', 'attributes': {'region': 'west'}}");
    assertThat(house.code(BO, "list_sources", "{}")).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
    JsonNode changed = house.call(ADA, "change_caller", "{'name': 'bo', 'limits': {}}");
    assertThat(changed.at("/caller/limits")).isEmpty();
    house.call(BO, "list_sources", "{}");
  }

  @Test
  void areCheckedAsThoseOfTheFile() {
    String change = "{'name': 'bo', 'limits': {%s}}";
    assertThat(house.refusal("change_caller", change.formatted("'row': 5")))
        .contains("`caller.limits.row` is not a setting; did you mean `rows`?");
    assertThat(house.refusal("change_caller", change.formatted("'rows': 0")))
        .contains("`caller.limits.rows` must be a whole number from 1");
    assertThat(
            house.refusal(
                "create_caller",
                "{'name': 'cy', 'roles': [], 'password': 'correct horse', 'limits': {'second': 5}}"))
        .contains("did you mean `seconds`?");
  }

  @Test
  void areForgottenWithTheCaller() {
    house.call(
        ADA, "create_caller", "{'name': 'cy', 'roles': ['admin'], 'password': 'correct horse'}");
    house.call(ADA, "remove_caller", "{'name': 'bo'}");
    house.call(
        ADA, "create_caller", "{'name': 'bo', 'roles': ['admin'], 'password': 'correct horse'}");
    assertThat(house.call(BO, "query", VISITS).get("rows")).hasSize(1_000);
  }
}
