package dev.alidade.app;

import static dev.alidade.app.RulesHouse.ADA;
import static dev.alidade.app.RulesHouse.WENDY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles through operations. */
class SavedRolesTest {
  private static final String ANALYST =
      "{'name': 'analyst', 'sources': ['crm'], 'operations': ['query', 'list_sources'], 'confirm': true}";
  private static final String FILE_ROLES =
      """
      roles:
        - { name: viewer, sources: [crm] }
      policies:
        - { name: seen, source: crm, table: visits, roles: [viewer], rows: "id < 3" }
      """;

  @TempDir private Path folder;
  private RulesHouse house;

  @BeforeEach
  void open() {
    house = new RulesHouse(folder, "");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aRoleHoldsAtOnceAndAfterARestart() {
    assertThat(house.rows(WENDY, "SELECT count(*) FROM customers")).isEqualTo("[[2]]");
    JsonNode saved = house.call(ADA, "save_role", ANALYST);
    assertThat(saved.get("replaced").asBoolean()).isFalse();
    assertThat(saved.get("notices").toString()).contains("nothing else");
    for (int run = 0; run < 2; run++) {
      assertThat(house.rows(WENDY, "SELECT count(*) FROM customers")).isEqualTo("[[2]]");
      assertThat(house.call(WENDY, "list_sources", "{}").toString()).doesNotContain("hr");
      assertThat(house.code(WENDY, "describe_source", "{'source': 'crm'}"))
          .isEqualTo(ErrorCode.PERMISSION_DENIED);
      assertThat(house.code(new Caller("bo", Set.of(), Map.of()), "list_sources", "{}"))
          .isEqualTo(ErrorCode.PERMISSION_DENIED);
      house.restart("");
    }
    JsonNode replaced =
        house.call(ADA, "save_role", "{'name': 'analyst', 'deny': {'tables': ['customers']}}");
    assertThat(replaced.get("replaced").asBoolean()).isTrue();
    assertThat(house.code(WENDY, "query", RulesHouse.query("SELECT * FROM customers")))
        .isEqualTo(ErrorCode.TABLE_DENIED);
    assertThat(house.call(WENDY, "list_sources", "{}").toString()).contains("hr");
  }

  @Test
  void everySettingOfTheFileCanBeSaidAndIsListed() {
    String settings =
        "'rights':['read','write'],'operations':['query'],'sources':['crm'],'tables':['customers','main.*'],"
            + "'columns':{'customers':['id','name']},"
            + "'deny':{'columns':['visits.region'],'operations':['ask'],'sources':['hr'],'tables':['payroll']},"
            + "'limits':{'requests-per-minute':60,'rows':5000},'writes':'approve','queries':'approved'";
    house.call(ADA, "save_role", "{'name':'analyst'," + settings + ",'confirm':true}");
    house.restart("");
    JsonNode role = house.call(ADA, "list_roles", "{}").at("/roles/0");
    assertThat(role.get("role").toString().replace('"', '\''))
        .isEqualTo("{'name':'analyst'," + settings + "}");
    assertThat(role.get("configured").asBoolean()).isFalse();
    assertThat(role.get("saved_by").asText()).isEqualTo("ada");
    assertThat(RoleReader.SETTINGS)
        .as("a new setting of roles has to be said through operations too: add it to RoleText")
        .isSubsetOf(role.get("role").propertyStream().map(Map.Entry::getKey).toList());
  }

  @Test
  void theFirstRoleIsConfirmedAndSoIsTheLastOnesEnd() {
    house.call(
        ADA, "create_caller", "{'name': 'bo', 'roles': ['admin'], 'password': 'correct horse'}");
    house.call(ADA, "create_caller", "{'name': 'cy', 'roles': [], 'password': 'correct horse'}");
    assertThat(house.refusal("save_role", ANALYST.replace("true", "false")))
        .contains("first role", "nothing else", "neither `analyst` nor `admin`: cy", "confirm");
    assertThat(house.rows(WENDY, "SELECT count(*) FROM visits")).isEqualTo("[[30000]]");
    house.call(ADA, "save_role", ANALYST);
    assertThat(house.refusal("remove_role", "{'name': 'analyst'}"))
        .contains("last role", "everybody who is let in may do everything");
    JsonNode removed = house.call(ADA, "remove_role", "{'name': 'analyst', 'confirm': true}");
    assertThat(removed.get("notice").asText()).contains("everything");
    assertThat(house.call(ADA, "list_roles", "{}").get("roles")).isEmpty();
  }

  @Test
  void whoAsksMustStillAdminister() {
    Caller steward = new Caller("steward", Set.of("steward"), Map.of());
    house.call(
        ADA, "save_role", "{'name': 'steward', 'rights': ['read', 'administer'], 'confirm': true}");
    String without = "{'name': 'steward', 'rights': ['read']}";
    assertThat(house.code(steward, "save_role", without)).isEqualTo(ErrorCode.INVALID_INPUT);
    house.call(steward, "save_role", "{'name': 'other'}");
    assertThat(house.code(steward, "remove_role", "{'name': 'steward'}"))
        .isEqualTo(ErrorCode.INVALID_INPUT);
    assertThat(house.code(WENDY, "save_role", "{'name': 'mine'}"))
        .isEqualTo(ErrorCode.PERMISSION_DENIED);
    house.call(ADA, "save_role", without);
    assertThat(house.code(steward, "list_roles", "{}")).isEqualTo(ErrorCode.PERMISSION_DENIED);
  }

  @Test
  void whatIsUnknownIsNamedWithTheNearest() {
    Stream.of(
            List.of("'sources': ['crn']", "`role.sources[1]` is `crn`", "did you mean `crm`?"),
            List.of("'operations': ['qery']", "no operation `qery`; did you mean `query`?"),
            List.of("'deny': {'operations': ['qery']}", "did you mean `query`?"),
            List.of("'deny': {'tabels': []}", "`role.deny.tabels` is not a setting", "`tables`?"),
            List.of("'deny': {'columns': ['email']}", "must name a table and a column"),
            List.of("'columns': {'customers': ['emial']}", "`emial`", "did you mean `email`?"),
            List.of("'deny': {'columns': ['customers.emial']}", "did you mean `email`?"),
            List.of("'limits': {'row': 5}", "`role.limits.row`", "did you mean `rows`?"),
            List.of("'limits': {'rows': 0}", "must be a whole number from 1"),
            List.of("'tables': ['${HOME}']", "in alidade.yaml alone"))
        .forEach(
            wrong ->
                assertThat(
                        house.refusal(
                            "save_role",
                            "{'name': 'analyst', 'confirm': true, %s}".formatted(wrong.get(0))))
                    .contains(wrong.subList(1, wrong.size())));
    assertThat(house.refusal("save_role", "{'name': 'admin'}")).contains("may do everything");
    assertThat(house.refusal("save_role", "{'name': '\\u001b[31m'}")).contains("letters");
    JsonNode saved =
        house.call(
            ADA, "save_role", ANALYST.replace("'confirm'", "'tables': ['custmers'], 'confirm'"));
    assertThat(saved.get("notices").toString())
        .contains("`custmers` is the name of no table now", "did you mean `customers`?");
  }

  @Test
  void whatTheFileSaysIsShownAndNotChanged() {
    house.restart(FILE_ROLES);
    assertThat(house.call(ADA, "list_roles", "{}").at("/roles/0").toString())
        .contains("\"name\":\"viewer\"", "\"configured\":true");
    assertThat(house.call(ADA, "list_policies", "{}").at("/policies/0").toString())
        .contains("\"name\":\"seen\"", "\"configured\":true", "id < 3");
    for (String operation : List.of("save_role", "remove_role")) {
      assertThat(house.refusal(operation, "{'name': 'viewer'}"))
          .contains("`viewer` stands in alidade.yaml");
    }
    assertThat(house.refusal("remove_policy", "{'name': 'seen'}"))
        .contains("`seen` stands in alidade.yaml");
    assertThat(
            house.refusal(
                "save_policy",
                "{'name': 'seen', 'source': 'crm', 'table': 'visits', 'rows': 'id < 9'}"))
        .contains("`seen` stands in alidade.yaml");
  }

  @Test
  void aRoleThatIsUsedStays() {
    house.call(ADA, "save_role", ANALYST);
    house.call(ADA, "save_role", "{'name': 'other'}");
    house.call(
        ADA, "create_caller", "{'name': 'bo', 'roles': ['admin'], 'password': 'correct horse'}");
    house.call(
        ADA, "create_caller", "{'name': 'cy', 'roles': ['analyst'], 'password': 'correct horse'}");
    assertThat(house.refusal("remove_role", "{'name': 'analyst'}"))
        .contains("Callers have the role `analyst`: cy", "change_caller");
    house.call(ADA, "change_caller", "{'name': 'cy', 'roles': ['other']}");
    house.call(
        ADA,
        "save_policy",
        "{'source': 'crm', 'table': 'visits', 'roles': ['analyst'], 'rows': 'id < 9'}");
    assertThat(house.refusal("remove_role", "{'name': 'analyst'}"))
        .contains("Policies name the role `analyst`: crm.visits");
    house.call(ADA, "remove_policy", "{'name': 'crm.visits'}");
    house.call(ADA, "remove_role", "{'name': 'analyst'}");
    assertThat(house.refusal("remove_role", "{'name': 'analyst'}")).contains("no role `analyst`");
    assertThat(
            house.refusal(
                "create_caller",
                "{'name': 'di', 'roles': ['analyst'], 'password': 'correct horse'}"))
        .contains("no role `analyst`");
  }

  @Test
  void changesAreInTheAudit() {
    house.call(ADA, "save_role", ANALYST);
    house.call(ADA, "save_role", "{'name': 'analyst', 'sources': ['crm']}");
    house.call(ADA, "save_role", "{'name': 'other'}");
    house.call(ADA, "remove_role", "{'name': 'analyst'}");
    JsonNode events = house.call(ADA, "search_audit", "{'kind': 'rule_change'}").get("events");
    assertThat(events).hasSize(4);
    JsonNode replaced = events.get(2);
    assertThat(replaced.get("caller").asText()).isEqualTo("ada");
    assertThat(replaced.get("object").asText()).isEqualTo("role analyst");
    assertThat(replaced.get("before").asText()).contains("\"operations\"");
    assertThat(replaced.get("after").asText()).contains("crm").doesNotContain("operations");
    assertThat(events.get(0).has("after")).isFalse();
  }
}
