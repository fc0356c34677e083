package dev.alidade.ask;

import dev.alidade.ask.build.BuiltInPlanner;
import dev.alidade.ask.build.Weights;
import dev.alidade.base.Caller;
import dev.alidade.catalog.CatalogService;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.engine.duckdb.DuckDbFactory;
import dev.alidade.engine.duckdb.DuckDbScript;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.policy.Governor;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.semantic.Meanings;
import dev.alidade.sql.Dialect;
import dev.alidade.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A little shop with everything that answers questions about it, for tests. */
public final class Shop implements AutoCloseable {
  /** The clock of the shop: 2024-12-31. */
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-12-31T12:00:00Z"), ZoneOffset.UTC);

  private static final List<String> STATEMENTS =
      List.of(
          """
          CREATE TABLE customers (customer_id INTEGER PRIMARY KEY, customer_name TEXT NOT NULL,
            city TEXT, country TEXT)""",
          """
          CREATE TABLE products (product_id INTEGER PRIMARY KEY, product_name TEXT NOT NULL,
            category TEXT, price DECIMAL(10,2))""",
          """
          CREATE TABLE orders (order_id INTEGER PRIMARY KEY,
            customer_id INTEGER NOT NULL REFERENCES customers (customer_id),
            order_date DATE, status TEXT)""",
          """
          CREATE TABLE order_items (order_id INTEGER NOT NULL REFERENCES orders (order_id),
            product_id INTEGER NOT NULL REFERENCES products (product_id),
            quantity INTEGER, PRIMARY KEY (order_id, product_id))""",
          """
          INSERT INTO customers VALUES (1, 'Ada Lovelace', 'London', 'England'),
            (2, 'Alan Turing', 'London', 'England'), (3, 'Marie Curie', 'Paris', 'France'),
            (4, 'Emmy Noether', 'Erlangen', 'Germany'), (5, 'Sophie Germain', 'Paris', 'France')""",
          """
          INSERT INTO products VALUES (1, 'Tent', 'camping', 199.5), (2, 'Stove', 'camping', 49),
            (3, 'Kayak', 'water', 599), (4, 'Paddle', 'water', 35), (5, 'Rope', 'climbing', 80)""",
          """
          INSERT INTO orders VALUES (1, 1, '2023-03-01', 'shipped'), (2, 1, '2023-07-10', 'shipped'),
            (3, 2, '2024-01-15', 'cancelled'), (4, 3, '2024-02-20', 'shipped'),
            (5, 3, '2024-02-28', 'open'), (6, 3, '2024-05-05', 'shipped'),
            (7, 4, '2024-06-30', 'open')""",
          """
          INSERT INTO order_items VALUES (1, 1, 1), (1, 2, 2), (2, 3, 1), (3, 5, 4), (4, 3, 1),
            (4, 4, 2), (5, 4, 1), (6, 2, 1), (7, 1, 3)""");

  private final Sources sources;
  private final QueryService queries;
  private final CatalogService catalog;
  private final Database database;

  private Shop(Path folder, List<SourceDefinition> definitions) {
    sources = new Sources(definitions, List.of(new SqliteEngineFactory(), new DuckDbFactory()));
    queries = new QueryService(sources, new Governor(), ignored -> {}, CLOCK);
    catalog = new CatalogService(sources, queries, CLOCK);
    database = Database.open(folder.resolve("state"));
  }

  /** Makes the shop's database in {@code folder} and opens it. */
  public static Shop in(Path folder) {
    Path file = folder.resolve("shop.sqlite");
    SqliteFile.create(file, STATEMENTS);
    return new Shop(
        folder, List.of(new SourceDefinition("shop", "sqlite", Map.of("path", file.toString()))));
  }

  /** The sample source that comes with the product, made in {@code folder}. */
  public static Shop sample(Path folder) {
    Path file = folder.resolve("shop.duckdb");
    try (InputStream script = Shop.class.getResourceAsStream("/dev/alidade/app/shop.sql")) {
      DuckDbScript.create(file, new String(script.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Shop(
        folder, List.of(new SourceDefinition("shop", "duckdb", Map.of("path", file.toString()))));
  }

  /** What is known of the shop. */
  public SourceKnowledge knowledge() {
    return catalog.knowledge("shop");
  }

  /** The dialect of the shop. */
  public Dialect dialect() {
    return sources.engine("shop").dialect();
  }

  /** A reader with the built-in planner. */
  public QuestionReader reader() {
    return new QuestionReader(new BuiltInPlanner(Weights.builtIn(), CLOCK));
  }

  /** The service that answers. */
  public AskService service() {
    return service(Planners.ALONE);
  }

  /** The same with a second opinion. */
  public AskService service(SecondOpinion second) {
    return service(Planners.helpedBy(second));
  }

  /** The same with planners to choose from. */
  public AskService service(Planners planners) {
    return service(planners, Meanings.UNKNOWN, Experience.NONE);
  }

  /** The service that answers first what people have taught. */
  public AskService service(Planners planners, Meanings meanings, Experience experience) {
    return new AskService(
        sources, catalog, meanings, queries, this::reader, planners, experience, database, CLOCK);
  }

  /** What runs statements. */
  public QueryService queries() {
    return queries;
  }

  /** The shop's own database. */
  public Database database() {
    return database;
  }

  /** The rows of a statement. */
  public List<List<Object>> rows(String sql) {
    return Rows.collect(queries.run(QueryRequest.of(Caller.LOCAL, "shop", sql))).rows();
  }

  @Override
  public void close() {
    queries.close();
    sources.close();
  }
}
