package dev.alidade.semantic;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.MovableClock;
import dev.alidade.catalog.CatalogService;
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
import dev.alidade.policy.Mask;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.policy.TablePolicy;
import dev.alidade.query.Concurrency;
import dev.alidade.query.QueryService;
import dev.alidade.store.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A source with customers, orders and a payroll, and callers who see more or less of it. */
final class SemanticHouse implements AutoCloseable {
  static final Caller CHIEF = person("wendy", "chief");
  static final Caller CLERK = person("cleo", "clerk");
  static final Caller MASKED = person("mo", "masked");

  private final MovableClock clock = new MovableClock();
  private final Sources sources;
  private final QueryService queries;
  private final OperationRegistry registry;
  private final SemanticFeature feature;

  SemanticHouse(Path folder, Map<String, GivenModel> given) {
    Path file = folder.resolve("crm.sqlite");
    if (!file.toFile().exists()) {
      SqliteFile.create(
          file,
          List.of(
              "CREATE TABLE customers (customer_id INTEGER PRIMARY KEY, full_name TEXT, region TEXT, tier TEXT)",
              "INSERT INTO customers VALUES (1, 'Ann Lee', 'west', 'g'), (2, 'Bo Ek', 'east', 's')",
              "CREATE TABLE orders (order_id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers, billing_customer_id INTEGER REFERENCES customers, ordered_on DATE, total_usd REAL, paid BOOLEAN)",
              "INSERT INTO orders VALUES (1, 1, 2, '2025-01-02', 10.5, 1), (2, 2, 2, '2025-02-03', 20, 0)",
              "CREATE TABLE payroll (id INTEGER PRIMARY KEY, salary REAL)",
              "INSERT INTO payroll VALUES (1, 1000)"));
    }
    sources =
        new Sources(
            List.of(new SourceDefinition("crm", "sqlite", Map.of("path", file.toString()))),
            List.of(new SqliteEngineFactory()));
    AccessRules rules =
        new AccessRules(
            List.of(
                role("chief", Denials.NONE, Right.READ, Right.DEFINE),
                role("masked", Denials.NONE, Right.READ, Right.DEFINE),
                role(
                    "clerk",
                    new Denials(Set.of(), Set.of(), Set.of("payroll"), Set.of("orders.total_usd")),
                    Right.READ,
                    Right.DEFINE)),
            List.of(
                new TablePolicy(
                    "tiers",
                    "crm",
                    "customers",
                    Set.of("masked"),
                    Optional.empty(),
                    Map.of("tier", new Mask.Redact()))),
            "");
    queries =
        new QueryService(
            sources,
            new Governor(() -> rules),
            ignored -> {},
            ignored -> {},
            clock,
            Concurrency.USUAL);
    feature =
        new SemanticFeature(
            source -> Optional.ofNullable(given.get(source)),
            Database.open(folder.resolve("state")),
            sources,
            new CatalogService(sources, queries, clock),
            queries,
            clock);
    registry = new OperationRegistry(feature.operations(), rules::of, ignored -> {}, clock);
  }

  private static Caller person(String name, String role) {
    return new Caller(name, Set.of(role), Map.of(), "rest");
  }

  private static Role role(String name, Denials denials, Right... rights) {
    return new Role(
        name,
        Set.of(rights),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        denials);
  }

  Meanings meanings() {
    return feature.service();
  }

  void later() {
    clock.forward(60);
  }

  JsonNode call(Caller caller, String operation, Map<String, Object> input) {
    try {
      return Json.mapper()
          .readTree(
              Json.mapper()
                  .writeValueAsString(
                      registry.call(
                          operation, Json.mapper().valueToTree(input), Invocation.of(caller))));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  AlidadeException failure(Caller caller, String operation, Map<String, Object> input) {
    return catchThrowableOfType(AlidadeException.class, () -> call(caller, operation, input));
  }

  @Override
  public void close() {
    queries.close();
    sources.close();
  }
}
