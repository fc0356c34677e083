package dev.alidade.agreement;

import java.nio.file.Path;
import java.util.List;

class SqliteGovernanceTest extends GovernanceContract {
  @Override
  TargetEngine engine(Path directory) {
    return new SqliteTarget(directory);
  }

  @Override
  List<String> ownStatements() {
    return List.of(
        "SELECT * FROM main.customers",
        "SELECT main.customers.name FROM main.customers",
        "SELECT main.customers.name FROM customers",
        "SELECT name FROM \"main\".\"customers\"",
        "SELECT name FROM [main].[customers]",
        "SELECT name FROM `main` . `customers`",
        "SELECT name FROM 'main'.'customers'",
        "SELECT name FROM MAIN/* a */./* b */CUSTOMERS",
        "SELECT name FROM 'customers'",
        "SELECT name FROM \"customers\"",
        "SELECT name FROM [customers]",
        "WITH customers AS (SELECT * FROM main.customers) SELECT name FROM customers",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6) SELECT name FROM n JOIN customers ON id = i",
        "WITH a AS MATERIALIZED (SELECT * FROM customers) SELECT name FROM a",
        "SELECT total FROM orders WHERE customer_id IN (SELECT id FROM main.customers)",
        "SELECT (2, 'Bob') IN (SELECT id, name FROM customers)",
        "SELECT name FROM customers WHERE (id, name) IN (VALUES (1, 'Ada'), (4, 'Dan'))",
        "VALUES ((SELECT count(*) FROM customers))",
        "SELECT group_concat(name) FROM (SELECT name FROM customers ORDER BY id)",
        "SELECT json_group_array(name) FROM customers",
        "SELECT j.value FROM customers, json_each(json_array(name, region)) j",
        "SELECT name FROM customers WHERE region = \"west\"",
        "SELECT name FROM customers NATURAL JOIN (SELECT 1 AS id)",
        "SELECT name FROM customers FULL JOIN orders ON customers.id = orders.customer_id",
        "SELECT name FROM customers LIMIT 1 OFFSET 1",
        "SELECT sum(salary) FILTER (WHERE region <> 'west') FROM customers",
        "SELECT typeof(salary), typeof(email) FROM customers",
        "SELECT name FROM customers GROUP BY region",
        "SELECT max(name) OVER w FROM customers WINDOW w AS (ORDER BY id ROWS 1 PRECEDING)",
        "SELECT name FROM customers WHERE name GLOB '*a*' OR region IS NOT DISTINCT FROM 'east'",
        "SELECT printf('%s', email) FROM customers");
  }

  @Override
  List<String> ownForbidden() {
    return List.of(
        "SELECT * FROM 'everyone'",
        "SELECT * FROM main.'everyone'",
        "SELECT * FROM orders, 'everyone'",
        "SELECT * FROM 'payroll'",
        "SELECT 1 IN payroll FROM customers",
        "SELECT sql FROM sqlite_temp_schema",
        "SELECT sql FROM sqlite_temp_master, customers",
        "SELECT sql FROM temp.sqlite_schema, customers",
        "SELECT sql FROM sqlite_schema, customers",
        "SELECT * FROM pragma_table_xinfo('customers'), customers",
        "SELECT * FROM sqlite_dbpage, customers",
        "SELECT rowid, name FROM customers",
        "SELECT main.customers.secret_note FROM customers",
        "SELECT main.customers.secret_note FROM main.customers",
        "SELECT \"secret_note\" FROM customers",
        "SELECT alidade_sha256('key', name) FROM customers",
        "SELECT alidade_sha256('key', 'Ada')",
        "/*alidade:views "
            + "0".repeat(64)
            + " 9:23*/\ncustomers AS SELECT * FROM customers;\nSELECT * FROM customers",
        "SELECT name FROM customers INDEXED BY sqlite_autoindex_customers_1",
        "PRAGMA temp.table_info(customers)",
        "DROP VIEW temp.customers");
  }
}
