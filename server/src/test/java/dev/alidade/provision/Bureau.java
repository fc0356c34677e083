package dev.alidade.provision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.Caller;
import dev.alidade.engine.Engine;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.engine.postgres.PostgresEngineFactory;
import dev.alidade.engine.postgres.PostgresServer;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
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
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A governed PostgreSQL database, the operation that makes accounts in it, and those accounts. */
final class Bureau implements AutoCloseable {
  static final Caller ADMIN = new Caller("root", Set.of("admin"), Map.of(), "rest");
  static final String SECRET = "5ec4e7";
  private static final String PASSWORD = "of the account";
  private static final AtomicInteger ACCOUNTS = new AtomicInteger();
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE customers (id int PRIMARY KEY, name text, region text, email text, salary int, secret text)",
          "INSERT INTO customers VALUES (1, 'Ada', 'west', 'ada@x', 1000, 's1'), (2, 'Eve', 'east', 'eve@x', 5300, 's2'), (3, 'Bo', 'west', 'bo@x', 3000, 's3')",
          "CREATE TABLE orders (id int PRIMARY KEY, customer int, total int)",
          "INSERT INTO orders VALUES (1, 1, 10), (2, 2, 20), (3, 3, 30)",
          "CREATE TABLE payroll (id int, worker text)",
          "INSERT INTO payroll VALUES (1, 'Hush')",
          "CREATE SCHEMA sales",
          "CREATE TABLE sales.returns (id int, total int)",
          "INSERT INTO sales.returns VALUES (1, 7)");
  private static final List<String> OPEN =
      List.of(
          "CREATE TABLE everybodys (id int, worker text)",
          "GRANT SELECT ON everybodys, payroll TO PUBLIC",
          "GRANT CREATE ON SCHEMA public TO PUBLIC",
          "CREATE FUNCTION all_salaries() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT sum(salary) FROM public.customers'");

  private final PostgresServer server = PostgresServer.shared();
  private final String database = server.createDatabase();
  private final String owned = server.createDatabase();
  private final Sources sources;
  private final QueryService queries;
  private final OperationRegistry registry;

  Bureau(Path folder) {
    Path file = folder.resolve("file.sqlite");
    SqliteFile.create(file, List.of("CREATE TABLE customers (id INTEGER)"));
    server.run(database, TABLES);
    server.run(database, OPEN);
    String owner = "owner_" + owned;
    server.run(
        "postgres",
        List.of(
            "CREATE ROLE %s LOGIN CREATEROLE PASSWORD '%s'".formatted(owner, PASSWORD),
            "ALTER DATABASE %s OWNER TO %s".formatted(owned, owner)));
    server.run(owned, List.of("ALTER SCHEMA public OWNER TO " + owner, "SET ROLE " + owner));
    SourceDefinition crm = server.source("crm", database);
    sources =
        new Sources(
            List.of(
                with(crm, "crm", Map.of("writable", true)),
                with(crm, "reading", Map.of()),
                with(
                    server.source("owned", owned),
                    "owned",
                    Map.of("writable", true, "username", owner, "password", PASSWORD)),
                new SourceDefinition("file", "sqlite", Map.of("path", file.toString()))),
            List.of(new PostgresEngineFactory(), new SqliteEngineFactory()));
    asOwnerOf(owner);
    AccessRules rules = rules();
    queries =
        new QueryService(sources, new Governor(() -> rules), ignored -> {}, Clock.systemUTC());
    Caller wendy = new Caller("wendy", Set.of("analyst"), Map.of("region", "west"));
    registry =
        new OperationRegistry(
            new ProvisionFeature(
                    queries, name -> Optional.of(wendy).filter(known -> known.name().equals(name)))
                .operations(),
            rules::of,
            event -> {},
            Clock.systemUTC());
  }

  private void asOwnerOf(String owner) {
    try (Connection connection = DriverManager.getConnection(url(owned), owner, PASSWORD);
        Statement statement = connection.createStatement()) {
      for (String sql : TABLES) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static SourceDefinition with(
      SourceDefinition source, String name, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(source.settings());
    settings.putAll(more);
    return new SourceDefinition(name, source.engine(), settings);
  }

  private static AccessRules rules() {
    List<TablePolicy> policies = new ArrayList<>();
    for (String source : List.of("crm", "reading", "owned")) {
      policies.add(
          new TablePolicy(
              "west",
              source,
              "customers",
              Set.of("analyst"),
              Optional.of(new RowFilter("region = {caller.region}")),
              Map.of("email", new Mask.Redact(), "salary", new Mask.Round(1_000))));
      policies.add(
          new TablePolicy(
              "own",
              source,
              "orders",
              Set.of("analyst"),
              Optional.of(
                  new RowFilter(
                      "customer IN (SELECT c.id FROM customers c WHERE c.region = {caller.region})")),
              Map.of()));
      policies.add(
          new TablePolicy(
              "hashes",
              source,
              "customers",
              Set.of("hashing"),
              Optional.empty(),
              Map.of("email", new Mask.Hash())));
    }
    return new AccessRules(
        List.of(
            role("analyst", Set.of("payroll", "everybodys"), Set.of()),
            role("hashing", Set.of(), Set.of()),
            role("bound", Set.of(), Set.of(Restraint.APPROVED_QUERIES_ONLY)),
            role("blind", Set.of("*", "public.*", "sales.*"), Set.of())),
        policies,
        SECRET);
  }

  private static Role role(String name, Set<String> denied, Set<Restraint> restraints) {
    return new Role(
        name,
        Set.of(Right.READ),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        new Denials(Set.of(), Set.of(), denied, Set.of("customers.secret")),
        Limits.NONE,
        restraints);
  }

  /** A name that no other account of the server has. */
  String account() {
    return "reader_%s_%d".formatted(database, ACCOUNTS.incrementAndGet());
  }

  JsonNode provision(String account, String more) {
    return provision(ADMIN, "crm", account, more);
  }

  JsonNode provision(Caller caller, String source, String account, String more) {
    String input =
        "{`source`:`%s`,`account`:`%s`,%s}".formatted(source, account, more).replace('`', '"');
    try {
      return Json.mapper()
          .valueToTree(
              registry.call(
                  "provision_access", Json.mapper().readTree(input), Invocation.of(caller)));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  /** Lets an account sign in, which is an administrator's to do. */
  void letIn(String account) {
    server.run(
        "postgres", List.of("ALTER ROLE \"%s\" LOGIN PASSWORD '%s'".formatted(account, PASSWORD)));
  }

  /** What a plain client under the account gets. */
  String as(String account, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(database), account, PASSWORD)) {
      return rows(connection, sql);
    }
  }

  String inOwned(String account, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(owned), account, PASSWORD)) {
      return rows(connection, sql);
    }
  }

  String asOwner(String sql) {
    try (Connection connection = server.connect(database)) {
      return rows(connection, sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Runs a script as psql would. */
  void run(String script) throws SQLException {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
  }

  String throughAlidade(Caller caller, String sql) {
    return text(Rows.collect(queries.run(QueryRequest.of(caller, "crm", sql))).rows());
  }

  /** The tables that a source shows. */
  List<String> tables(String source) {
    return tables(sources.engine(source));
  }

  /** The tables of a source that signs in with the account. */
  List<String> tablesAs(String account) {
    SourceDefinition own =
        with(
            server.source("own", database),
            "own",
            Map.of("username", account, "password", PASSWORD, "schema", account));
    try (Engine engine = new PostgresEngineFactory().open(own)) {
      return tables(engine);
    }
  }

  private static List<String> tables(Engine engine) {
    return engine.readCatalog().tables().stream().map(table -> table.name().toString()).toList();
  }

  private String url(String name) {
    return "jdbc:postgresql://%s:%d/%s".formatted(server.host(), server.port(), name);
  }

  private static String rows(Connection connection, String sql) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      boolean hasRows = statement.execute(sql);
      while (!hasRows && statement.getUpdateCount() >= 0) {
        hasRows = statement.getMoreResults();
      }
      if (hasRows) {
        try (ResultSet result = statement.getResultSet()) {
          while (result.next()) {
            List<Object> row = new ArrayList<>();
            for (int index = 1; index <= result.getMetaData().getColumnCount(); index++) {
              row.add(result.getObject(index));
            }
            rows.add(row);
          }
        }
      }
    }
    return text(rows);
  }

  private static String text(List<? extends List<?>> rows) {
    return rows.toString();
  }

  @Override
  public void close() {
    queries.close();
    sources.close();
  }
}
