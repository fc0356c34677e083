package dev.alidade.agreement;

import dev.alidade.engine.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresGovernanceTest extends GovernanceContract {
  @Override
  TargetEngine engine(Path directory) {
    return new PostgresTarget(PostgresServer.shared());
  }

  @Test
  void masksHideWhatTheyStandFor() {
    everyMaskHides();
  }

  @Override
  List<String> ownStatements() {
    return List.of(
        "TABLE customers",
        "TABLE customers ORDER BY customers.id LIMIT 2",
        "(TABLE public.customers) UNION ALL (TABLE customers)",
        "SELECT * FROM customers *",
        "SELECT CAST(c AS text) FROM customers c",
        "SELECT row_to_json(customers) FROM customers",
        "SELECT (c).name, (c).email FROM customers c",
        "SELECT to_jsonb(c.*) FROM public.customers AS c",
        "SELECT DISTINCT ON (region) region, name FROM customers ORDER BY region, id DESC",
        "SELECT o.id, x.name FROM orders o, LATERAL (SELECT c.* FROM customers c WHERE c.id = o.customer_id) x",
        "SELECT o.id, x.name FROM orders o LEFT JOIN LATERAL (SELECT name FROM customers WHERE id = o.customer_id LIMIT 1) x ON true",
        "SELECT id FROM customers WHERE (id, region) IN (SELECT customer_id, 'west' FROM orders)",
        "SELECT ROW(c.*) IS NULL FROM customers c",
        "SELECT * FROM customers JOIN (SELECT id, total FROM orders) o USING (id)",
        "SELECT * FROM customers NATURAL JOIN orders",
        "SELECT count(*) FILTER (WHERE region = 'east'), count(*) FROM customers",
        "SELECT sum(total + (SELECT count(*) FROM customers)) FROM orders",
        "SELECT bool_or(EXISTS (SELECT 1 FROM customers c WHERE c.id = o.customer_id)), count(*) FROM orders o",
        "SELECT count(*) FILTER (WHERE o.customer_id IN (SELECT id FROM customers)) FROM orders o",
        "SELECT (SELECT max(x.n) FROM (SELECT count(*) AS n FROM customers) x), lower((SELECT min(name) FROM customers)) FROM orders",
        "SELECT region, name, sum(salary) FROM customers GROUP BY GROUPING SETS ((region), (name), ())",
        "SELECT region, count(*) FROM customers GROUP BY ROLLUP (region, email)",
        "SELECT customers.* FROM customers",
        "SELECT public.customers.* FROM public.customers",
        "SELECT public.customers.name FROM public.customers WHERE \"public\".\"customers\".\"id\" > 1",
        "SELECT public . /* a comment */ customers.name FROM public /* another */ . customers",
        "SELECT max(salary) OVER w, min(email) OVER w FROM customers WINDOW w AS (PARTITION BY region)",
        "WITH a AS MATERIALIZED (SELECT * FROM customers) SELECT name FROM a",
        "WITH a AS NOT MATERIALIZED (SELECT id FROM customers), b AS (TABLE a) SELECT count(*) FROM a, b",
        "WITH RECURSIVE t (n) AS (SELECT min(id) FROM customers UNION ALL SELECT n + 1 FROM t JOIN customers c ON c.id = n + 1) SELECT n FROM t",
        "WITH RECURSIVE customers AS (SELECT 1 AS n UNION SELECT n + 1 FROM customers WHERE n < 3) SELECT n FROM customers",
        "WITH recursive AS (SELECT * FROM customers) SELECT name FROM recursive",
        "(WITH a AS (SELECT name FROM customers) SELECT name FROM a) UNION SELECT name FROM customers",
        "((SELECT name FROM customers)) ORDER BY name LIMIT 2",
        "VALUES ((SELECT count(*) FROM customers)), (0)",
        "SELECT \"name\" FROM \"customers\" AS \"Customers\" WHERE \"Customers\".\"id\" = 1",
        "SELECT name FROM CUSTOMERS",
        "SELECT x.a, x.b FROM customers AS x (a, b)",
        "SELECT customers.b FROM customers AS customers (a, b)",
        "SELECT ARRAY(SELECT name FROM customers ORDER BY id)",
        "SELECT count(*) FROM customers a, customers b, public.customers c",
        "SELECT name FROM customers WHERE id = ANY (SELECT customer_id FROM orders) AND region LIKE ANY (ARRAY['w%', 'e%'])",
        "SELECT 'customers', $$ FROM customers $$, E'\\\\' FROM customers -- customers",
        "SELECT string_agg(name, ',' ORDER BY id) FROM customers",
        "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY salary) FROM customers",
        "SELECT 'ä€😀', name FROM customers WHERE name <> '😀'",
        "SELECT alidade_view_1.name FROM customers AS alidade_view_1",
        "WITH alidade_view_1 AS (SELECT 1 AS one) SELECT one, name FROM alidade_view_1, customers");
  }

  @Override
  List<String> ownForbidden() {
    return List.of(
        "SELECT name FROM ONLY customers",
        "SELECT name FROM customers TABLESAMPLE BERNOULLI (100)",
        "SELECT ctid FROM customers",
        "SELECT tableoid FROM customers",
        "SELECT (c).secret_note FROM customers c",
        "SELECT c.secret_note FROM customers AS c",
        "SELECT public.customers.secret_note FROM public.customers",
        "SELECT name FROM customers FOR UPDATE",
        "SELECT (SELECT max(r.c) FROM (SELECT bool_or('west' NOT IN (SELECT name FROM customers)) AS b, count(*) AS c FROM customers) r) FROM customers",
        "SELECT sum((SELECT count(*) FROM customers)) FROM orders",
        "SELECT query_to_xml('SELECT * FROM customers', true, true, '')",
        "SELECT * FROM pg_catalog.pg_stats",
        "SELECT name FROM customers; SELECT 1",
        "WITH x AS (DELETE FROM customers RETURNING *) SELECT * FROM x");
  }
}
