package dev.alidade.agreement;

import java.nio.file.Path;
import java.util.List;

class DuckDbGovernanceTest extends GovernanceContract {
  @Override
  TargetEngine engine(Path directory) {
    return new DuckDbTarget(directory);
  }

  @Override
  List<String> ownStatements() {
    return List.of(
        "FROM customers",
        "FROM customers SELECT name",
        "SELECT * EXCLUDE (email) FROM customers",
        "SELECT * REPLACE (upper(name) AS name) FROM customers",
        "SELECT COLUMNS('na.*') FROM customers",
        "SELECT COLUMNS(*) FROM customers",
        "SELECT customers FROM customers",
        "SELECT t FROM customers t",
        "SELECT unnest(list(name)) FROM customers",
        "SELECT name FROM customers QUALIFY row_number() OVER (ORDER BY id) = 1",
        "SELECT name FROM customers t(identity, name)",
        "SELECT * FROM customers POSITIONAL JOIN orders",
        "SELECT c.name FROM orders o, LATERAL (SELECT * FROM customers c WHERE c.id = o.customer_id) c",
        "SELECT * FROM (PIVOT customers ON region IN ('west', 'east') USING count(*) GROUP BY name)",
        "SUMMARIZE customers",
        "DESCRIBE customers",
        "SELECT name FROM customers USING SAMPLE 100%",
        "SELECT id, sum(salary) FILTER (WHERE region = 'east') FROM customers GROUP BY ALL ORDER BY ALL",
        "SELECT sum(sum(salary)) OVER () FROM customers GROUP BY region",
        "TABLE customers",
        "SELECT column_name FROM (DESCRIBE SELECT c.* FROM customers c)",
        "SELECT alidade_view_1.name FROM customers AS alidade_view_1",
        "SELECT customers.name FROM main.customers");
  }
}
