package dev.alidade.engine.duckdb;

import dev.alidade.engine.Engine;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.WriteContractTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class DuckDbWriteTest extends WriteContractTest {
  @Override
  protected Engine open(Path folder, String source, List<String> statements, boolean writable) {
    Path file = folder.resolve("shop.duckdb");
    DuckDbFiles.create(file, statements);
    DuckDbFiles.create(
        file,
        List.of(
            "CREATE SEQUENCE numbers",
            "CREATE MACRO of_ours(a) AS a + 1",
            "CREATE SCHEMA elsewhere",
            "CREATE TABLE elsewhere.orders (id INTEGER)"));
    return new DuckDbFactory()
        .open(
            new SourceDefinition(
                source,
                "duckdb",
                Map.of("path", file.toString(), "writable", writable, "isolation", isolation())));
  }

  /** Where statements that read run. */
  String isolation() {
    return "none";
  }

  @Override
  protected List<String> hostile() {
    return List.of(
        "DELETE FROM open_orders",
        "DELETE FROM orders RETURNING 1",
        "DELETE FROM orders RETURNING 1) SELECT 1; DELETE FROM customers; --",
        "DELETE FROM orders RETURNING 1), x AS (DELETE FROM customers",
        "DELETE FROM orders RETURNING 1), alidade_write AS (DELETE FROM customers",
        "DELETE FROM orders RETURNING 1) SELECT count(*) FROM alidade_write --",
        "DELETE FROM orders RETURNING 1) SELECT count(*) FROM secrets, alidade_write --",
        "DELETE FROM orders RETURNING 1) SELECT count(*) FROM alidade_write /*",
        "DELETE FROM orders RETURNING (SELECT max(word) FROM secrets), --",
        "SELECT 1), x AS (DELETE FROM customers RETURNING 1) SELECT 1 --",
        "SELECT 1",
        "SELECT 1 --",
        "WITH x AS (DELETE FROM customers RETURNING id) DELETE FROM orders",
        "WITH x AS (SELECT 1) DELETE FROM orders",
        "DELETE FROM orders USING customers WHERE customers.id = orders.customer",
        "UPDATE orders SET total = 1 FROM customers",
        "UPDATE orders SET (total, status) = (SELECT 1, 'x')",
        "UPDATE orders SET status = (SELECT content FROM read_text('/etc/passwd'))",
        "UPDATE orders SET status = getenv('HOME')",
        "UPDATE orders SET status = current_setting('memory_limit')",
        "UPDATE orders SET total = nextval('numbers')",
        "UPDATE orders SET total = of_ours(total)",
        "UPDATE orders SET status = (SELECT sql FROM duckdb_tables() LIMIT 1)",
        "UPDATE orders SET status = (SELECT * FROM query('SELECT word FROM secrets'))",
        "UPDATE orders SET status = (SELECT word FROM query_table('secrets'))",
        "UPDATE orders SET total = (DELETE FROM customers RETURNING id)",
        "UPDATE orders SET total = (WITH x AS (DELETE FROM customers RETURNING id) SELECT max(id) FROM x)",
        "INSERT INTO customers WITH x AS (DELETE FROM orders RETURNING id, 'x') SELECT * FROM x",
        "INSERT INTO customers SELECT id + 10, 'x' FROM 'other.csv'",
        "INSERT INTO customers SELECT * FROM information_schema.tables",
        "INSERT OR REPLACE INTO customers VALUES (1, 'x')",
        "INSERT OR IGNORE INTO customers VALUES (1, 'x')",
        "INSERT INTO customers VALUES (9, 'x') RETURNING *",
        "INSERT INTO nowhere.customers VALUES (9, 'x')",
        "INSERT INTO temp.customers VALUES (9, 'x')",
        "DELETE FROM system.main.orders",
        "DELETE FROM orders AT (VERSION => 1)",
        "DELETE FROM read_csv('x')",
        "DELETE FROM (SELECT * FROM orders)",
        "TRUNCATE orders",
        "TRUNCATE TABLE orders",
        "MERGE INTO orders USING customers ON true WHEN MATCHED THEN DELETE",
        "COPY orders TO 'stolen.csv'",
        "COPY orders FROM 'other.csv'",
        "ATTACH 'other.duckdb'",
        "SET memory_limit = '1GB'",
        "PRAGMA enable_profiling",
        "CHECKPOINT",
        "EXPLAIN ANALYZE DELETE FROM orders",
        "PREPARE x AS DELETE FROM orders",
        "CALL pragma_version()",
        "EXPORT DATABASE 'x'",
        "DELETE FROM orders WHERE id = 1 COMMIT",
        "DELETE FROM orders WHERE error('x')");
  }
}
