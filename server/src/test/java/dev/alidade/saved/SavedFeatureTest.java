package dev.alidade.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.MovableClock;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.query.Concurrency;
import dev.alidade.query.KeptResults;
import dev.alidade.query.QueryService;
import dev.alidade.store.Database;
import dev.alidade.workbench.WorkbenchService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedFeatureTest {
  private static final Caller WENDY = person("wendy", "chief");
  private static final Caller ADA = person("ada", "chief");
  private static final Caller CLERK = person("cleo", "clerk");
  private static final String SAVE =
      "{`name`:`of_region`,`source`:`crm`,`sql`:`SELECT id FROM customers WHERE region = $region ORDER BY id`,"
          + "`parameters`:[{`name`:`region`}]}";

  @TempDir private Path folder;
  private final List<AuditEvent> events = new CopyOnWriteArrayList<>();
  private Sources sources;
  private QueryService queries;
  private KeptResults kept;
  private OperationRegistry registry;

  private static Caller person(String name, String role) {
    return new Caller(name, Set.of(role), Map.of(), "rest");
  }

  @BeforeEach
  void open() {
    SqliteFile.create(
        folder.resolve("crm.sqlite"),
        List.of(
            "CREATE TABLE customers (id INTEGER PRIMARY KEY, region TEXT, born TEXT)",
            "INSERT INTO customers VALUES (1, 'west', '1990-01-01'), (2, 'east', '1980-02-02'), (3, NULL, NULL)",
            "CREATE TABLE payroll (id INTEGER)"));
    start();
  }

  private void start() {
    MovableClock clock = new MovableClock();
    sources =
        new Sources(
            List.of(
                new SourceDefinition(
                    "crm", "sqlite", Map.of("path", folder.resolve("crm.sqlite").toString()))),
            List.of(new SqliteEngineFactory()));
    AccessRules rules =
        new AccessRules(
            List.of(role("chief", Right.READ, Right.DEFINE), role("clerk", Right.READ)),
            List.of(),
            "");
    QueryBook book = new QueryBook(List.of(), Database.open(folder.resolve("state")));
    queries =
        new QueryService(
            sources,
            new Governor(() -> rules, book),
            ignored -> {},
            events::add,
            clock,
            Concurrency.USUAL);
    kept = new KeptResults(folder.resolve("results"), clock);
    registry =
        new OperationRegistry(
            new SavedFeature(
                    queries,
                    new WorkbenchService(queries, kept),
                    book,
                    List.of(),
                    () -> List.of("ask"),
                    clock)
                .operations(),
            rules::of,
            events::add,
            clock);
  }

  private static Role role(String name, Right... rights) {
    return new Role(
        name,
        Set.of(rights),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        name.equals("clerk")
            ? new Denials(Set.of(), Set.of(), Set.of("payroll"), Set.of())
            : Denials.NONE);
  }

  @AfterEach
  void close() {
    kept.close();
    queries.close();
    sources.close();
  }

  @Test
  void aSavedQueryIsApprovedBySomebodyElse() {
    JsonNode saved = call(WENDY, "save_query", SAVE);
    assertThat(saved.at("/waiting/version").asInt()).isEqualTo(1);
    assertThat(saved.at("/waiting/saved_by").asText()).isEqualTo("wendy");
    assertThat(saved.has("approved")).isFalse();
    assertThat(failure(WENDY, "approve_query", approving(1)))
        .isEqualTo(ErrorCode.PERMISSION_DENIED);
    assertThat(failure(ADA.through("mcp"), "approve_query", approving(1)))
        .isEqualTo(ErrorCode.PERMISSION_DENIED);
    assertThat(failure(CLERK, "approve_query", approving(1)))
        .isEqualTo(ErrorCode.PERMISSION_DENIED);
    assertThat(failure(CLERK, "run_query", running("{`region`:`west`}")))
        .as("nobody has approved it")
        .isEqualTo(ErrorCode.QUERY_NOT_FOUND);

    JsonNode approved = call(ADA, "approve_query", approving(1));
    assertThat(approved.at("/approved/approved_by").asText()).isEqualTo("ada");
    assertThat(approved.at("/approved/approved_at").asText()).isNotEmpty();
    assertThat(rows(CLERK, "{`region`:`west`}")).isEqualTo("[[1]]");
  }

  @Test
  void theApprovedVersionRunsOnWhileAChangeWaits() {
    approve();
    String changed = SAVE.replace("SELECT id", "SELECT id + 100");
    assertThat(call(WENDY, "save_query", changed).at("/waiting/version").asInt()).isEqualTo(2);
    assertThat(rows(WENDY, "{`region`:`west`}")).isEqualTo("[[1]]");
    assertThat(call(CLERK, "show_query", "{`name`:`of_region`}").has("waiting")).isFalse();

    // What changed again meanwhile is not approved by whoever read it before.
    call(WENDY, "save_query", changed.replace("100", "200"));
    assertThat(failure(ADA, "approve_query", approving(2))).isEqualTo(ErrorCode.APPROVAL_OVER);
    call(ADA, "approve_query", approving(3));
    assertThat(rows(CLERK, "{`region`:`west`}")).isEqualTo("[[201]]");
  }

  @Test
  void pastVersionsStayToBeReadAndBroughtBack() {
    approve();
    String changed = SAVE.replace("SELECT id", "SELECT id + 100");
    call(WENDY, "save_query", changed.replace("100", "50"));
    call(WENDY, "save_query", changed);
    call(ADA, "approve_query", approving(3));
    call(WENDY, "save_query", SAVE);
    assertThat(versions(ADA)).containsExactly("4 waiting", "3 approved", "2 past", "1 past");
    assertThat(versions(CLERK))
        .as("what others have not approved")
        .containsExactly("3 approved", "1 past");
    call(WENDY, "remove_query", "{`name`:`of_region`}");
    call(WENDY, "save_query", SAVE);
    assertThat(versions(WENDY)).as("what is removed is gone").containsExactly("5 waiting");
  }

  private List<String> versions(Caller caller) {
    return call(caller, "list_query_versions", "{`name`:`of_region`}")
        .get("versions")
        .valueStream()
        .map(each -> each.at("/query/version").asText() + " " + each.get("state").asText())
        .toList();
  }

  @Test
  void whatWaitsCanBeRemovedAlone() {
    approve();
    call(WENDY, "save_query", SAVE.replace("SELECT id", "SELECT id + 100"));
    call(WENDY.through("mcp"), "remove_query", "{`name`:`of_region`,`only_waiting`:true}");
    assertThat(failure(ADA, "approve_query", approving(2))).isEqualTo(ErrorCode.APPROVAL_OVER);
    assertThat(rows(CLERK, "{`region`:`west`}")).isEqualTo("[[1]]");
    JsonNode again = call(WENDY, "save_query", SAVE);
    assertThat(again.at("/waiting/version").asInt()).as("no number twice").isEqualTo(3);

    assertThat(failure(WENDY.through("mcp"), "remove_query", "{`name`:`of_region`}"))
        .isEqualTo(ErrorCode.PERMISSION_DENIED);
    call(WENDY, "remove_query", "{`name`:`of_region`}");
    assertThat(failure(CLERK, "run_query", running("{`region`:`west`}")))
        .isEqualTo(ErrorCode.QUERY_NOT_FOUND);
    assertThat(call(WENDY, "save_query", SAVE).at("/waiting/version").asInt()).isEqualTo(4);
  }

  @Test
  void aRestartForgetsNothing() {
    approve();
    call(WENDY, "save_query", SAVE.replace("SELECT id", "SELECT id + 100"));
    close();
    start();
    assertThat(rows(CLERK, "{`region`:`east`}")).isEqualTo("[[2]]");
    JsonNode listed = call(ADA, "list_queries", "{`state`:`waiting`}").at("/queries/0");
    assertThat(listed.get("waiting_version").asInt()).isEqualTo(2);
    assertThat(listed.get("state").asText()).isEqualTo("approved");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "west' OR '1'='1",
        "west'; DROP TABLE customers; --",
        "' UNION SELECT id FROM payroll --",
        "$region",
        "\\\\u0000",
        "west\\n",
        "%"
      })
  void aHostileValueIsAValue(String value) {
    approve();
    assertThat(rows(CLERK, "{`region`:`%s`}".formatted(value))).isEqualTo("[]");
    assertThat(rows(CLERK, "{`region`:`west`}")).isEqualTo("[[1]]");
  }

  @Test
  void valuesHaveTheirTypesAndDefaults() {
    String save =
        "{`name`:`typed`,`source`:`crm`,`sql`:`SELECT $day AS d, $n + 1 AS n, $note AS t`,"
            + "`parameters`:[{`name`:`day`,`type`:`date`,`description`:`The day`},"
            + "{`name`:`n`,`type`:`integer`,`default_value`:41},"
            + "{`name`:`note`,`required`:false}]}";
    call(WENDY, "save_query", save);
    assertThat(typed("{`day`:`2024-01-15`}")).isEqualTo("[[\"2024-01-15\",42,null]]");
    assertThat(typed("{`day`:`2024-01-15`,`n`:1,`note`:`x`}"))
        .isEqualTo("[[\"2024-01-15\",2,\"x\"]]");
    assertThat(message("{`n`:1}")).contains("needs the parameter `day` (date): The day");
    assertThat(message("{`day`:`tomorrow`}")).contains("`parameters.day` is no date");
    assertThat(message("{`day`:{`type`:`text`,`value`:`x`}}")).contains("must be of type date");
    assertThat(message("{`dya`:`2024-01-15`}")).contains("no parameter `dya`", "`day`");
    assertThat(message("{`day`:[1]}")).contains("must be a string or a number");
  }

  private String typed(String values) {
    return call(WENDY, "run_query", "{`name`:`typed`,`parameters`:%s}".formatted(values))
        .get("rows")
        .toString();
  }

  private String message(String values) {
    return catchThrowableOfType(AlidadeException.class, () -> typed(values)).getMessage();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{`name`:`Bad Name`,`source`:`crm`,`sql`:`SELECT 1`}",
        "{`name`:`q`,`source`:`crm`,`sql`:` `}",
        "{`name`:`q`,`source`:`nowhere`,`sql`:`SELECT 1`}",
        "{`name`:`q`,`source`:`crm`,`sql`:`SELEC 1`}",
        "{`name`:`q`,`source`:`crm`,`sql`:`DELETE FROM customers`}",
        "{`name`:`q`,`source`:`crm`,`sql`:`SELECT * FROM nothing`}",
        "{`name`:`q`,`source`:`crm`,`sql`:`SELECT ?`}",
        "{`name`:`q`,`source`:`crm`,`sql`:`SELECT $a`}",
        "{`name`:`q`,`source`:`crm`,`sql`:`SELECT 1`,`parameters`:[{`name`:`a`}]}",
        "{`name`:`q`,`source`:`crm`,`sql`:`SELECT $a`,`parameters`:[{`name`:`a`},{`name`:`a`}]}",
        "{`name`:`q`,`source`:`crm`,`sql`:`SELECT $a`,`parameters`:[{`name`:`a`,`type`:`money`}]}",
        "{`name`:`q`,`source`:`crm`,`sql`:`SELECT $a`,`parameters`:[{`name`:`a`,`default_value`:`x`,`required`:true}]}",
        "{`name`:`q`,`source`:`crm`,`sql`:`SELECT $a`,`parameters`:[{`name`:`a`,`type`:`date`,`default_value`:`x`}]}"
      })
  void whatCouldNotRunIsNotSaved(String input) {
    AlidadeException failure =
        catchThrowableOfType(AlidadeException.class, () -> call(WENDY, "save_query", input));
    assertThat(failure.code()).isNotEqualTo(ErrorCode.INTERNAL);
    assertThat(call(WENDY, "list_queries", "{}").get("queries")).isEmpty();
  }

  @Test
  void whatReadsAHiddenTableIsUnknownToWhoMayNotReadIt() {
    call(
        WENDY,
        "save_query",
        "{`name`:`wages`,`source`:`crm`,`sql`:`SELECT count(*) FROM payroll`}");
    call(ADA, "approve_query", "{`name`:`wages`,`version`:1}");
    assertThat(call(ADA, "run_query", "{`name`:`wages`}").get("rows").toString())
        .isEqualTo("[[0]]");
    assertThat(call(CLERK, "list_queries", "{}").get("queries")).isEmpty();
    assertThat(failure(CLERK, "show_query", "{`name`:`wages`}"))
        .isEqualTo(ErrorCode.QUERY_NOT_FOUND);
    assertThat(failure(CLERK, "run_query", "{`name`:`wages`}"))
        .isEqualTo(ErrorCode.QUERY_NOT_FOUND);
  }

  @Test
  void aRemovedTableIsSaidToWhoeverSeesEverything() {
    approve();
    SqliteFile.create(folder.resolve("crm.sqlite"), List.of("DROP TABLE customers"));
    close();
    start();
    Caller admin = new Caller("root", Set.of("admin"), Map.of(), "rest");
    assertThat(failure(admin, "run_query", running("{`region`:`west`}")))
        .isEqualTo(ErrorCode.TABLE_NOT_FOUND);
    assertThat(failure(CLERK, "run_query", running("{`region`:`west`}")))
        .isEqualTo(ErrorCode.QUERY_NOT_FOUND);
  }

  @Test
  void theRecordNamesTheQuery() {
    approve();
    rows(CLERK, "{`region`:`west`}");
    assertThat(events)
        .filteredOn(AuditEvent.QueryStarted.class::isInstance)
        .extracting(event -> ((AuditEvent.QueryStarted) event).question())
        .containsExactly(Optional.of("saved query of_region, version 1"));
    assertThat(events)
        .filteredOn(AuditEvent.Change.class::isInstance)
        .extracting(event -> ((AuditEvent.Change) event).outcome())
        .containsExactly("started", "ok", "started", "ok");
  }

  private void approve() {
    call(WENDY, "save_query", SAVE);
    call(ADA, "approve_query", approving(1));
  }

  private static String approving(int version) {
    return "{`name`:`of_region`,`version`:%d}".formatted(version);
  }

  private static String running(String values) {
    return "{`name`:`of_region`,`parameters`:%s}".formatted(values);
  }

  private String rows(Caller caller, String values) {
    return call(caller, "run_query", running(values)).get("rows").toString();
  }

  private ErrorCode failure(Caller caller, String operation, String input) {
    return catchThrowableOfType(AlidadeException.class, () -> call(caller, operation, input))
        .code();
  }

  private JsonNode call(Caller caller, String operation, String input) {
    try {
      return Json.mapper()
          .valueToTree(
              registry.call(
                  operation,
                  Json.mapper().readTree(input.replace('`', '"')),
                  Invocation.of(caller)));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }
}
