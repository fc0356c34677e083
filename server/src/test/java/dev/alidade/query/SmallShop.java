package dev.alidade.query;

import dev.alidade.audit.QueryRecord;
import dev.alidade.cache.ResultCache;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.policy.Governor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A source named {@code shop} with 2,500 orders, and a query service over it, for tests. */
public final class SmallShop implements AutoCloseable {
  private final List<QueryRecord> history = new CopyOnWriteArrayList<>();
  private final Sources sources;
  private final QueryService queries;

  private SmallShop(Path file, Governor governor, ResultCache cache) {
    sources =
        new Sources(
            List.of(new SourceDefinition("shop", "sqlite", Map.of("path", file.toString()))),
            List.of(new SqliteEngineFactory()));
    queries =
        new QueryService(
            sources,
            governor,
            history::add,
            event -> {},
            Clock.systemUTC(),
            Concurrency.USUAL,
            cache);
  }

  /** Makes the database in {@code folder} and opens it. */
  public static SmallShop in(Path folder) {
    return in(folder, new Governor());
  }

  /** The same under the rules of {@code governor}. */
  public static SmallShop in(Path folder, Governor governor) {
    return in(folder, governor, ResultCache.none());
  }

  /** The same, which keeps results in {@code cache}. */
  public static SmallShop in(Path folder, Governor governor, ResultCache cache) {
    Path file = folder.resolve("shop.sqlite");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT, total DECIMAL(10,2), placed DATE)");
      statement.execute(
          """
          WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
          INSERT INTO orders
          SELECT i, CASE i % 3 WHEN 0 THEN NULL WHEN 1 THEN 'Ada, "the first"' ELSE 'Bob' END,
            i / 4.0, date('2024-01-01', '+' || (i % 300) || ' days') FROM n
          """);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return new SmallShop(file, governor, cache);
  }

  /** The service under test. */
  public QueryService queries() {
    return queries;
  }

  /** The open source. */
  public Sources sources() {
    return sources;
  }

  /** What was recorded. */
  public List<QueryRecord> history() {
    return history;
  }

  @Override
  public void close() {
    queries.close();
    sources.close();
  }
}
