package dev.alidade.agreement;

import dev.alidade.engine.trino.TrinoServer;
import java.nio.file.Path;
import java.util.List;

class TrinoGovernanceTest extends GovernanceContract {
  @Override
  TargetEngine engine(Path directory) {
    return new TrinoTarget(TrinoServer.shared());
  }

  @Override
  List<String> ownStatements() {
    return List.of(
        "SELECT c.n FROM customers AS c (i, n, r, e, s)",
        "SELECT \"CUSTOMERS\".name FROM \"customers\"",
        "WITH customers AS (SELECT * FROM customers), b AS (TABLE customers) SELECT name FROM b",
        "WITH alidade_view_1 AS (SELECT 1 AS one) SELECT one, name FROM alidade_view_1, customers",
        "SELECT name FROM customers TABLESAMPLE BERNOULLI (100)",
        "SELECT c.name FROM customers c TABLESAMPLE BERNOULLI (100)",
        "SELECT c.name, o.total FROM orders o CROSS JOIN LATERAL (SELECT * FROM customers c WHERE c.id = o.customer_id) c",
        "SELECT name, x FROM customers CROSS JOIN UNNEST(ARRAY[1, 2]) AS t(x)",
        "SELECT region, name, count(*) FROM customers GROUP BY GROUPING SETS ((region), (name), ())",
        "SELECT region, count(*) FROM customers GROUP BY ROLLUP (region)",
        "SELECT name FROM customers ORDER BY id FETCH FIRST 2 ROWS ONLY",
        "SELECT sum(salary) FILTER (WHERE region <> 'west') FROM customers",
        "SELECT max_by(name, id) FROM customers",
        "SELECT max(name) OVER w FROM customers WINDOW w AS (ORDER BY id ROWS 1 PRECEDING)",
        "SELECT name FROM customers FULL JOIN orders ON customers.id = orders.customer_id",
        "SELECT customers.name, id FROM customers JOIN orders USING (id)",
        "SELECT name FROM customers WHERE (id, name) IN (VALUES (BIGINT '1', 'Ada'), (BIGINT '4', 'Dan'))",
        "SELECT name FROM customers WHERE id >= ALL (SELECT id FROM customers)",
        "SELECT try_cast(region AS bigint) FROM customers",
        "(SELECT name FROM customers) INTERSECT (SELECT name FROM customers WHERE region = 'west')",
        "SELECT * FROM customers MATCH_RECOGNIZE (ORDER BY id MEASURES A.name AS n ONE ROW PER MATCH PATTERN (A) DEFINE A AS A.id > 0)");
  }

  @Override
  List<String> ownForbidden() {
    return List.of(
        "SHOW STATS FOR customers",
        "SELECT name FROM customers FOR VERSION AS OF 1 WHERE region = 'east'",
        "SHOW COLUMNS FROM customers",
        "DESCRIBE customers",
        "EXPLAIN ANALYZE SELECT * FROM customers",
        "SELECT \"$path\" FROM customers",
        "SELECT * FROM \"customers$data\"",
        "SELECT column_name FROM information_schema.columns, customers",
        "WITH FUNCTION f() RETURNS bigint RETURN 1 SELECT f() FROM customers",
        "SELECT c.secret_note FROM customers AS c (i, n, r, e, s)",
        "SELECT x FROM customers AS c (i, n, r, e, s, x)",
        "SELECT * FROM TABLE(query(query => 'SELECT * FROM customers'))");
  }
}
