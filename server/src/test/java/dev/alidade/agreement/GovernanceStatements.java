package dev.alidade.agreement;

import java.util.List;

/** What callers under policies ask in the contract of governance. */
final class GovernanceStatements {
  /** Statements that every engine reads; {@code customers} and {@code orders} are the tables. */
  static final List<String> ALLOWED =
      List.of(
          "SELECT * FROM customers",
          "SELECT c.* FROM customers c",
          "SELECT customers.name FROM customers",
          "SELECT count(*) FROM customers",
          "SELECT name, email FROM customers WHERE email = 'ada@example.org'",
          "SELECT name FROM customers WHERE email LIKE '%example%'",
          "SELECT name FROM customers ORDER BY salary DESC, id LIMIT 3",
          "SELECT email, count(*) FROM customers GROUP BY email",
          "SELECT max(salary), min(salary), sum(salary) FROM customers",
          "SELECT c.name, o.total FROM customers c JOIN orders o ON o.customer_id = c.id",
          "SELECT o.id, c.name FROM orders o LEFT JOIN customers c ON o.customer_id = c.id",
          "SELECT name FROM customers WHERE id IN (SELECT customer_id FROM orders)",
          "SELECT total FROM orders WHERE customer_id IN (SELECT id FROM customers)",
          "SELECT total FROM orders o WHERE EXISTS (SELECT 1 FROM customers c WHERE c.id = o.customer_id)",
          "SELECT total FROM orders o WHERE NOT EXISTS (SELECT 1 FROM customers c WHERE c.id = o.customer_id)",
          "SELECT (SELECT max(name) FROM customers) FROM orders",
          "SELECT (SELECT c.name FROM customers c WHERE c.id = o.customer_id) FROM orders o",
          "SELECT x.name FROM (SELECT * FROM customers) x",
          "SELECT x.n FROM (SELECT name AS n FROM customers WHERE salary > 1000) x",
          "WITH a AS (SELECT * FROM customers) SELECT name FROM a",
          "WITH a AS (SELECT id FROM customers), b AS (SELECT id FROM a) SELECT count(*) FROM b",
          "WITH customers AS (SELECT 1 AS one) SELECT * FROM customers",
          "WITH orders AS (SELECT * FROM customers) SELECT * FROM orders",
          "SELECT name FROM customers UNION ALL SELECT name FROM customers",
          "SELECT name FROM customers UNION SELECT 'nobody'",
          "SELECT id FROM orders EXCEPT SELECT id FROM customers",
          "SELECT a.name, b.name FROM customers a JOIN customers b ON a.region = b.region AND a.id < b.id",
          "SELECT a.name FROM customers a CROSS JOIN customers b",
          "SELECT name, row_number() OVER (ORDER BY id) FROM customers",
          "SELECT name, sum(salary) OVER (PARTITION BY region) FROM customers",
          "SELECT CASE WHEN region = 'east' THEN 1 ELSE 0 END FROM customers",
          "SELECT count(*) FROM customers WHERE region = 'east'",
          "SELECT count(*) FROM customers WHERE region <> 'west' OR 1 = 1",
          "SELECT count(DISTINCT region) FROM customers",
          "SELECT name FROM customers WHERE salary BETWEEN 1 AND 1000000",
          "SELECT region, count(*) FROM customers GROUP BY region HAVING count(*) > 0",
          "SELECT lower(name), coalesce(email, 'none') FROM customers",
          "SELECT c.name FROM customers AS c WHERE c.id = (SELECT min(id) FROM customers)");

  /** What must be refused, or fail, whatever the engine makes of it. */
  static final List<String> FORBIDDEN =
      List.of(
          "SELECT * FROM payroll",
          "SELECT (SELECT max(amount) FROM payroll) FROM orders",
          "SELECT * FROM orders WHERE id IN (SELECT id FROM payroll)",
          "WITH payroll AS (SELECT * FROM payroll) SELECT * FROM payroll",
          "SELECT * FROM orders UNION ALL SELECT id, amount, amount FROM payroll",
          "SELECT secret_note FROM customers",
          "SELECT name FROM customers WHERE secret_note IS NOT NULL",
          "SELECT name FROM customers ORDER BY secret_note",
          "SELECT count(secret_note) FROM customers",
          "SELECT * FROM everyone");

  private GovernanceStatements() {}
}
