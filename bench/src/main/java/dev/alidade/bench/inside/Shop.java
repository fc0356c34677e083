package dev.alidade.bench.inside;

import dev.alidade.base.Caller;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.engine.duckdb.DuckDbFactory;
import dev.alidade.engine.postgres.PostgresEngineFactory;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Mask;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.policy.RowFilter;
import dev.alidade.policy.TablePolicy;
import dev.alidade.query.QueryService;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two tables in an engine, served as the product does, and a caller who sees a part of them. */
final class Shop implements AutoCloseable {
  /** Where the source is found. */
  static final String SOURCE = "shop";

  /** Sees the west, and no addresses. */
  static final Caller WENDY = new Caller("wendy", Set.of("analyst"), Map.of("region", "west"));

  private static final List<String> TABLES =
      List.of(
          "DROP TABLE IF EXISTS customers",
          "DROP TABLE IF EXISTS orders",
          "CREATE TABLE customers"
              + " (id BIGINT, name VARCHAR(40), region VARCHAR(10), email VARCHAR(40))",
          "CREATE TABLE orders (id BIGINT, customer_id BIGINT, total BIGINT)",
          "INSERT INTO customers VALUES (1, 'Ada', 'west', 'ada@example.org')",
          "INSERT INTO orders VALUES (1, 1, 10)");

  private final Sources sources;
  private final QueryService queries;

  private Shop(SourceDefinition source, EngineFactory factory) {
    sources = new Sources(List.of(source), List.of(factory));
    queries =
        new QueryService(sources, new Governor(Shop::rules), ignored -> {}, Clock.systemUTC());
  }

  /** In SQLite, DuckDB or PostgreSQL; the last is reached by {@code postgres}, a JDBC address. */
  static Shop in(String engine, Path folder, String postgres) throws SQLException {
    return switch (engine) {
      case "SQLite" -> {
        Path file = folder.resolve("shop.sqlite");
        fill("jdbc:sqlite:" + file);
        yield new Shop(definition("sqlite", file), new SqliteEngineFactory());
      }
      case "DuckDB" -> {
        Path file = folder.resolve("shop.duckdb");
        fill("jdbc:duckdb:" + file);
        yield new Shop(definition("duckdb", file), new DuckDbFactory());
      }
      case "PostgreSQL" -> {
        fill(postgres);
        yield new Shop(
            server(URI.create(postgres.substring("jdbc:".length()))), new PostgresEngineFactory());
      }
      default -> throw new IllegalArgumentException(engine + " is not measured inside");
    };
  }

  private static SourceDefinition definition(String engine, Path file) {
    return new SourceDefinition(SOURCE, engine, Map.of("path", file.toString()));
  }

  private static SourceDefinition server(URI address) {
    return new SourceDefinition(
        SOURCE,
        "postgres",
        Map.of(
            "host", address.getHost(),
            "port", address.getPort(),
            "database", address.getPath().substring(1),
            "username", "postgres"));
  }

  private static void fill(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String sql : TABLES) {
        statement.execute(sql);
      }
    }
  }

  QueryService queries() {
    return queries;
  }

  private static AccessRules rules() {
    Role analyst =
        new Role(
            "analyst",
            Set.of(Right.READ),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Denials.NONE);
    TablePolicy policy =
        new TablePolicy(
            "west only",
            SOURCE,
            "customers",
            Set.of("analyst"),
            Optional.of(new RowFilter("region = {caller.region}")),
            Map.of("email", new Mask.Redact()));
    return new AccessRules(List.of(analyst), List.of(policy), "key");
  }

  @Override
  public void close() {
    queries.close();
    sources.close();
  }
}
