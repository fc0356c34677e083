package dev.alidade.edge.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Caller;
import dev.alidade.edge.LocalServer;
import dev.alidade.edge.SampleOperations;
import dev.alidade.edge.http.HttpSettings;
import dev.alidade.edge.mcp.fixture.Fixtures;
import dev.alidade.edge.mcp.tool.ToolSettings;
import dev.alidade.operation.Credential;
import dev.alidade.operation.LastingCalls;
import dev.alidade.operation.Prepared;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The revision in which every request says all: what it refuses, and what it never tells. */
class StatelessHttpTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String META =
      """
      {"io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientCapabilities": %s}""";
  private static final String CONFIRM = "test_input_required_result_request_state";
  private static final String CAN_ANSWER = "{\"elicitation\": {}}";

  private final SampleOperations operations = new SampleOperations();
  private McpServer mcp;
  private LocalServer server;

  /** Everybody is who their token says. */
  private static Caller named(Credential credential) {
    return credential instanceof Credential.Bearer(var entrance, String token)
        ? new Caller(token, Set.of(), Map.of(), entrance.door())
        : Caller.LOCAL.through(credential.entrance().door());
  }

  private static HttpSettings settings() {
    return new HttpSettings("1", Set.of(), StatelessHttpTest::named, () -> true);
  }

  @BeforeEach
  void start() throws Exception {
    mcp =
        new McpServer(
            Offer.of(operations.registry(), ToolSettings.EVERYTHING, Prepared.NOTHING)
                .and(Fixtures.offer()),
            McpSettings.inMemory(new Introduction("1", "")));
    server = new LocalServer(new McpHttpDoor(mcp, settings())::mount);
  }

  @AfterEach
  void stop() {
    mcp.close();
    server.close();
  }

  private static ObjectNode message(String method, String params, String capabilities)
      throws Exception {
    ObjectNode message = JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1);
    message.put("method", method);
    ObjectNode body = (ObjectNode) JSON.readTree(params);
    body.set("_meta", JSON.readTree(META.formatted(capabilities)));
    message.set("params", body);
    return message;
  }

  private HttpRequest.Builder post(ObjectNode message) {
    HttpRequest.Builder request =
        server
            .post("/mcp", message.toString())
            .header("Accept", "application/json, text/event-stream")
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", message.path("method").asText());
    for (String field : List.of("name", "uri", "taskId")) {
      if (message.path("params").has(field)) {
        request.header("Mcp-Name", message.path("params").get(field).asText());
      }
    }
    return request;
  }

  private JsonNode send(HttpRequest.Builder request) throws Exception {
    return JSON.readTree(server.send(request).body());
  }

  private JsonNode confirm(String more) throws Exception {
    return send(post(confirmation(more)));
  }

  private static ObjectNode confirmation(String more) throws Exception {
    return message(
        "tools/call",
        "{\"name\": \"%s\", \"arguments\": {}%s}".formatted(CONFIRM, more),
        CAN_ANSWER);
  }

  private static String answered(String state) {
    return """
        , "inputResponses": {"confirm": {"action": "accept", "content": {"ok": true}}},
          "requestState": "%s"\
        """
        .formatted(state);
  }

  private String state() throws Exception {
    JsonNode asked = confirm("");
    assertThat(asked.at("/result/resultType").asText()).isEqualTo("input_required");
    return asked.at("/result/requestState").asText();
  }

  private static void assertRefused(JsonNode response) {
    assertThat(response.at("/error/code").asInt()).isEqualTo(-32602);
    assertThat(response.at("/error/message").asText()).contains("send the request again without");
  }

  @Test
  void aStateCountsOnce() throws Exception {
    String state = state();

    assertThat(confirm(answered(state)).at("/result/content/0/text").asText()).contains("state-ok");
    assertRefused(confirm(answered(state)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, -1})
  void aStateThatSomebodyChangedIsRefused(int place) throws Exception {
    char[] letters = state().toCharArray();
    int index = place < 0 ? letters.length - 2 : place;
    letters[index] = letters[index] == 'A' ? 'B' : 'A';

    assertRefused(confirm(answered(new String(letters))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "e30.e30", "no state at all", "ä.ö"})
  void whatIsNoStateIsRefused(String state) throws Exception {
    assertRefused(confirm(answered(state)));
  }

  @Test
  void aStateIsOfOneCaller() throws Exception {
    JsonNode mallory =
        send(post(confirmation(answered(state()))).header("Authorization", "Bearer mallory"));

    assertRefused(mallory);
  }

  @Test
  void aStateIsOfOneRequest() throws Exception {
    ObjectNode other =
        message(
            "tools/call",
            "{\"name\": \"test_input_required_result_multi_round\", \"arguments\": {}%s}"
                .formatted(answered(state())),
            CAN_ANSWER);
    assertRefused(send(post(other)));

    ObjectNode changed =
        message(
            "tools/call",
            "{\"name\": \"%s\", \"arguments\": {\"sql\": \"DROP\"}%s}"
                .formatted(CONFIRM, answered(state())),
            CAN_ANSWER);
    assertRefused(send(post(changed)));
  }

  @Test
  void aStateHoldsNoMoreThanItMust() throws Exception {
    String state = state();
    String letter =
        new String(
            Base64.getUrlDecoder().decode(state.substring(0, state.indexOf('.'))),
            StandardCharsets.UTF_8);

    assertThat(JSON.readTree(letter).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("until", "nonce", "caller", "request", "state");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
        "https://evil.example",
        "null",
        "http://localhost:8484@evil.example"
      })
  void aPageOfAnotherOriginGetsNothing(String origin) throws Exception {
    HttpResponse<String> response =
        server.send(post(message("tools/list", "{}", "{}")).header("Origin", origin));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).doesNotContain("inputSchema");
  }

  @Test
  void aForeignHostGetsNothing() throws Exception {
    String body = message("tools/list", "{}", "{}").toString();
    for (String host : List.of("evil.example", "localhost.evil.example")) {
      assertThat(
              server.rawStatus(
                  "POST /mcp HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                      .formatted(host, body.length(), body)))
          .isEqualTo(403);
    }
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedAndTheServerGoesOn() throws Exception {
    byte[] tooLarge = new byte[33 * 1024 * 1024];
    Arrays.fill(tooLarge, (byte) ' ');
    HttpResponse<String> response =
        server.send(
            post(message("tools/list", "{}", "{}"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(tooLarge)));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(send(post(message("tools/list", "{}", "{}"))).at("/result/tools")).isNotEmpty();
  }

  @Test
  void closingTheConnectionStopsTheWork() throws Exception {
    ObjectNode waiting = message("tools/call", "{\"name\": \"wait\"}", "{}");
    String body = waiting.toString();
    try (Socket socket =
        server.raw(
            """
            POST /mcp HTTP/1.1
            Host: localhost
            Content-Type: application/json
            Accept: application/json, text/event-stream
            MCP-Protocol-Version: 2026-07-28
            Mcp-Method: tools/call
            Mcp-Name: wait
            Content-Length: %d

            %s"""
                .formatted(body.length(), body)
                .replace("\n", "\r\n"))) {
      assertThat(operations.entered.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(socket.isConnected()).isTrue();
    }
    assertThat(operations.stopped.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aSlowCallBecomesATaskThatItsCallerAloneSees() throws Exception {
    mcp.close();
    server.close();
    mcp =
        new McpServer(
            Offer.of(operations.registry(), ToolSettings.EVERYTHING, Prepared.NOTHING),
            new McpSettings(
                new Introduction("1", ""),
                McpSettings.inMemory(new Introduction("1", "")).stateKey(),
                LastingCalls.inMemory(),
                Duration.ofMillis(100),
                Clock.systemUTC()));
    server = new LocalServer(new McpHttpDoor(mcp, settings())::mount);
    String tasks = "{\"extensions\": {\"io.modelcontextprotocol/tasks\": {}}}";

    JsonNode created = send(post(message("tools/call", "{\"name\": \"wait\"}", tasks)));
    assertThat(created.at("/result/resultType").asText()).isEqualTo("task");
    String get = "{\"taskId\": \"%s\"}".formatted(created.at("/result/taskId").asText());
    assertThat(send(post(message("tasks/get", get, tasks))).at("/result/status").asText())
        .isEqualTo("working");
    assertThat(
            send(post(message("tasks/get", get, tasks)).header("Authorization", "Bearer mallory"))
                .at("/error/code")
                .asInt())
        .isEqualTo(-32602);
    send(post(message("tasks/cancel", get, tasks)));
    assertThat(send(post(message("tasks/get", get, tasks))).at("/result/status").asText())
        .isEqualTo("cancelled");
    assertThat(operations.stopped.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void tellsWhoListensOfChangesUntilTheyLeave() throws Exception {
    String body =
        message("subscriptions/listen", "{\"notifications\": {\"toolsListChanged\": true}}", "{}")
            .toString();
    try (Socket socket =
        server.raw(
            """
            POST /mcp HTTP/1.1
            Host: localhost
            Content-Type: application/json
            Accept: application/json, text/event-stream
            MCP-Protocol-Version: 2026-07-28
            Mcp-Method: subscriptions/listen
            Content-Length: %d

            %s"""
                .formatted(body.length(), body)
                .replace("\n", "\r\n"))) {
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertThat(nextData(reader)).contains("notifications/subscriptions/acknowledged");
      assertThat(mcp.subscriptions().count()).isOne();
      send(post(message("tools/call", "{\"name\": \"test_trigger_tool_change\"}", "{}")));
      assertThat(nextData(reader))
          .contains("notifications/tools/list_changed", "subscriptionId\":1");
    }
    for (int tries = 0; tries < 100 && mcp.subscriptions().count() > 0; tries++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(mcp.subscriptions().count()).isZero();
  }

  private static String nextData(BufferedReader reader) throws Exception {
    String line = reader.readLine();
    while (!line.startsWith("data: {")) {
      line = reader.readLine();
    }
    return line;
  }
}
