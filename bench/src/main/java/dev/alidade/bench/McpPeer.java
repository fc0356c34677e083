package dev.alidade.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running MCP server, ours or another's, that answers statements with one of its tools. */
final class McpPeer implements AutoCloseable {
  /** Stands for the port in a command. */
  static final String PORT = "{port}";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Kind kind;
  private final Process process;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();
  private Map<String, String> headers = Map.of();

  /**
   * How a server is started and asked.
   *
   * @param arguments of its tool, as JSON with {@code %s} for the statement
   */
  record Kind(
      String name,
      List<String> command,
      Map<String, String> environment,
      String tool,
      String arguments) {
    Kind {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
    }
  }

  private McpPeer(Kind kind, Process process, int port) {
    this.kind = kind;
    this.process = process;
    this.port = port;
  }

  /** Starts a server and opens a session where it has sessions. */
  static McpPeer start(Kind kind, Path folder) throws Exception {
    int port = freePort();
    List<String> command = new ArrayList<>();
    kind.command().forEach(word -> command.add(word.replace(PORT, Integer.toString(port))));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(kind.environment());
    Path log = folder.resolve(kind.tool() + port + ".log");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    McpPeer peer = new McpPeer(kind, builder.start(), port);
    long before = System.nanoTime();
    while (System.nanoTime() - before < PATIENCE.toNanos() && peer.process.isAlive()) {
      try {
        peer.headers = McpSession.open(port);
        return peer;
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    peer.close();
    throw new IllegalStateException(kind.name() + " did not start: " + Files.readString(log));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  String name() {
    return kind.name();
  }

  int port() {
    return port;
  }

  /** The request that runs a statement. */
  byte[] call(String sql) {
    return McpSession.call(headers, kind.tool(), kind.arguments().formatted(sql));
  }

  /** The tools that it lists, as JSON without a blank. */
  String tools() throws Exception {
    return JSON.writeValueAsString(ask("tools/list", "{}").at("/result/tools"));
  }

  /** Fails unless the statement's answer holds {@code expected}. */
  void check(String sql, String expected) throws Exception {
    JsonNode answer =
        ask("tools/call", McpSession.params(kind.tool(), kind.arguments().formatted(sql)));
    if (answer.at("/result/isError").asBoolean() || !answer.toString().contains(expected)) {
      throw new IllegalStateException(kind.name() + " answers " + sql + " with " + answer);
    }
  }

  private JsonNode ask(String method, String params) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/mcp"))
            .header("Content-Type", "application/json")
            .header("Accept", McpSession.ACCEPT)
            .POST(HttpRequest.BodyPublishers.ofString(McpSession.message(method, params)));
    headers.forEach(request::header);
    String body = client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    // One message, alone or as an event of a stream.
    return JSON.readTree(body.substring(body.indexOf('{')));
  }

  /** Resident memory in bytes, where the system tells. */
  long residentBytes() throws IOException {
    return ResidentMemory.of(process.pid());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
