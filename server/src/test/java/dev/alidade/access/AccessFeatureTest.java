package dev.alidade.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.catalog.CatalogFeature;
import dev.alidade.catalog.CatalogService;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.engine.duckdb.DuckDbFactory;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Mask;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.policy.RowFilter;
import dev.alidade.policy.TablePolicy;
import dev.alidade.query.QueryService;
import dev.alidade.rules.FileRules;
import dev.alidade.rules.LiveRules;
import dev.alidade.rules.RuleDrafts;
import dev.alidade.rules.RuleReader;
import dev.alidade.store.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessFeatureTest {
  private static final Caller WENDY =
      new Caller("wendy", Set.of("analyst"), Map.of("region", "west"));
  private static final Caller ADA = new Caller("ada", Set.of("admin"), Map.of());

  private static final String SECRET = "5ec4e7";

  @TempDir private Path folder;
  private Sources sources;
  private QueryService queries;
  private OperationRegistry registry;

  @BeforeEach
  void open() throws SQLException {
    Path file = folder.resolve("crm.duckdb");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE customers (id INTEGER PRIMARY KEY, name VARCHAR, region VARCHAR, email VARCHAR)");
      statement.execute(
          "INSERT INTO customers VALUES (1, 'Ada', 'west', 'ada@x'), (2, 'Eve', 'east', 'eve@x')");
      statement.execute("CREATE TABLE cities (name VARCHAR, mayor VARCHAR)");
      statement.execute("INSERT INTO cities VALUES ('Bern', 'Alec'), ('Rome', 'Zoe')");
      statement.execute("CREATE TABLE payroll (id INTEGER, worker VARCHAR)");
      statement.execute("INSERT INTO payroll VALUES (1, 'Hush')");
    }
    sources =
        new Sources(
            List.of(definition("crm", file), definition("other", file)),
            List.of(new DuckDbFactory()));
    Role analyst =
        new Role(
            "analyst",
            Set.of(Right.READ),
            Optional.of(Set.of("describe_source", "search_catalog", "list_sources")),
            Optional.of(Set.of("crm")),
            Optional.empty(),
            Map.of(),
            new Denials(Set.of(), Set.of(), Set.of("payroll"), Set.of("cities.mayor")));
    TablePolicy policy =
        new TablePolicy(
            "west",
            "crm",
            "customers",
            Set.of("analyst"),
            Optional.of(new RowFilter("region = {caller.region}")),
            Map.of("email", new Mask.Redact(), "name", new Mask.Hash()));
    AccessRules rules = new AccessRules(List.of(analyst), List.of(policy), SECRET);
    queries =
        new QueryService(sources, new Governor(() -> rules), ignored -> {}, Clock.systemUTC());
    List<Operation<?, ?>> all = new ArrayList<>();
    CatalogService catalog = new CatalogService(sources, queries, Clock.systemUTC());
    all.addAll(new CatalogFeature(catalog).operations());
    all.addAll(
        new AccessFeature(new AccessService(sources, queries, drafts(), () -> registry.all()))
            .operations());
    registry = new OperationRegistry(all, rules::of, event -> {}, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    queries.close();
    sources.close();
  }

  @Test
  void onlyWhatARoleGrantsMayBeCalled() {
    AlidadeException failure =
        catchThrowableOfType(
            AlidadeException.class,
            () ->
                call(
                    WENDY, "try_access", "{\"source\":\"crm\",\"sql\":\"SELECT 1\",\"roles\":[]}"));
    assertThat(failure.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
    assertThat(failure).hasMessageContaining("no role of `wendy` grants operation `try_access`");
    assertThat(registry.allowedTo(WENDY))
        .extracting(operation -> operation.name())
        .containsExactly("list_sources", "describe_source", "search_catalog", "explain_access");
  }

  @Test
  void theCatalogShowsWhatMayBeSeen() {
    assertThat(call(WENDY, "list_sources", "{}")).contains("crm").doesNotContain("other");
    assertThat(call(WENDY, "describe_source", "{\"source\":\"crm\"}"))
        .contains("customers", "email", "cities", "Bern")
        .doesNotContain("payroll", "mayor", "Eve", "ada@x", "east");
    assertThat(call(ADA, "describe_source", "{\"source\":\"crm\"}"))
        .contains("payroll", "mayor", "Eve");
  }

  @Test
  void noSearchFindsWhatIsHidden() {
    for (String word : List.of("payroll", "mayor", "Hush", "Eve", "eve@x", "Zoe", "east")) {
      assertThat(call(WENDY, "search_catalog", "{\"query\":\"%s\"}".formatted(word)))
          .as(word)
          .isEqualTo("{\"matches\":[]}");
    }
    assertThat(call(WENDY, "search_catalog", "{\"query\":\"Bern\"}")).contains("cities");
  }

  @Test
  void aHiddenSourceIsUnknown() {
    AlidadeException failure =
        catchThrowableOfType(
            AlidadeException.class, () -> call(WENDY, "describe_source", "{\"source\":\"other\"}"));
    assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_NOT_FOUND);
  }

  @Test
  void explainsByWhichRule() {
    String explained = call(WENDY, "explain_access", "{\"source\":\"crm\"}");
    assertThat(explained)
        .contains("role `analyst` grants", "region = {caller.region}", "redacted")
        .doesNotContain("payroll", "mayor");
    assertThat(
            call(
                ADA,
                "explain_access",
                "{\"source\":\"crm\",\"roles\":[\"analyst\"],\"attributes\":{\"region\":\"west\"}}"))
        .contains("role `analyst` denies table `payroll`", "mayor");
  }

  @Test
  void triesWhatARoleWouldSee() {
    assertThat(
            call(
                ADA,
                "try_access",
                "{\"source\":\"crm\",\"sql\":\"SELECT name, email FROM customers\",\"roles\":[\"analyst\"],\"attributes\":{\"region\":\"east\"}}"))
        .contains(",\"***\"]]", "\"policies\":[\"west\"]", "WHERE", "sha256")
        .doesNotContain("Eve", SECRET);
  }

  private String call(Caller caller, String operation, String input) {
    try {
      Record output =
          registry.call(operation, Json.mapper().readTree(input), Invocation.of(caller));
      return Json.mapper().writeValueAsString(output);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Nothing is drafted here. */
  private RuleDrafts drafts() {
    RuleReader reader =
        new RuleReader() {
          @Override
          public Role role(String definition) {
            throw new UnsupportedOperationException();
          }

          @Override
          public Role keptRole(String definition) {
            throw new UnsupportedOperationException();
          }

          @Override
          public TablePolicy policy(String definition, Set<String> roles) {
            throw new UnsupportedOperationException();
          }

          @Override
          public TablePolicy keptPolicy(String definition) {
            throw new UnsupportedOperationException();
          }
        };
    LiveRules none =
        new LiveRules(
            new FileRules(List.of(), List.of(), Map.of(), Set.of()),
            List::of,
            Database.openLater(folder),
            reader,
            Map::of,
            () -> "",
            Clock.systemUTC());
    return new RuleDrafts(none, sources, queries);
  }

  private static SourceDefinition definition(String name, Path file) {
    return new SourceDefinition(name, "duckdb", Map.of("path", file.toString()));
  }
}
