package dev.alidade.app;

import dev.alidade.edge.cli.CliDoor;
import dev.alidade.edge.cli.Terminal;
import io.quarkus.runtime.Quarkus;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The run that the JVM learns from what to load at the next start: what a person does in the first
 * minute, against this very server. An answer that fails is no matter here; the tests look at that.
 */
final class Training {
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("help"),
          List.of("list-sources"),
          List.of("describe-source", "--source", "shop"),
          List.of("sql", "SELECT count(*) FROM orders", "--source", "shop"),
          List.of("sql", "SELECT * FROM stores", "--source", "shop", "--format", "csv"),
          List.of("check-sql", "DELETE FROM orders", "--source", "shop"),
          List.of("ask", "top 5 products by revenue"),
          List.of("ask", "orders per month in 2025", "--format", "json"));

  private Training() {}

  /** Runs beside the server and stops it at the end. */
  static void start(String address, Terminal terminal) {
    Thread.ofPlatform()
        .name("training")
        .start(
            () -> {
              try {
                COMMANDS.forEach(command -> run(command, address, terminal));
                List.of("/", "/openapi.json", "/healthz").forEach(path -> read(address + path));
              } finally {
                Quarkus.asyncExit(0);
              }
            });
  }

  private static void run(List<String> command, String address, Terminal terminal) {
    PrintStream quiet = new PrintStream(System.err, false, StandardCharsets.UTF_8);
    Environment environment = new Environment(System.getenv());
    int code =
        new CliDoor(
                new LocalWorkplace(environment, quiet),
                Map.of("ALIDADE_SERVER", address),
                terminal,
                new ByteArrayInputStream(new byte[0]),
                quiet,
                quiet)
            .run(command, List.of());
    System.err.println("trained: " + String.join(" ", command) + " -> " + code);
  }

  private static void read(String address) {
    try (InputStream body = URI.create(address).toURL().openStream()) {
      body.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (java.io.IOException unavailable) {
      System.err.println("trained without " + address);
    }
  }
}
