package dev.alidade.engine.fault;

import static dev.alidade.engine.fault.FaultBench.ENDLESS;
import static dev.alidade.engine.fault.FaultBench.SOURCE;
import static dev.alidade.engine.fault.FaultBench.await;

import dev.alidade.base.AlidadeException;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.postgres.PostgresEngineFactory;
import dev.alidade.engine.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PostgresFaultTest extends FaultContract {
  private static final FaultedServer SERVER = new Server(PostgresServer.shared());

  @Override
  FaultedServer server() {
    return SERVER;
  }

  @Test
  void theServerEndsAStatementThatNobodyWaitsFor() {
    CompletableFuture<AlidadeException> running =
        FaultBench.inBackground(() -> bench().count(SOURCE, ENDLESS));
    await(() -> bench().inUse(SOURCE) == 1);
    bench().proxy.down();
    running.join();
    await(() -> SERVER.sessions() == 0);
  }

  private static final class Server extends DriverFaultedServer {
    private final PostgresServer server;
    private final String database;

    Server(PostgresServer server) {
      this.server = server;
      this.database = server.createDatabase();
      run(
          "CREATE TABLE words (n INTEGER PRIMARY KEY, word VARCHAR(80))",
          "INSERT INTO words SELECT n, 'a word that takes some room on its way, number ' || n"
              + " FROM generate_series(0, 99999) AS series (n)",
          "ANALYZE words");
      askForPasswords();
    }

    // The server lets everybody in from this machine, so that a wrong password would go unnoticed.
    private void askForPasswords() {
      try (Connection connection = connect();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SHOW hba_file")) {
        row.next();
        Path rules = Path.of(row.getString(1));
        Files.writeString(
            rules, "host all narrow,rotating all scram-sha-256\n" + Files.readString(rules));
        statement.execute("SELECT pg_reload_conf()");
      } catch (SQLException | IOException failure) {
        throw new IllegalStateException(failure);
      }
    }

    @Override
    public EngineFactory factory() {
      return new PostgresEngineFactory();
    }

    @Override
    public int port() {
      return server.port();
    }

    @Override
    public void account(String name, String password, int connections) {
      run(
          "DO $$ BEGIN CREATE ROLE %s LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$"
              .formatted(name),
          "ALTER ROLE %s PASSWORD '%s' CONNECTION LIMIT %d".formatted(name, password, connections),
          "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + name);
    }

    @Override
    Connection connect() throws SQLException {
      return server.connect(database);
    }

    @Override
    SourceDefinition direct(String name) {
      return server.source(name, database);
    }

    @Override
    String countSessions() {
      return "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND backend_type = 'client backend'";
    }
  }
}
