package dev.alidade.app;

import static dev.alidade.app.RulesHouse.ADA;
import static dev.alidade.app.RulesHouse.WENDY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.sqlite.SqliteFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of the store that have lost what they name, or cannot be read, close and do not open. */
class KeptRulesAtStartTest {
  private static final Caller BO = new Caller("bo", Set.of("intern"), Map.of());
  private static final String COUNT = "SELECT count(*) FROM visits";

  @TempDir private Path folder;
  private RulesHouse house;

  @BeforeEach
  void open() {
    house =
        new RulesHouse(
            folder,
            """
            roles:
              - { name: temp, sources: [crm] }
            """);
    house.call(ADA, "save_role", "{'name': 'analyst', 'sources': ['crm', 'hr']}");
    house.call(ADA, "save_role", "{'name': 'intern', 'deny': {'sources': ['hr']}}");
    assertThat(house.product().problems()).isEmpty();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aRoleThatCannotBeReadLeavesItsHoldersNothing() {
    damaged(
        "UPDATE access_role SET definition = '{\"name\": \"analyst\", \"novelty\": 1}' WHERE name = 'analyst'");
    assertThat(house.product().problems())
        .singleElement()
        .asString()
        .contains("Role `analyst` cannot be read", "`role.novelty` is not a setting", "nothing");
    Caller both = new Caller("wendy", Set.of("analyst", "intern"), Map.of());
    assertThat(house.code(both, "query", RulesHouse.query(COUNT)))
        .isEqualTo(ErrorCode.PERMISSION_DENIED);
    assertThat(house.rows(BO, COUNT)).isEqualTo("[[30000]]");
    assertThat(house.call(ADA, "list_roles", "{}").toString()).contains("novelty");
    house.call(ADA, "save_role", "{'name': 'analyst'}");
    assertThat(house.rows(both, COUNT)).isEqualTo("[[30000]]");
    assertThat(house.product().problems()).isEmpty();
  }

  @Test
  void aPolicyThatCannotBeReadClosesItsSource() {
    house.call(ADA, "save_policy", "{'source': 'crm', 'table': 'visits', 'rows': 'id < 9'}");
    damaged("UPDATE access_policy SET definition = 'oops'");
    assertThat(house.product().problems())
        .singleElement()
        .asString()
        .contains("Policy `crm.visits` cannot be read", "only administrators see `crm`");
    assertThat(house.code(WENDY, "query", RulesHouse.query(COUNT)))
        .isEqualTo(ErrorCode.SOURCE_NOT_FOUND);
    assertThat(house.call(WENDY, "list_sources", "{}").toString())
        .contains("hr")
        .doesNotContain("crm");
    assertThat(house.rows(ADA, COUNT)).isEqualTo("[[30000]]");
    house.call(ADA, "remove_policy", "{'name': 'crm.visits'}");
    assertThat(house.rows(WENDY, COUNT)).isEqualTo("[[30000]]");
  }

  @Test
  void aPolicyWhoseRoleIsGoneHoldsForEverybody() {
    house.call(
        ADA,
        "save_policy",
        "{'source': 'crm', 'table': 'visits', 'roles': ['temp'], 'rows': 'id < 9'}");
    assertThat(house.rows(BO, COUNT)).isEqualTo("[[30000]]");
    house.restart("");
    assertThat(house.product().problems())
        .singleElement()
        .asString()
        .contains("names the role `temp`, which does not exist", "everybody but `admin`");
    assertThat(house.rows(BO, COUNT)).isEqualTo("[[8]]");
    assertThat(house.rows(ADA, COUNT)).isEqualTo("[[30000]]");
  }

  @Test
  void aSourceThatIsGoneIsSaidAndHarmsNobody() {
    house.call(ADA, "save_policy", "{'source': 'hr', 'table': 'payroll', 'rows': 'id < 9'}");
    house.restartWithoutHr();
    assertThat(house.product().problems())
        .hasSize(3)
        .allMatch(problem -> problem.contains("`hr`, which does not exist"));
    assertThat(house.rows(WENDY, COUNT)).isEqualTo("[[30000]]");
    assertThat(house.rows(BO, COUNT)).isEqualTo("[[30000]]");
    house.restart("");
    assertThat(house.call(BO, "list_sources", "{}").toString()).doesNotContain("hr");
  }

  @Test
  void theFileWinsOverARoleOfItsName() {
    house.restart(
        """
        roles:
          - { name: analyst, sources: [hr] }
        """);
    assertThat(house.product().problems())
        .singleElement()
        .asString()
        .contains("stands in alidade.yaml too");
    assertThat(house.code(WENDY, "query", RulesHouse.query(COUNT)))
        .isEqualTo(ErrorCode.SOURCE_NOT_FOUND);
    house.call(ADA, "remove_role", "{'name': 'analyst'}");
    assertThat(house.product().problems()).isEmpty();
  }

  /** Starts again after somebody has changed our own database. */
  private void damaged(String sql) {
    Path database = folder.resolve("state").resolve("alidade.sqlite");
    house.restart("", () -> SqliteFile.create(database, List.of(sql)));
  }
}
