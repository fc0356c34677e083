package dev.alidade.bench.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real PostgreSQL server in a folder, reached on this machine only; it can be killed. */
public final class PostgresServer implements AutoCloseable {
  /** Who may do everything, from this machine without a password. */
  public static final String USER = "postgres";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path data;
  private EmbeddedPostgres server;

  private PostgresServer(Path data) throws IOException {
    this.data = data;
    this.server = start(0);
  }

  static PostgresServer start(Path data) throws IOException {
    return new PostgresServer(data);
  }

  private EmbeddedPostgres start(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "off")
            .setServerConfig("max_connections", "100")
            .setPGStartupWait(PATIENCE);
    if (port > 0) {
      builder.setPort(port);
    }
    return builder.start();
  }

  /** Where it listens. */
  public int port() {
    return server.getPort();
  }

  /** The address of its database for JDBC. */
  public String url() {
    return url("postgres");
  }

  /**
   * The address of another database, which is made: what one part does to its tables is its own.
   */
  public String urlOfNew(String database) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    }
    return url(database);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s".formatted(port(), database, USER);
  }

  /** Ends it at once, as a crash of its machine would. */
  public void kill() throws Exception {
    long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    ProcessHandle process = ProcessHandle.of(postmaster).orElseThrow();
    List<ProcessHandle> all = process.descendants().toList();
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    for (ProcessHandle child : all) {
      child.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** Starts it again where it was, with the data that it had. */
  public void comeBack() throws IOException {
    int port = port();
    server.close();
    server = start(port);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
