package dev.alidade.engine.fault;

import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.mysql.MariaDbServer;
import dev.alidade.engine.mysql.MySqlFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class MariaDbFaultTest extends FaultContract {
  private static final FaultedServer SERVER = new Server(MariaDbServer.shared());

  @Override
  protected FaultedServer server() {
    return SERVER;
  }

  private static final class Server implements FaultedServer {
    private final MariaDbServer server;
    private final String database;

    Server(MariaDbServer server) {
      this.server = server;
      this.database = server.createDatabase();
      run(
          "CREATE TABLE words (n INTEGER PRIMARY KEY, word VARCHAR(80))",
          "INSERT INTO words SELECT seq, CONCAT('a word that takes some room on its way, number ',"
              + " seq) FROM seq_0_to_99999");
    }

    @Override
    public EngineFactory factory() {
      return MySqlFactory.mySql();
    }

    @Override
    public int port() {
      return server.port();
    }

    @Override
    public SourceDefinition source(String name, List<Integer> ports, Map<String, Object> settings) {
      Map<String, Object> all = new HashMap<>(server.source(name, database).settings());
      all.remove("port");
      all.put("host", ports.stream().map(port -> "127.0.0.1:" + port).toList());
      all.putAll(settings);
      return new SourceDefinition(name, "mysql", all);
    }

    @Override
    public void run(String... statements) {
      server.run(database, List.of(statements));
    }

    @Override
    public int sessions() {
      try (Connection connection = server.connect(database);
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "SELECT count(*) FROM information_schema.processlist WHERE db = '%s'"
                      .formatted(database))) {
        row.next();
        return row.getInt(1);
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
