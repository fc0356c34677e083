package dev.alidade.engine.mysql;

import dev.alidade.engine.SourceDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A real MariaDB server in a temporary folder, reached on the loopback interface only. Tests of one
 * JVM share one, each class with a database of its own.
 */
public final class MariaDbServer implements AutoCloseable {
  /** An account that may do everything, so that a refusal is never the account's. */
  public static final String USER = "tester";

  public static final String PASSWORD = "right 'horse\\";

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final MariaDbFolder folder;
  private final int port;
  private final List<String> options;
  private Process process;

  private MariaDbServer(MariaDbFolder folder, int port, List<String> options) {
    this.folder = folder;
    this.port = port;
    this.options = options;
  }

  /** The server that all tests of this JVM share; it stops when the JVM ends. */
  public static MariaDbServer shared() {
    return Shared.SERVER;
  }

  /** A server of the test's own, with further options of mariadbd. */
  public static MariaDbServer own(String... options) {
    MariaDbServer server = new MariaDbServer(MariaDbFolder.create(), freePort(), List.of(options));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    server.start();
    return server;
  }

  public String host() {
    return "127.0.0.1";
  }

  public int port() {
    return port;
  }

  /** Makes a fresh, empty database. */
  public String createDatabase() {
    String name = "test_" + DATABASES.incrementAndGet();
    run("", List.of("CREATE DATABASE " + name));
    return name;
  }

  /** A connection of the driver itself, on which everything may be done. */
  public Connection connect(String database) throws SQLException {
    String url = "jdbc:mariadb://%s:%d/%s".formatted(host(), port, database);
    return DriverManager.getConnection(url, USER, PASSWORD);
  }

  /** Runs statements that are written as the standard writes them: double quotes are for names. */
  public void runStandard(String database, List<String> statements) {
    List<String> all = new ArrayList<>();
    all.add("SET sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT,STRICT_ALL_TABLES'");
    all.addAll(statements);
    run(database, all);
  }

  /** Runs statements as MariaDB reads them. */
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

  /** Where the server keeps the files of a database. */
  Path folderOf(String database) {
    return folder.data().resolve(database);
  }

  /** A source on one of the databases. */
  public SourceDefinition source(String name, String database) {
    return new SourceDefinition(
        name,
        "mysql",
        Map.of(
            "host", host(),
            "port", port,
            "database", database,
            "username", USER,
            "password", PASSWORD));
  }

  /** Starts the server (again) on the same port and folder, and waits until it answers. */
  public void start() {
    process = folder.start(port, options);
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("mariadbd did not start:\n" + folder.log());
      }
    }
  }

  /** Ends the server's process without warning. */
  public void kill() {
    stop(process.toHandle()::destroyForcibly);
  }

  /** Lets the server shut down. */
  public void stop() {
    stop(process.toHandle()::destroy);
  }

  @Override
  public void close() {
    kill();
    folder.delete();
  }

  private void stop(Runnable signal) {
    signal.run();
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean answers() {
    try (Connection connection = connect("")) {
      return connection.isValid(5);
    } catch (SQLException notYet) {
      LockSupport.parkNanos(20_000_000);
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static final class Shared {
    static final MariaDbServer SERVER = own();
  }
}
