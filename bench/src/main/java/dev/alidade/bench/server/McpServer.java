package dev.alidade.bench.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alidade.bench.load.HttpConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A running MCP server, ours or another's, that answers statements with one of its tools. */
public final class McpServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Kind kind;
  private final ServerProcess process;
  private final Map<String, String> headers;

  /**
   * How a server is started and asked.
   *
   * @param arguments of its tool, as JSON with {@code %s} for the statement
   */
  public record Kind(String name, ServerCommand command, String tool, String arguments) {}

  private McpServer(Kind kind, ServerProcess process, Map<String, String> headers) {
    this.kind = kind;
    this.process = process;
    this.headers = Map.copyOf(headers);
  }

  /** Starts a server and opens a session where it has sessions. */
  public static McpServer start(Kind kind, Path folder) throws Exception {
    ServerProcess process = ServerProcess.start(kind.command(), folder, McpSession::opens).server();
    return new McpServer(kind, process, McpSession.open(process.port()));
  }

  /** Whose it is. */
  public String name() {
    return kind.name();
  }

  /** Where it runs. */
  public ServerProcess process() {
    return process;
  }

  /** The request that runs a statement. */
  public byte[] call(String sql) {
    return McpSession.call(headers, kind.tool(), kind.arguments().formatted(sql));
  }

  /** The tools that it lists, as JSON without a blank. */
  public String tools() throws IOException {
    return JSON.writeValueAsString(
        ask(McpSession.request(headers, "tools/list", "{}")).at("/result/tools"));
  }

  /** Fails unless the statement's answer holds {@code expected}. */
  public void check(String sql, String expected) throws IOException {
    JsonNode answer = ask(call(sql));
    if (answer.at("/result/isError").asBoolean() || !answer.toString().contains(expected)) {
      throw new IllegalStateException(name() + " answers " + sql + " with " + answer);
    }
  }

  private JsonNode ask(byte[] request) throws IOException {
    try (HttpConnection connection = new HttpConnection(process.port())) {
      String body = connection.expectOk(request).body();
      // One message, alone or as an event of a stream.
      return JSON.readTree(body.substring(body.indexOf('{')));
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
