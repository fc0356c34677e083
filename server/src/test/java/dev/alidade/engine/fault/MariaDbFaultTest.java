package dev.alidade.engine.fault;

import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.mysql.MariaDbServer;
import dev.alidade.engine.mysql.MySqlFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

class MariaDbFaultTest extends FaultContract {
  private static final FaultedServer SERVER = new Server(MariaDbServer.shared());

  @Override
  FaultedServer server() {
    return SERVER;
  }

  private static final class Server extends DriverFaultedServer {
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
    public void account(String name, String password, int connections) {
      run(
          "CREATE OR REPLACE USER '%s'@'%%' IDENTIFIED BY '%s' WITH MAX_USER_CONNECTIONS %d"
              .formatted(name, password, connections),
          "GRANT SELECT ON %s.* TO '%s'@'%%'".formatted(database, name));
    }

    @Override
    Connection connect() throws SQLException {
      return server.connect(database);
    }

    @Override
    SourceDefinition direct(String name) {
      return server.source(name, database);
    }

    /** MariaDB does not look whether its client is still there while it works. */
    @Override
    public void endAbandoned() {
      try (Connection connection = connect();
          Statement asking = connection.createStatement();
          Statement ending = connection.createStatement();
          ResultSet abandoned =
              asking.executeQuery(
                  "SELECT id FROM information_schema.processlist WHERE db = '%s' AND command = 'Execute'"
                      .formatted(database))) {
        while (abandoned.next()) {
          ending.execute("KILL " + abandoned.getLong(1));
        }
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
    }

    @Override
    String countSessions() {
      return "SELECT count(*) FROM information_schema.processlist WHERE db = '%s'"
          .formatted(database);
    }
  }
}
