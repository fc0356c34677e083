package dev.alidade.bench.server;

import dev.alidade.bench.load.HttpConnection;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an MCP client sends over Streamable HTTP. */
final class McpSession {
  private static final Pattern SESSION =
      Pattern.compile("mcp-session-id: *(\\S+)", Pattern.CASE_INSENSITIVE);
  private static final String ACCEPT = "application/json, text/event-stream";

  /** The first message of a client. */
  static final String INITIALIZE =
      message(
          "initialize",
          "{\"protocolVersion\": \"2025-11-25\", \"capabilities\": {},"
              + " \"clientInfo\": {\"name\": \"bench\", \"version\": \"1\"}}");

  private McpSession() {}

  /** Whether a server begins sessions; fails where it does not. */
  static boolean opens(int port) throws IOException {
    return !open(port).isEmpty();
  }

  /** Initializes a session; returns the headers of its calls. */
  static Map<String, String> open(int port) throws IOException {
    try (HttpConnection connection = new HttpConnection(port)) {
      HttpConnection.Answer answer =
          connection.expectOk(HttpConnection.post("/mcp", ACCEPT, INITIALIZE, Map.of()));
      Matcher matcher = SESSION.matcher(answer.headers());
      return matcher.find()
          ? Map.of("Mcp-Session-Id", matcher.group(1), "MCP-Protocol-Version", "2025-11-25")
          : Map.of("MCP-Protocol-Version", "2025-11-25");
    }
  }

  /** A call of a tool. */
  static byte[] call(Map<String, String> session, String tool, String arguments) {
    return request(session, "tools/call", params(tool, arguments));
  }

  static byte[] request(Map<String, String> session, String method, String params) {
    return HttpConnection.post("/mcp", ACCEPT, message(method, params), session);
  }

  static String params(String tool, String arguments) {
    return "{\"name\": \"%s\", \"arguments\": %s}".formatted(tool, arguments);
  }

  static String message(String method, String params) {
    return "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"%s\", \"params\": %s}"
        .formatted(method, params);
  }
}
