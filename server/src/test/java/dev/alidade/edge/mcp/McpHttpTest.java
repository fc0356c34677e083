package dev.alidade.edge.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alidade.edge.LocalServer;
import dev.alidade.edge.SampleOperations;
import dev.alidade.edge.http.HttpSettings;
import dev.alidade.operation.Authenticator;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McpHttpTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final SampleOperations operations = new SampleOperations();
  private LocalServer server;
  private String session;

  @BeforeEach
  void start() throws Exception {
    McpServer mcp =
        SampleMcp.of(
            operations.registry(), List.of(new SampleResources()), List.of(SampleResources.PROMPT));
    HttpSettings settings = new HttpSettings("1.2.3", Set.of(), Authenticator.OPEN, () -> true);
    server = new LocalServer(new McpHttpDoor(mcp, settings)::mount);
    session = initialize("2025-11-25").headers().firstValue("Mcp-Session-Id").orElseThrow();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpRequest.Builder message(String body) {
    return server
        .post("/mcp", body)
        .header("Accept", "application/json, text/event-stream")
        .header("Mcp-Session-Id", session);
  }

  private HttpResponse<String> initialize(String revision) throws Exception {
    return server.send(
        server
            .post(
                "/mcp",
                """
                {"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {
                  "protocolVersion": "%s", "capabilities": {},
                  "clientInfo": {"name": "test", "version": "1"}}}"""
                    .formatted(revision))
            .header("Accept", "application/json, text/event-stream"));
  }

  private JsonNode call(String method, String params) throws Exception {
    HttpResponse<String> response = server.send(message(request(1, method, params)));
    assertThat(response.statusCode()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private JsonNode tool(String name, String arguments) throws Exception {
    return call("tools/call", "{\"name\": \"%s\", \"arguments\": %s}".formatted(name, arguments));
  }

  private static String request(int id, String method, String params) {
    return "{\"jsonrpc\": \"2.0\", \"id\": %d, \"method\": \"%s\", \"params\": %s}"
        .formatted(id, method, params);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-25, 2025-11-25",
    "2025-06-18, 2025-06-18",
    "2025-03-26, 2025-03-26",
    "2024-11-05, 2025-11-25",
    "2099-01-01, 2025-11-25"
  })
  void agreesOnARevision(String proposed, String agreed) throws Exception {
    JsonNode result = JSON.readTree(initialize(proposed).body()).get("result");

    assertThat(result.get("protocolVersion").asText()).isEqualTo(agreed);
    assertThat(result.get("capabilities").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "tools", "resources", "prompts", "logging", "completions", "extensions");
    assertThat(result.get("instructions").asText()).isEqualTo("Be kind.");
    assertThat(result.at("/serverInfo/version").asText()).isEqualTo("1.2.3");
  }

  @Test
  void listsEveryOperationAsATool() throws Exception {
    JsonNode tools = call("tools/list", "{}").at("/result/tools");

    assertThat(tools.findValuesAsText("name"))
        .contains("echo", "table", "fail", "wait", "lines", "forget");
    JsonNode echo = tools.get(0);
    assertThat(echo.at("/inputSchema/type").asText()).isEqualTo("object");
    assertThat(echo.at("/inputSchema/properties/text/type").asText()).isEqualTo("string");
    assertThat(echo.at("/annotations/readOnlyHint").asBoolean()).isTrue();
    JsonNode forget = tools.get(5);
    assertThat(forget.at("/annotations/readOnlyHint").asBoolean(true)).isFalse();
    assertThat(forget.at("/annotations/destructiveHint").asBoolean()).isTrue();
  }

  @Test
  void callsATool() throws Exception {
    JsonNode result = tool("table", "{\"rows\": 2}").get("result");

    assertThat(result.at("/content/0/text").asText())
        .isEqualTo("id\tname\tnote\n0\tname 0\tnull\n1\tname 1\tnull\ntruncated: false");
    assertThat(result.has("structuredContent")).isFalse();
    assertThat(result.has("isError")).isFalse();
  }

  @Test
  void givesDataToThoseWhoAskForIt() throws Exception {
    String asking = "\"_meta\": {\"dev.alidade/structured\": true}";
    JsonNode result =
        call(
                "tools/call",
                "{\"name\": \"table\", \"arguments\": {\"rows\": 2}, %s}".formatted(asking))
            .get("result");

    assertThat(result.at("/structuredContent/rows").toString())
        .isEqualTo("[[0,\"name 0\",null],[1,\"name 1\",null]]");
    assertThat(result.at("/content/0/text").asText()).doesNotContain("name 0");
    JsonNode echo = call("tools/list", "{%s}".formatted(asking)).at("/result/tools/0");
    assertThat(echo.at("/outputSchema/properties/text/type").asText()).isEqualTo("string");
  }

  @Test
  void aFailureThatACallerCanActOnIsAResult() throws Exception {
    JsonNode result = tool("fail", "{\"how\": \"place\"}").get("result");

    assertThat(result.get("isError").asBoolean()).isTrue();
    assertThat(result.at("/content/0/text").asText())
        .isEqualTo("SYNTAX_ERROR at line 2, column 3: Unexpected `FORM`");
    assertThat(result.at("/_meta/dev.alidade~1error/type").asText()).isEqualTo("USER");
    for (String code : List.of("TABLE_DENIED", "OVERLOADED", "ENGINE_FAILED")) {
      assertThat(tool("fail", "{\"how\": \"" + code + "\"}").at("/result/isError").asBoolean())
          .isTrue();
    }
    assertThat(tool("echo", "{\"txt\": 1}").at("/result/content/0/text").asText())
        .startsWith("INVALID_INPUT: ");
  }

  @ParameterizedTest
  @CsvSource({"runtime", "stack", "memory", "INTERNAL"})
  void anInternalFailureIsAnErrorWithAnId(String how) throws Exception {
    JsonNode response = tool("fail", "{\"how\": \"" + how + "\"}");

    assertThat(response.at("/error/code").asInt()).isEqualTo(-32603);
    assertThat(response.at("/error/data/id").asText()).hasSize(36);
    assertThat(response.toString()).doesNotContain("secret", "said", "Exception");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tools/call              | {"name": "ecko"}               | -32602 | did you mean `echo`?
          tools/call              | {}                             | -32602 | name
          tools/bake              | {}                             | -32601 | tools/bake
          resources/read          | {"uri": "file:///etc/passwd"}  | -32002 | No resource
          resources/read          | {"uri": "notes://all/999"}     | -32002 | No note 999
          resources/list          | {"cursor": "x"}                | -32602 | cursor
          prompts/get             | {"name": "explode"}            | -32602 | explore
          prompts/get             | {"name": "explore"}            | -32602 | source
          logging/setLevel        | {"level": "loud"}              | -32602 | loud
          """)
  void refusesWhatIsNotThere(String method, String params, int code, String words)
      throws Exception {
    JsonNode error = call(method, params).get("error");

    assertThat(error.get("code").asInt()).isEqualTo(code);
    assertThat(error.get("message").asText()).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"jsonrpc":                                        | -32700
          ''                                                 | -32700
          7                                                  | -32600
          {"id": 1, "method": "ping"}                        | -32600
          {"jsonrpc": "2.0", "id": null, "method": "ping"}   | -32600
          {"jsonrpc": "2.0", "id": 1}                        | -32600
          {"jsonrpc": "2.0", "id": 1, "method": 3}           | -32600
          {"jsonrpc": "2.0", "id": 1, "method": "ping", "params": []} | -32600
          [{"jsonrpc": "2.0", "id": 1, "method": "ping"}]    | -32600
          """)
  void refusesWhatIsNoMessage(String body, int code) throws Exception {
    HttpResponse<String> response = server.send(message(body));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(response.body()).at("/error/code").asInt()).isEqualTo(code);
    assertThat(call("ping", "{}").get("result").isEmpty()).isTrue();
  }

  @Test
  void readsResourcesAndPrompts() throws Exception {
    JsonNode page = call("resources/list", "{}").get("result");
    assertThat(page.get("resources")).hasSize(200);
    JsonNode next =
        call("resources/list", "{\"cursor\": " + page.get("nextCursor") + "}").get("result");
    assertThat(next.get("resources")).hasSize(50);
    assertThat(next.has("nextCursor")).isFalse();
    assertThat(call("resources/templates/list", "{}").toString()).contains("notes://all/{number}");
    assertThat(
            call("resources/read", "{\"uri\": \"notes://all/7\"}")
                .at("/result/contents/0/text")
                .asText())
        .isEqualTo("words of notes://all/7");
    assertThat(call("prompts/list", "{}").at("/result/prompts/0/arguments")).hasSize(2);
    assertThat(
            call("prompts/get", "{\"name\": \"explore\", \"arguments\": {\"source\": \"shop\"}}")
                .at("/result/messages/0/content/text")
                .asText())
        .isEqualTo("Explore shop for fun");
  }

  @Test
  void tellsProgressToThoseWhoGiveAToken() throws Exception {
    HttpResponse<String> response =
        server.send(
            message(
                request(
                    5,
                    "tools/call",
                    """
                    {"name": "table", "arguments": {"rows": 0}, "_meta": {"progressToken": "t"}}""")));

    assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
    List<String> data = response.body().lines().filter(line -> line.startsWith("data: {")).toList();
    assertThat(data).hasSize(3);
    assertThat(data.get(0))
        .contains("\"progressToken\":\"t\",\"progress\":1,\"message\":\"understood\"");
    assertThat(data.get(1)).contains("\"progress\":2");
    assertThat(data.get(2)).contains("\"id\":5", "\"content\"");
  }

  @Test
  void logsStepsToThoseWhoWantThem() throws Exception {
    call("logging/setLevel", "{\"level\": \"debug\"}");
    HttpResponse<String> response =
        server.send(
            message(request(6, "tools/call", "{\"name\":\"table\",\"arguments\":{\"rows\":0}}")));

    assertThat(response.body())
        .contains("notifications/message", "\"level\":\"info\"")
        .doesNotContain("notifications/progress");
  }

  @Test
  void aCancelledRequestStopsAndGetsNoResponse() throws Exception {
    CompletableFuture<HttpResponse<String>> waiting =
        server
            .client()
            .sendAsync(
                message(request(9, "tools/call", "{\"name\": \"wait\"}")).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(operations.entered.await(10, TimeUnit.SECONDS)).isTrue();
    HttpResponse<String> cancelled =
        server.send(
            message(
                """
                {"jsonrpc": "2.0", "method": "notifications/cancelled", "params":
                  {"requestId": 9, "reason": "enough"}}"""));

    assertThat(cancelled.statusCode()).isEqualTo(202);
    assertThat(operations.stopped.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(waiting.get(10, TimeUnit.SECONDS).body()).isEmpty();
  }

  @Test
  void closingTheConnectionCancels() throws Exception {
    String body = request(9, "tools/call", "{\"name\": \"wait\", \"_meta\":{\"progressToken\":1}}");
    try (Socket socket = server.raw(raw("POST", body))) {
      assertThat(operations.entered.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(socket.isConnected()).isTrue();
    }
    assertThat(operations.stopped.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void opensAStreamToListenAndEndsItWithTheSession() throws Exception {
    try (Socket socket = server.raw(raw("GET", ""))) {
      assertThat(head(socket)).startsWith("HTTP/1.1 200").contains("text/event-stream");
      HttpResponse<String> deleted =
          server.send(server.to("/mcp").DELETE().header("Mcp-Session-Id", session));
      assertThat(deleted.statusCode()).isEqualTo(204);
      assertThat(new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII))
          .isEqualTo("0\r\n\r\n");
    }
    assertThat(server.send(message(request(1, "ping", "{}"))).statusCode()).isEqualTo(404);
  }

  @Test
  void needsASessionAFittingRevisionAndJson() throws Exception {
    String ping = request(1, "ping", "{}");
    assertThat(server.send(server.post("/mcp", ping)).statusCode()).isEqualTo(400);
    assertThat(
            server.send(server.post("/mcp", ping).header("Mcp-Session-Id", "guess")).statusCode())
        .isEqualTo(404);
    assertThat(server.send(message(ping).header("MCP-Protocol-Version", "1999-01-01")).statusCode())
        .isEqualTo(400);
    assertThat(server.send(message(ping).setHeader("Accept", "text/html")).statusCode())
        .isEqualTo(406);
    assertThat(server.send(message(ping).setHeader("Content-Type", "text/plain")).statusCode())
        .isEqualTo(415);
    assertThat(
            server
                .send(message(ping).setHeader("Origin", "http://localhost.evil.example"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            server
                .send(message(ping).method("PUT", HttpRequest.BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(405);
    assertThat(
            server
                .send(message("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}"))
                .statusCode())
        .isEqualTo(202);
  }

  @Test
  void takesBatchesInTheRevisionThatHasThem() throws Exception {
    session = initialize("2025-03-26").headers().firstValue("Mcp-Session-Id").orElseThrow();
    HttpResponse<String> response =
        server.send(
            message(
                "["
                    + request(1, "ping", "{}")
                    + ", {\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}, "
                    + request(2, "ping", "{}")
                    + "]"));

    assertThat(response.body())
        .isEqualTo(
            "[{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}},{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}]");
  }

  private String raw(String method, String body) {
    return """
        %s /mcp HTTP/1.1
        Host: localhost
        Content-Type: application/json
        Accept: application/json, text/event-stream
        Mcp-Session-Id: %s
        Content-Length: %d

        %s"""
        .formatted(method, session, body.length(), body)
        .replace("\n", "\r\n");
  }

  private static String head(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    // The head and the comment that opens the stream.
    while (!head.toString().endsWith(":\n\n\r\n")) {
      head.append((char) socket.getInputStream().read());
    }
    return head.toString();
  }
}
