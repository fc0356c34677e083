package dev.alidade.app;

import static dev.alidade.app.RulesHouse.ADA;
import static dev.alidade.app.RulesHouse.WENDY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.ErrorCode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies through operations. */
class SavedPoliciesTest {
  private static final String WEST =
      "{'name': 'west', 'source': 'crm', 'table': 'customers', 'roles': ['analyst'],"
          + " 'rows': 'region = {caller.region}', 'masks': {'email': 'redact', 'name': {'partial': 'last-1'}, 'id': null}}";
  private static final String ALL = "SELECT id, name, email FROM customers";

  @TempDir private Path folder;
  private RulesHouse house;

  @BeforeEach
  void open() {
    house = new RulesHouse(folder, "");
    house.call(ADA, "save_role", "{'name': 'analyst', 'confirm': true}");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aPolicyHoldsAtOnceAndAfterARestart() {
    assertThat(house.rows(WENDY, ALL)).contains("eve@x");
    JsonNode saved = house.call(ADA, "save_policy", WEST);
    assertThat(saved.get("notices")).isEmpty();
    for (int run = 0; run < 2; run++) {
      assertThat(house.rows(WENDY, ALL)).isEqualTo("[[null,\"***a\",\"***\"]]");
      assertThat(house.rows(ADA, ALL)).contains("eve@x");
      house.restart("");
    }
    JsonNode listed = house.call(ADA, "list_policies", "{}").at("/policies/0");
    assertThat(listed.at("/policy/masks").toString())
        .isEqualTo("{\"email\":\"redact\",\"id\":\"null\",\"name\":{\"partial\":\"last-1\"}}");
    assertThat(listed.get("saved_by").asText()).isEqualTo("ada");
    house.call(ADA, "remove_policy", "{'name': 'west'}");
    assertThat(house.rows(WENDY, ALL)).contains("eve@x");
    assertThat(house.refusal("remove_policy", "{'name': 'west'}")).contains("no policy `west`");
  }

  @Test
  void whatCouldNotBeAppliedIsRefused() {
    Stream.of(
            List.of("'source': 'crn', 'table': 'customers', 'rows': 'id = 1'", "`crm`?"),
            List.of("'source': 'crm', 'table': 'customers'", "`rows` or `masks`"),
            List.of(
                "'source': 'crm', 'table': 'customers', 'rows': 'id = 1', 'roles': ['analist']",
                "did you mean `analyst`?"),
            List.of(
                "'source': 'crm', 'table': 'customers', 'masks': {'emial': 'redact'}",
                "Column `emial` not found in `customers`; did you mean `email`?"),
            List.of(
                "'source': 'crm', 'table': 'customers', 'masks': {'email': 'redacted'}",
                "did you mean `redact`?"),
            List.of(
                "'source': 'crm', 'table': 'customers', 'rows': 'regoin = {caller.region}'",
                "tried on `customers`",
                "regoin"),
            List.of("'source': 'crm', 'table': 'customers', 'rows': 'region ='", "tried on"),
            List.of(
                "'source': 'crm', 'table': 'customers', 'rows': 'load_extension(name)'",
                "load_extension"),
            List.of(
                "'source': 'crm', 'table': 'customers', 'rows': 'id = 1) OR (1 = 1'",
                "one condition by itself"),
            List.of(
                "'source': 'crm', 'table': 'customers', 'rows': 'id = 1 -- all'",
                "one condition by itself"),
            List.of(
                "'source': 'crm', 'table': 'customers', 'rows': 'id = 1; DROP TABLE visits'",
                "one condition by itself"))
        .forEach(
            wrong ->
                assertThat(house.refusal("save_policy", "{%s}".formatted(wrong.get(0))))
                    .contains(wrong.subList(1, wrong.size())));
    assertThat(house.call(ADA, "list_policies", "{}").get("policies")).isEmpty();
  }

  @Test
  void aTableThatIsNotThereYetIsSaid() {
    JsonNode saved =
        house.call(ADA, "save_policy", "{'source': 'crm', 'table': 'visit', 'rows': 'id = 1'}");
    assertThat(saved.get("notices").toString())
        .contains("`visit` is the name of no table now", "did you mean `visits`?", "not be tried");
    assertThat(saved.at("/policy/name").asText()).isEqualTo("crm.visit");
  }

  @Test
  void aDraftShowsWhatItWouldChange() {
    String input =
        "{'source': 'crm', 'sql': '%s', 'roles': ['analyst'], 'attributes': {'region': 'west'}, 'draft_policy': %s}"
            .formatted(ALL, WEST);
    JsonNode tried = house.call(ADA, "try_access", input);
    assertThat(tried.get("rows").toString()).isEqualTo("[[null,\"***a\",\"***\"]]");
    assertThat(tried.get("policies").toString()).isEqualTo("[\"west\"]");
    assertThat(tried.at("/now/rows").toString()).contains("eve@x");
    assertThat(house.rows(WENDY, ALL)).contains("eve@x");
    assertThat(house.code(WENDY, "try_access", input)).isEqualTo(ErrorCode.PERMISSION_DENIED);
    String wrong = input.replace("region = ", "regoin = ");
    assertThat(house.refusal("try_access", wrong)).contains("regoin");
  }

  @Test
  void aDraftOfARoleShowsWhatItWouldChange() {
    String input =
        "{'source': 'crm', 'sql': 'SELECT * FROM customers', 'roles': ['intern'], 'draft_role': "
            + "{'name': 'intern', 'sources': ['crm'], 'columns': {'customers': ['id']}}}";
    JsonNode tried = house.call(ADA, "try_access", input);
    assertThat(tried.get("rows").toString()).isEqualTo("[[1],[2]]");
    assertThat(tried.at("/now/refusal").asText()).contains("No source `crm`");
    assertThat(house.call(ADA, "list_roles", "{}").toString()).doesNotContain("intern");
  }
}
