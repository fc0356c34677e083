package dev.alidade.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** One session of bare MCP messages with a running product. */
final class McpCalls {
  private final RunningProduct product;
  private final String session;

  private McpCalls(RunningProduct product, String session) {
    this.product = product;
    this.session = session;
  }

  static McpCalls open(RunningProduct product) throws Exception {
    HttpResponse<String> response =
        product.send(
            product
                .post(
                    "/mcp",
                    """
                    {"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {
                      "protocolVersion": "2025-11-25", "capabilities": {},
                      "clientInfo": {"name": "bare", "version": "1"}}}""")
                .header("Accept", "application/json, text/event-stream"));
    return new McpCalls(product, response.headers().firstValue("Mcp-Session-Id").orElseThrow());
  }

  HttpRequest.Builder message(String body) {
    return product
        .post("/mcp", body)
        .header("Accept", "application/json, text/event-stream")
        .header("Mcp-Session-Id", session);
  }

  HttpResponse<String> send(String body) throws Exception {
    return product.send(message(body));
  }

  /** The whole response to a call of a tool, which gives its result as data. */
  JsonNode call(String tool, String arguments) throws Exception {
    ObjectNode request = Rest.JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1);
    request.put("method", "tools/call");
    ObjectNode params = request.putObject("params").put("name", tool);
    params.set("arguments", Rest.JSON.readTree(arguments));
    params.putObject("_meta").put("dev.alidade/structured", true);
    return Rest.JSON.readTree(send(request.toString()).body());
  }
}
