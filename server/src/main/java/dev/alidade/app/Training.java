package dev.alidade.app;

import dev.alidade.edge.cli.CliDoor;
import dev.alidade.edge.cli.Terminal;
import io.quarkus.runtime.Quarkus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
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

  private static final int AGENT_CALLS = 1_000;

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
                callLikeAnAgent(address);
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

  /** The same kind of call again and again: the JVM also learns what is worth compiling first. */
  private static void callLikeAnAgent(String address) {
    try {
      String session =
          post(
              address,
              "",
              "initialize",
              "{\"protocolVersion\": \"2025-11-25\", \"capabilities\": {}, \"clientInfo\": {\"name\": \"training\", \"version\": \"1\"}}");
      post(address, session, "tools/list", "{}");
      for (int call = 1; call <= AGENT_CALLS; call++) {
        String sql = "SELECT * FROM stores LIMIT " + (call % 10 + 1);
        post(
            address,
            session,
            "tools/call",
            "{\"name\": \"query\", \"arguments\": {\"source\": \"shop\", \"sql\": \"%s\"}}"
                .formatted(sql));
      }
    } catch (IOException unavailable) {
      System.err.println("trained without an agent");
    }
  }

  /** Posts a message and gives the session that it belongs to. */
  private static String post(String address, String session, String method, String params)
      throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(address + "/mcp").toURL().openConnection();
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setRequestProperty("Accept", "application/json, text/event-stream");
    if (!session.isEmpty()) {
      connection.setRequestProperty("Mcp-Session-Id", session);
    }
    String message =
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"%s\", \"params\": %s}"
            .formatted(method, params);
    connection.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
    try (InputStream body = connection.getInputStream()) {
      body.transferTo(OutputStream.nullOutputStream());
    }
    String begun = connection.getHeaderField("Mcp-Session-Id");
    return begun == null ? session : begun;
  }

  private static void read(String address) {
    try (InputStream body = URI.create(address).toURL().openStream()) {
      body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException unavailable) {
      System.err.println("trained without " + address);
    }
  }
}
