package dev.alidade.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.Caller;
import dev.alidade.base.MovableClock;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Limits;
import dev.alidade.policy.Mask;
import dev.alidade.policy.Restraint;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.policy.RowFilter;
import dev.alidade.policy.TablePolicy;
import dev.alidade.query.Concurrency;
import dev.alidade.query.QueryService;
import dev.alidade.store.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A writable source, people of several roles, and the operations that write. */
public final class Office implements AutoCloseable {
  static final Caller WENDY = person("wendy", "clerk");
  static final Caller TRAINEE = person("tom", "trainee");
  static final Caller READER = person("rita", "reader");
  static final Caller ADA = person("ada", "chief");

  final MovableClock clock = new MovableClock();
  final List<AuditEvent> events = new CopyOnWriteArrayList<>();
  final Map<String, Caller> people = new ConcurrentHashMap<>();
  public final AccessRules rules;
  private final Path file;
  private final Sources sources;
  private final QueryService queries;
  private final OperationRegistry registry;

  public Office(Path folder) {
    file = folder.resolve("shop.sqlite");
    SqliteFile.create(
        file,
        List.of(
            "CREATE TABLE orders (id INTEGER PRIMARY KEY, status TEXT, total INTEGER)",
            "INSERT INTO orders VALUES (1, 'open', 10), (2, 'open', 20), (3, 'sent', 30)",
            "CREATE TABLE customers (id INTEGER PRIMARY KEY, region TEXT, email TEXT UNIQUE)",
            "INSERT INTO customers VALUES (1, 'west', 'a@x'), (2, 'east', 'e@x')",
            "CREATE TABLE ledger (id INTEGER PRIMARY KEY, amount INTEGER)"));
    sources =
        new Sources(
            List.of(
                new SourceDefinition(
                    "shop", "sqlite", Map.of("path", file.toString(), "writable", true))),
            List.of(new SqliteEngineFactory()));
    rules =
        new AccessRules(
            List.of(
                role("clerk", Set.of(Right.READ, Right.WRITE), Set.of()),
                role(
                    "trainee",
                    Set.of(Right.READ, Right.WRITE),
                    Set.of(Restraint.WRITES_NEED_APPROVAL)),
                role("reader", Set.of(Right.READ), Set.of()),
                role("chief", Set.of(Right.READ, Right.DEFINE), Set.of())),
            List.of(
                new TablePolicy(
                    "west",
                    "shop",
                    "customers",
                    Set.of(),
                    Optional.of(new RowFilter("region = 'west'")),
                    Map.of("email", new Mask.Redact())),
                new TablePolicy(
                    "totals", "shop", "orders", Set.of("chief"), Optional.empty(), totals())),
            "key");
    for (Caller caller : List.of(WENDY, TRAINEE, READER, ADA)) {
      people.put(caller.name(), caller);
    }
    queries =
        new QueryService(
            sources,
            new Governor(() -> rules),
            ignored -> {},
            events::add,
            clock,
            Concurrency.USUAL);
    registry = new OperationRegistry(operations(folder), rules::of, events::add, clock);
  }

  private static Map<String, Mask> totals() {
    return Map.of("total", new Mask.Redact());
  }

  /** The operations under test. */
  public List<Operation<?, ?>> operations(Path folder) {
    return new WriteFeature(
            queries,
            Database.open(folder.resolve("state")),
            name -> Optional.ofNullable(people.get(name)),
            clock)
        .operations();
  }

  /** Adds somebody who may propose. */
  public void add(Caller caller) {
    people.put(caller.name(), caller);
  }

  static Caller person(String name, String role) {
    return new Caller(name, Set.of(role), Map.of(), "rest");
  }

  JsonNode call(Caller caller, String operation, String input) {
    try {
      Record output =
          registry.call(
              operation, Json.mapper().readTree(input.replace('`', '"')), Invocation.of(caller));
      return Json.mapper().valueToTree(output);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  /** What another program does to the file. */
  void meanwhile(String sql) {
    SqliteFile.create(file, List.of(sql));
  }

  /** A number that the file holds. */
  public long number(String sql) {
    try (EngineHolder engine = new EngineHolder(file)) {
      return engine.number(sql);
    }
  }

  private record EngineHolder(EngineProbe probe) implements AutoCloseable {
    EngineHolder(Path file) {
      this(
          new EngineProbe(
              new SqliteEngineFactory()
                  .open(
                      new SourceDefinition(
                          EngineProbe.SOURCE, "sqlite", Map.of("path", file.toString())))));
    }

    long number(String sql) {
      return probe.number(sql);
    }

    @Override
    public void close() {
      probe.engine().close();
    }
  }

  private static Role role(String name, Set<Right> rights, Set<Restraint> restraints) {
    return new Role(
        name,
        rights,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        new Denials(Set.of(), Set.of(), Set.of("ledger"), Set.of()),
        Limits.NONE,
        restraints);
  }

  @Override
  public void close() {
    queries.close();
    sources.close();
  }
}
