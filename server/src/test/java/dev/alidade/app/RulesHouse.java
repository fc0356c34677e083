package dev.alidade.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.audit.AuditFolder;
import dev.alidade.audit.AuditLog;
import dev.alidade.audit.AuditSettings;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The whole product on a small database, whose rules change while it runs. */
final class RulesHouse implements AutoCloseable {
  static final Caller ADA = new Caller("ada", Set.of("admin"), Map.of());
  static final Caller WENDY = new Caller("wendy", Set.of("analyst"), Map.of("region", "west"));

  private static final String CRM = "  - { name: crm, engine: sqlite, path: crm.sqlite }\n";
  private static final String HR = "  - { name: hr, engine: sqlite, path: hr.sqlite }\n";
  private static final String SOURCES = "sources:\n" + CRM + HR;

  private final Path folder;
  private Product product;

  /** With a configuration that says this besides the sources `crm` and `hr`. */
  RulesHouse(Path folder, String configuration) {
    this.folder = folder;
    List<String> statements = new ArrayList<>();
    statements.add("CREATE TABLE customers (id INTEGER, name TEXT, region TEXT, email TEXT)");
    statements.add(
        "INSERT INTO customers VALUES (1, 'Ada', 'west', 'ada@x'), (2, 'Eve', 'east', 'eve@x')");
    statements.add("CREATE TABLE visits (id INTEGER, region TEXT)");
    statements.add(
        """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)
        INSERT INTO visits SELECT i, CASE i % 2 WHEN 0 THEN 'west' ELSE 'east' END FROM n""");
    SqliteFile.create(folder.resolve("crm.sqlite"), statements);
    SqliteFile.create(folder.resolve("hr.sqlite"), List.of("CREATE TABLE payroll (id INTEGER)"));
    product = open(folder, SOURCES + configuration);
  }

  private static Product open(Path folder, String configuration) {
    return open(folder.resolve("state"), folder, configuration);
  }

  private static Config config(Path folder, String text) {
    try {
      Path file = Files.writeString(folder.resolve("alidade.yaml"), text);
      return new ConfigReader(Registry.engines(), new Environment(Map.of())).read(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Stops and starts again, with a configuration that says this besides the sources. */
  void restart(String configuration) {
    restart(configuration, () -> {});
  }

  /** The same, where something happens in between. */
  void restart(String configuration, Runnable meanwhile) {
    product.close();
    meanwhile.run();
    product = open(folder, SOURCES + configuration);
  }

  /** Stops and starts again with `crm` alone. */
  void restartWithoutHr() {
    product.close();
    product = open(folder, "sources:\n" + CRM);
  }

  Product product() {
    return product;
  }

  /** Another process on the same state folder. */
  Product another() {
    return open(folder.resolve("other"), folder, SOURCES);
  }

  private static Product open(Path auditFolder, Path folder, String configuration) {
    AuditLog audit =
        new AuditLog(
            new AuditFolder(auditFolder, Optional.empty()), AuditSettings.USUAL, Clock.systemUTC());
    Config config = config(folder, configuration);
    // Nothing is learned that no test asks for.
    return Product.openQuickly(config.sources(), config, audit, folder.resolve("state"));
  }

  /** Calls an operation; single quotes stand for double ones. */
  JsonNode call(Caller caller, String operation, String input) {
    return call(product, caller, operation, input);
  }

  static JsonNode call(Product product, Caller caller, String operation, String input) {
    try {
      return Json.mapper()
          .valueToTree(
              product
                  .operations()
                  .call(
                      operation,
                      Json.mapper().readTree(input.replace('\'', '"')),
                      Invocation.of(caller)));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(input, malformed);
    }
  }

  /** The message of the failure of an administrator's call. */
  String refusal(String operation, String input) {
    return failure(ADA, operation, input).getMessage();
  }

  ErrorCode code(Caller caller, String operation, String input) {
    return failure(caller, operation, input).code();
  }

  private AlidadeException failure(Caller caller, String operation, String input) {
    try {
      JsonNode answer = call(caller, operation, input);
      throw new AssertionError(operation + " answered " + answer);
    } catch (AlidadeException failure) {
      return failure;
    }
  }

  /** The rows of a statement on `crm`. */
  String rows(Caller caller, String sql) {
    return call(caller, "query", query(sql)).get("rows").toString();
  }

  static String query(String sql) {
    return Json.mapper().createObjectNode().put("source", "crm").put("sql", sql).toString();
  }

  /** Streams a statement as CSV. */
  void stream(Caller caller, String sql, OutputStream out) throws IOException {
    product.operations().stream(
        "query",
        "text/csv",
        Json.mapper().createObjectNode().put("source", "crm").put("sql", sql),
        Invocation.of(caller),
        out);
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    product.close();
  }
}
