package dev.alidade.engine.postgres;

import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.TestCertificate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL server in a temporary folder, reached on the loopback interface only. Tests of
 * one JVM share one, each class with a database of its own.
 */
public final class PostgresServer implements AutoCloseable {
  /** An account that may do everything, so that a refusal is never the account's. */
  public static final String USER = "tester";

  public static final String PASSWORD = "right 'horse\\";

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final EmbeddedPostgres server;

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /** The server that all tests of this JVM share; it stops when the JVM ends. */
  public static PostgresServer shared() {
    return Shared.SERVER;
  }

  /** A server of the test's own, which it must close. */
  public static PostgresServer own() {
    try {
      PostgresServer server =
          new PostgresServer(
              EmbeddedPostgres.builder()
                  .setServerConfig("fsync", "off")
                  .setServerConfig("synchronous_commit", "off")
                  .setServerConfig("full_page_writes", "off")
                  .setServerConfig("autovacuum", "off")
                  .setServerConfig("max_connections", "100")
                  .setPGStartupWait(Duration.ofSeconds(60))
                  .start());
      server.run(
          "postgres", List.of("CREATE ROLE tester SUPERUSER LOGIN PASSWORD 'right ''horse\\'"));
      server.askForPasswords();
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public String host() {
    return "127.0.0.1";
  }

  public int port() {
    return server.getPort();
  }

  /** Makes a fresh, empty database. */
  public String createDatabase() {
    String name = "test_" + DATABASES.incrementAndGet();
    run("postgres", List.of("CREATE DATABASE " + name));
    return name;
  }

  /** A connection of the driver itself, on which everything may be done. */
  public Connection connect(String database) throws SQLException {
    String url = "jdbc:postgresql://%s:%d/%s".formatted(host(), port(), database);
    return DriverManager.getConnection(url, "postgres", "postgres");
  }

  /** Runs statements, each for itself. */
  public void run(String database, List<String> statements) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A source on one of the databases. */
  public SourceDefinition source(String name, String database) {
    return new SourceDefinition(
        name,
        "postgres",
        Map.of(
            "host", host(),
            "port", port(),
            "database", database,
            "username", USER,
            "password", PASSWORD));
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Turns TLS on, and lets no source in without it. */
  public void secure(TestCertificate certificate) {
    run(
        "postgres",
        List.of(
            "ALTER SYSTEM SET ssl_cert_file = '%s'".formatted(certificate.certificate()),
            "ALTER SYSTEM SET ssl_key_file = '%s'".formatted(certificate.key()),
            "ALTER SYSTEM SET ssl = on"));
    rules("host all postgres 127.0.0.1/32 trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n");
  }

  /** Lets nobody but the tests' own account in without a password. */
  private void askForPasswords() {
    rules("host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
  }

  private void rules(String rules) {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("SHOW hba_file")) {
        row.next();
        Files.writeString(Path.of(row.getString(1)), rules);
      }
      statement.execute("SELECT pg_reload_conf()");
    } catch (SQLException | IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static final class Shared {
    static final PostgresServer SERVER = start();

    private static PostgresServer start() {
      PostgresServer server = own();
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return server;
    }
  }
}
