package dev.alidade.agreement;

import dev.alidade.engine.mysql.MariaDbServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MariaDbGovernanceTest extends GovernanceContract {
  @Override
  TargetEngine engine(Path directory) {
    return new MariaDbTarget(MariaDbServer.shared());
  }

  @Test
  void masksHideWhatTheyStandFor() {
    everyMaskHides();
  }

  @Override
  List<String> ownStatements() {
    return List.of(
        "SELECT * FROM `customers`",
        "SELECT `customers`.`name` FROM customers",
        "SELECT `c`.* FROM `customers` AS `c` # customers",
        "SELECT c.name FROM orders o STRAIGHT_JOIN customers c ON o.customer_id = c.id",
        "SELECT STRAIGHT_JOIN c.name FROM customers c JOIN orders o ON o.customer_id = c.id",
        "SELECT * FROM customers NATURAL JOIN orders",
        "SELECT * FROM customers JOIN orders USING (id)",
        "SELECT * FROM customers c NATURAL LEFT JOIN orders o",
        "SELECT name FROM (customers)",
        "SELECT c.name FROM (customers c, orders o) WHERE c.id = o.customer_id",
        "SELECT c.name FROM (orders o LEFT JOIN (customers c JOIN orders p ON p.id = c.id) ON o.id = c.id)",
        "SELECT name FROM customers ORDER BY (SELECT max(total) FROM orders), id",
        "SELECT (SELECT count(*) FROM customers c WHERE c.id <= o.id) FROM orders o",
        "SELECT name FROM customers WHERE (id, region) IN (SELECT customer_id, 'west' FROM orders)",
        "SELECT name FROM customers WHERE id >= ALL (SELECT id FROM customers)",
        "SELECT IF(EXISTS (SELECT 1 FROM customers WHERE region = 'east'), 1, 0) FROM orders",
        "SELECT d.n FROM (SELECT count(*) AS n FROM (SELECT * FROM customers) e) d",
        "WITH RECURSIVE t (n) AS (SELECT min(id) FROM customers UNION ALL SELECT n + 1 FROM t JOIN customers c ON c.id = n + 1) SELECT n FROM t",
        "WITH RECURSIVE customers AS (SELECT 1 AS n UNION SELECT n + 1 FROM customers WHERE n < 3) SELECT n FROM customers",
        "SELECT x.name FROM (WITH a AS (SELECT 1 AS one) SELECT name FROM a, customers) x",
        "WITH a AS (SELECT id FROM customers), b AS (SELECT id FROM customers) SELECT * FROM a, b",
        "(SELECT name FROM customers) UNION ALL (SELECT name FROM customers) ORDER BY 1 LIMIT 4",
        "(SELECT name FROM customers ORDER BY id LIMIT 1)",
        "SELECT region, count(*) FROM customers GROUP BY region WITH ROLLUP",
        "SELECT GROUP_CONCAT(name ORDER BY id SEPARATOR ';') FROM customers",
        "SELECT name FROM customers WHERE name REGEXP '^[A-C]' AND email IS NOT NULL",
        "SELECT 'it''s \\' customers', name FROM customers",
        "SELECT name AS `a``b` FROM customers AS `x``y` WHERE `x``y`.id = 1",
        "SELECT name /* FROM customers */ FROM /* here */ customers -- there",
        "SELECT x.name FROM customers x, customers AS y WHERE x.id = y.id",
        "SELECT rank() OVER (ORDER BY salary) FROM customers",
        "SELECT name FROM customers USE INDEX () WHERE id = 1",
        "SELECT alidade_view_1.name FROM customers AS alidade_view_1",
        "WITH alidade_view_1 AS (SELECT 1 AS one) SELECT one, name FROM alidade_view_1, customers");
  }

  @Override
  List<String> ownForbidden() {
    return List.of(
        "SELECT * FROM (WITH a AS (SELECT name FROM customers) SELECT name FROM a) x",
        "WITH payroll AS (SELECT 1 AS id) SELECT * FROM (WITH a AS (SELECT * FROM payroll) SELECT * FROM a) x",
        "WITH payroll AS (SELECT 1 AS id) SELECT * FROM (WITH payroll AS (SELECT * FROM payroll) SELECT * FROM payroll) x",
        "WITH payroll AS (SELECT 1 AS id) SELECT (WITH a AS (SELECT (SELECT max(amount) FROM payroll) AS m) SELECT m FROM a)",
        "WITH RECURSIVE payroll AS (SELECT 1 AS id) SELECT * FROM (SELECT * FROM (WITH a AS (SELECT * FROM (SELECT * FROM payroll) b) SELECT * FROM a) c) d",
        "SELECT /*!50000 secret_note, */ name FROM customers",
        "SELECT name FROM customers /*M! UNION SELECT secret_note FROM customers */",
        "SELECT name FROM customers PARTITION (p0)",
        "SELECT `customers`.`secret_note` FROM customers",
        "SELECT secret_note FROM (SELECT * FROM customers) x",
        "SELECT * FROM customers FOR UPDATE",
        "SELECT * FROM customers INTO OUTFILE 'stolen'",
        "SELECT * FROM customers PROCEDURE ANALYSE()",
        "TABLE customers",
        "SELECT * FROM information_schema.TABLES",
        "SELECT name FROM customers; SELECT 1",
        "HANDLER customers OPEN");
  }
}
