package dev.alidade.engine.mysql;

import dev.alidade.engine.Engine;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.WriteContractTest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class MySqlWriteTest extends WriteContractTest {
  private static final List<String> OWN =
      List.of(
          "CREATE TABLE logs (line TEXT) ENGINE = MyISAM",
          "CREATE TABLE notes (line TEXT) ENGINE = Aria",
          "CREATE TABLE heap (line INTEGER) ENGINE = MEMORY",
          "CREATE TABLE watched (id INTEGER)",
          "CREATE TRIGGER watch AFTER INSERT ON watched FOR EACH ROW INSERT INTO logs VALUES ('x')",
          "CREATE SEQUENCE numbers",
          "CREATE FUNCTION wipe() RETURNS INTEGER MODIFIES SQL DATA"
              + " BEGIN DELETE FROM secrets; RETURN 1; END");

  @Override
  protected Engine open(Path folder, String source, List<String> statements, boolean writable) {
    MariaDbServer server = MariaDbServer.shared();
    String database = server.createDatabase();
    server.run(
        database,
        statements.stream().map(sql -> sql.replace("status TEXT", "status VARCHAR(20)")).toList());
    server.run(database, OWN);
    SourceDefinition definition = server.source(source, database);
    Map<String, Object> settings = new HashMap<>(definition.settings());
    settings.put("writable", writable);
    return MySqlFactory.mariaDb().open(new SourceDefinition(source, definition.engine(), settings));
  }

  @Override
  protected List<String> hostile() {
    return GateDatabase.lines("hostile-writes.txt");
  }
}
