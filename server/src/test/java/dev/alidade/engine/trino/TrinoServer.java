package dev.alidade.engine.trino;

import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.TestCertificate;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real Trino, coordinator and worker, in a JVM of its own: the catalogs {@code memory} and {@code
 * tpch}, no passwords. Tests of one JVM share one, each class with a schema of its own.
 */
public final class TrinoServer implements AutoCloseable {
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private final Process process;
  private final BufferedReader answers;
  private final int port;
  private final int securePort;
  private final TestCertificate certificate;
  private final Path passwords;

  private TrinoServer(
      Process process,
      BufferedReader answers,
      String ports,
      TestCertificate certificate,
      Path passwords) {
    this.process = process;
    this.answers = answers;
    this.port = Integer.parseInt(ports.split(" ", -1)[0]);
    this.securePort = Integer.parseInt(ports.split(" ", -1)[1]);
    this.certificate = certificate;
    this.passwords = passwords;
  }

  /** The server that all tests of this JVM share; it stops when the JVM ends, however it ends. */
  public static TrinoServer shared() {
    return Shared.SERVER;
  }

  /** A server of the test's own; it takes some ten seconds and a gigabyte. */
  public static TrinoServer own() {
    return start();
  }

  public int port() {
    return port;
  }

  /** Where it listens for HTTPS, on which it asks for a password. */
  public int securePort() {
    return securePort;
  }

  /** Whom to trust at the secure port. */
  public TestCertificate certificate() {
    return certificate;
  }

  /** Makes as many tables in the catalog {@code many}; only once. */
  void createMany(int tables) {
    try {
      process.outputWriter(StandardCharsets.UTF_8).append(tables + "\n").flush();
      if (answers.readLine() == null) {
        throw new IllegalStateException("Trino has ended");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Lets users in at the secure port; all others are forgotten. */
  public void passwords(Map<String, String> ofUsers) {
    Properties all = new Properties();
    all.putAll(ofUsers);
    try (Writer writer = Files.newBufferedWriter(passwords)) {
      all.store(writer, "");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Makes a fresh, empty schema in the catalog {@code memory}. */
  public String createSchema() {
    String name = "test_" + SCHEMAS.incrementAndGet();
    run("default", List.of("CREATE SCHEMA " + name));
    return name;
  }

  /** A connection of the driver itself, on which everything may be done. */
  public Connection connect(String catalog, String schema) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "tester");
    String url = "jdbc:trino://127.0.0.1:%d/%s/%s".formatted(port, catalog, schema);
    return DriverManager.getConnection(url, properties);
  }

  /** Runs statements as Trino reads them, in a schema of the catalog {@code memory}. */
  public void run(String schema, List<String> statements) {
    try (Connection connection = connect("memory", schema);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A source on one schema. */
  public SourceDefinition source(String name, String catalog, String schema) {
    return new SourceDefinition(
        name,
        "trino",
        Map.of(
            "host", "127.0.0.1",
            "port", port,
            "catalog", catalog,
            "schema", schema,
            "username", "alidade"));
  }

  /** Ends the server's process without warning. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  private static TrinoServer start() {
    Path runner = runnerFolder();
    Path classPath = runner.resolve("target/classpath.txt");
    Path classes = runner.resolve("target/classes");
    if (!Files.exists(classPath) || !Files.exists(classes)) {
      throw new IllegalStateException(
          "The Trino that tests run is not built: run `mvn -q -f trino-runner/pom.xml compile`"
              + " (./alidade test does it by itself)");
    }
    try {
      Path log = Files.createTempFile("trino-runner", ".log");
      log.toFile().deleteOnExit();
      TestCertificate certificate = TestCertificate.of("ip:127.0.0.1");
      Path passwords = Files.createTempFile("trino-runner", ".passwords");
      passwords.toFile().deleteOnExit();
      List<String> command = command(classes + File.pathSeparator + Files.readString(classPath));
      command.add(certificate.keyStore().toString());
      command.add(passwords.toString());
      Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
      String ports = answers.readLine();
      if (ports == null) {
        throw new IllegalStateException("Trino did not start:\n" + Files.readString(log));
      }
      return new TrinoServer(process, answers, ports.strip(), certificate, passwords);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What Trino wants of its JVM, and as little memory as it works with. */
  private static List<String> command(String classPath) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx2g",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--add-modules=jdk.incubator.vector",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath.strip(),
            "dev.alidade.trino.TrinoRunner"));
    return command;
  }

  private static Path runnerFolder() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("trino-runner/pom.xml"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("There is no trino-runner in the folders above the tests");
      }
    }
    return folder.resolve("trino-runner");
  }

  private static final class Shared {
    static final TrinoServer SERVER = start();
  }
}
