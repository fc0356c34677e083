package dev.alidade.bench;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an MCP client sends over Streamable HTTP. */
final class McpSession {
  private static final Pattern SESSION =
      Pattern.compile("mcp-session-id: *(\\S+)", Pattern.CASE_INSENSITIVE);
  static final String ACCEPT = "application/json, text/event-stream";

  private McpSession() {}

  /** Initializes a session; returns the headers of its calls. */
  static Map<String, String> open(int port) throws IOException {
    try (HttpConnection connection = new HttpConnection(port)) {
      HttpConnection.Answer answer =
          connection.expectOk(
              HttpConnection.post(
                  "/mcp",
                  ACCEPT,
                  """
                  {"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {
                    "protocolVersion": "2025-11-25", "capabilities": {},
                    "clientInfo": {"name": "bench", "version": "1"}}}
                  """,
                  Map.of()));
      Matcher matcher = SESSION.matcher(answer.headers());
      return matcher.find()
          ? Map.of("Mcp-Session-Id", matcher.group(1), "MCP-Protocol-Version", "2025-11-25")
          : Map.of("MCP-Protocol-Version", "2025-11-25");
    }
  }

  /** A call of the tool {@code query}. */
  static byte[] call(Map<String, String> session, String arguments) {
    return call(session, "query", arguments);
  }

  /** A call of a tool. */
  static byte[] call(Map<String, String> session, String tool, String arguments) {
    return HttpConnection.post(
        "/mcp", ACCEPT, message("tools/call", params(tool, arguments)), session);
  }

  static String params(String tool, String arguments) {
    return "{\"name\": \"%s\", \"arguments\": %s}".formatted(tool, arguments);
  }

  static String message(String method, String params) {
    return "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"%s\", \"params\": %s}"
        .formatted(method, params);
  }
}
