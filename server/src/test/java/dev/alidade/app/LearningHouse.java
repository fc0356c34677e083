package dev.alidade.app;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.audit.AuditFolder;
import dev.alidade.audit.AuditLog;
import dev.alidade.audit.AuditSettings;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A product over customers, orders and a payroll, with people who may see more or less of it. */
final class LearningHouse implements AutoCloseable {
  /** Looks after the source and sees all of it. */
  static final Caller NADIA = new Caller("nadia", Set.of("chief"), Map.of(), "rest");

  /** Asks about everything and decides nothing. */
  static final Caller WENDY = new Caller("wendy", Set.of("analyst"), Map.of(), "rest");

  /** Asks about customers in the west only. */
  static final Caller EVE = new Caller("eve", Set.of("clerk"), Map.of("region", "west"), "rest");

  /** Looks after customers and may not see the payroll. */
  static final Caller PAUL = new Caller("paul", Set.of("keeper"), Map.of(), "rest");

  private final Product product;

  LearningHouse(Path folder) {
    SqliteFile.create(
        folder.resolve("crm.sqlite"),
        List.of(
            "CREATE TABLE customers (customer_id INTEGER PRIMARY KEY, name TEXT, city TEXT, region TEXT)",
            "CREATE TABLE orders (order_id INTEGER PRIMARY KEY,"
                + " customer_id INTEGER REFERENCES customers (customer_id), total INTEGER)",
            "CREATE TABLE payroll (payroll_id INTEGER PRIMARY KEY, employee TEXT, salary INTEGER)",
            "INSERT INTO customers VALUES (1, 'Ada', 'Lyon', 'west'), (2, 'Moe', 'Lyon', 'east'),"
                + " (3, 'Sam', 'Graz', 'east')",
            "INSERT INTO orders VALUES (1, 1, 10), (2, 2, 20), (3, 3, 30), (4, 3, 40)",
            "INSERT INTO payroll VALUES (1, 'Kurt', 77777), (2, 'Zita', 66666)"));
    AuditLog audit =
        new AuditLog(
            new AuditFolder(folder, Optional.empty()), AuditSettings.USUAL, Clock.systemUTC());
    Config config =
        new ConfigReader(Registry.engines(), new Environment(Map.of())).read(file(folder));
    product = Product.openQuickly(config.sources(), config, audit, folder.resolve("state"));
  }

  private static Path file(Path folder) {
    try {
      return Files.writeString(
          folder.resolve("alidade.yaml"),
          """
          sources: [{ name: crm, engine: sqlite, path: crm.sqlite }]
          roles:
            - { name: chief, sources: [crm], rights: [read, define] }
            - { name: analyst, sources: [crm] }
            - { name: keeper, sources: [crm], tables: [customers, orders], rights: [read, define] }
            - { name: clerk, sources: [crm], tables: [customers] }
          policies:
            - { source: crm, table: customers, roles: [clerk], rows: "region = {caller.region}" }
          """);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  JsonNode ask(Caller caller, String question) {
    return call(caller, "ask", Map.of("question", question, "source", "crm"));
  }

  JsonNode call(Caller caller, String operation, Map<String, ?> input) {
    return Json.mapper()
        .valueToTree(
            product
                .operations()
                .call(operation, Json.mapper().valueToTree(input), Invocation.of(caller)));
  }

  AlidadeException failure(Caller caller, String operation, Map<String, ?> input) {
    return catchThrowableOfType(AlidadeException.class, () -> call(caller, operation, input));
  }

  /** Says of an answer that it was right; the id of the proposal. */
  String right(Caller caller, JsonNode answer) {
    return call(caller, "give_feedback", feedback("right", answer))
        .at("/proposal/proposal")
        .asText();
  }

  static Map<String, String> feedback(String verdict, JsonNode answer) {
    return Map.of(
        "verdict",
        verdict,
        "conversation",
        answer.get("conversation").asText(),
        "turn",
        answer.get("turn").asText());
  }

  JsonNode approve(Caller caller, String proposal) {
    return call(caller, "approve_proposal", Map.of("proposal", proposal));
  }

  JsonNode proposals(Caller caller) {
    return call(caller, "list_proposals", Map.of()).get("proposals");
  }

  @Override
  public void close() {
    product.close();
  }
}
