package dev.alidade.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.audit.AuditFolder;
import dev.alidade.audit.AuditLog;
import dev.alidade.audit.AuditSettings;
import dev.alidade.edge.LocalServer;
import dev.alidade.operation.Json;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The product of one configuration behind its doors; callers say who they are by their keys. */
final class McpHouse implements AutoCloseable {
  private static final String META =
      "{`io.modelcontextprotocol/protocolVersion`:`2026-07-28`,`io.modelcontextprotocol/clientCapabilities`:%s%s}";

  final Product product;
  private final LocalServer server;

  McpHouse(Path folder, String configuration) throws Exception {
    product = open(folder, configuration);
    server =
        new LocalServer(
            router -> new Doors(product, false).mount(router, Set.of(), Optional.empty()));
  }

  /** What stands between the doors; backticks are quotes. */
  static Product open(Path folder, String configuration) throws IOException {
    Path file = Files.writeString(folder.resolve("alidade.yaml"), configuration);
    Config config = new ConfigReader(Registry.engines(), new Environment(Map.of())).read(file);
    Path state = folder.resolve("state");
    AuditLog audit =
        new AuditLog(
            new AuditFolder(state, Optional.empty()), AuditSettings.USUAL, Clock.systemUTC());
    return Product.open(config.sources(), config, audit, state);
  }

  static JsonNode json(String text) {
    try {
      return Json.mapper().readTree(text.replace('`', '"'));
    } catch (IOException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  private HttpRequest.Builder post(String key, String path, String body) {
    return server.post(path, body).header("Authorization", "Bearer " + key);
  }

  /** An operation over REST. */
  JsonNode rest(String key, String operation, String input) throws Exception {
    return Json.mapper()
        .readTree(server.send(post(key, "/api/v1/" + operation, json(input).toString())).body());
  }

  /** A request of the era without sessions. */
  JsonNode rpc(String key, String method, String params) throws Exception {
    return rpc(key, method, params, "{}", "");
  }

  /** The same with capabilities of the client, and more in `_meta`. */
  JsonNode rpc(String key, String method, String params, String capabilities, String meta)
      throws Exception {
    return Json.mapper()
        .readTree(server.send(request(key, message(method, params, capabilities, meta))).body());
  }

  private HttpRequest.Builder request(String key, ObjectNode message) {
    HttpRequest.Builder request =
        post(key, "/mcp", message.toString())
            .header("Accept", "application/json, text/event-stream")
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", message.path("method").asText());
    for (String field : List.of("name", "uri")) {
      if (message.path("params").has(field)) {
        request.header("Mcp-Name", message.path("params").get(field).asText());
      }
    }
    return request;
  }

  private static ObjectNode message(
      String method, String params, String capabilities, String meta) {
    ObjectNode message = (ObjectNode) json("{`jsonrpc`:`2.0`,`id`:1}");
    ObjectNode body = (ObjectNode) json(params);
    body.set("_meta", json(META.formatted(capabilities, meta)));
    message.put("method", method).set("params", body);
    return message;
  }

  /** The same in a session of a revision. */
  JsonNode inSession(String key, String revision, String method, String params) throws Exception {
    HttpResponse<String> begun =
        server.send(
            post(
                    key,
                    "/mcp",
                    json("{`jsonrpc`:`2.0`,`id`:0,`method`:`initialize`,`params`:{`protocolVersion`:`%s`,`capabilities`:{}}}"
                            .formatted(revision))
                        .toString())
                .header("Accept", "application/json, text/event-stream"));
    ObjectNode message = (ObjectNode) json("{`jsonrpc`:`2.0`,`id`:1}");
    message.put("method", method).set("params", json(params));
    return Json.mapper()
        .readTree(
            server
                .send(
                    post(key, "/mcp", message.toString())
                        .header("Accept", "application/json, text/event-stream")
                        .header(
                            "Mcp-Session-Id",
                            begun.headers().firstValue("Mcp-Session-Id").orElseThrow()))
                .body());
  }

  /** The same over standard input and output. */
  JsonNode overStdio(String key, String method, String params) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] line = (message(method, params, "{}", "") + "\n").getBytes(StandardCharsets.UTF_8);
    new Doors(product, false)
        .stdio(Optional.of(key))
        .serve(new ByteArrayInputStream(line), new PrintStream(out, true, StandardCharsets.UTF_8));
    return Json.mapper().readTree(out.toString(StandardCharsets.UTF_8));
  }

  /** What a client that listens for other lists of tools is told, message by message. */
  BufferedReader listening(String key) throws Exception {
    ObjectNode message =
        message("subscriptions/listen", "{`notifications`:{`toolsListChanged`:true}}", "{}", "");
    return new BufferedReader(
        new InputStreamReader(
            server
                .client()
                .send(request(key, message).build(), HttpResponse.BodyHandlers.ofInputStream())
                .body(),
            StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.close();
    product.close();
  }
}
