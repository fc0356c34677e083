package dev.alidade.engine.sqlite;

import dev.alidade.engine.Engine;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.WriteContractTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class SqliteWriteTest extends WriteContractTest {
  private static final List<String> OWN =
      List.of(
          "CREATE TABLE watched (id INTEGER)",
          "CREATE TRIGGER watch AFTER INSERT ON watched BEGIN DELETE FROM secrets; END",
          "CREATE TRIGGER instead_of INSTEAD OF DELETE ON open_orders BEGIN DELETE FROM secrets; END",
          "CREATE TABLE parents (id INTEGER PRIMARY KEY)",
          "CREATE TABLE children (parent INTEGER REFERENCES parents (id) ON DELETE CASCADE)",
          "CREATE VIRTUAL TABLE texts USING fts5 (body)");

  @Override
  protected Engine open(Path folder, String source, List<String> statements, boolean writable) {
    Path file = folder.resolve("shop.sqlite");
    SqliteFile.create(file, statements);
    SqliteFile.create(file, OWN);
    return new SqliteEngineFactory()
        .open(
            new SourceDefinition(
                source, "sqlite", Map.of("path", file.toString(), "writable", writable)));
  }

  @Override
  protected List<String> hostile() {
    return List.of(
        "INSERT INTO watched VALUES (1)",
        "DELETE FROM open_orders",
        "DELETE FROM parents",
        "INSERT INTO texts VALUES ('x')",
        "REPLACE INTO customers VALUES (1, 'x')",
        "INSERT OR REPLACE INTO customers VALUES (1, 'x')",
        "UPDATE OR IGNORE customers SET id = 1",
        "DELETE FROM sqlite_sequence",
        "DELETE FROM sqlite_schema",
        "UPDATE sqlite_schema SET sql = ''",
        "INSERT INTO secrets VALUES (load_extension('x'))",
        "INSERT INTO secrets SELECT writefile('x', 'y')",
        "INSERT INTO secrets SELECT",
        "PRAGMA writable_schema = 1",
        "ATTACH 'other' AS other",
        "DELETE FROM temp.orders",
        "DELETE FROM main.nowhere");
  }
}
