package dev.alidade.engine.postgres;

import dev.alidade.engine.Engine;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.WriteContractTest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class PostgresWriteTest extends WriteContractTest {
  @Override
  protected Engine open(Path folder, String source, List<String> statements, boolean writable) {
    PostgresServer server = PostgresServer.shared();
    String database = server.createDatabase();
    server.run(database, statements);
    SourceDefinition definition = server.source(source, database);
    Map<String, Object> settings = new HashMap<>(definition.settings());
    settings.put("writable", writable);
    return new PostgresEngineFactory()
        .open(new SourceDefinition(source, definition.engine(), settings));
  }

  @Override
  protected List<String> hostile() {
    return List.of(
        "WITH gone AS (DELETE FROM customers RETURNING *) DELETE FROM orders",
        "DELETE FROM orders USING customers WHERE customers.id = orders.customer",
        "UPDATE orders SET total = 1 FROM customers",
        "UPDATE orders SET (status, total) = (SELECT 'x', 1)",
        "UPDATE orders SET status = (SELECT pg_read_file('x'))",
        "UPDATE orders SET status = current_user",
        "UPDATE orders SET status = pg_sleep(1)::text",
        "INSERT INTO secrets SELECT query_to_xml('DELETE FROM orders', true, true, '')::text",
        "INSERT INTO secrets TABLE pg_shadow",
        "INSERT INTO secrets SELECT passwd FROM pg_catalog.pg_shadow",
        "DELETE FROM pg_class",
        "DELETE FROM open_orders",
        "TRUNCATE orders",
        "MERGE INTO orders USING customers ON true WHEN MATCHED THEN DELETE",
        "COPY orders FROM PROGRAM 'id'",
        "DELETE FROM orders WHERE id IN (SELECT id FROM customers FOR UPDATE)",
        "SET TRANSACTION READ WRITE",
        "DO $$ BEGIN DELETE FROM orders; END $$",
        "UPDATE orders SET status = $$x$$; COMMIT");
  }
}
