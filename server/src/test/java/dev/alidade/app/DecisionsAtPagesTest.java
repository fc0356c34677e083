package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.audit.AuditFolder;
import dev.alidade.audit.AuditLog;
import dev.alidade.audit.AuditSettings;
import dev.alidade.edge.LocalServer;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.operation.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model's write sends a person to a page; the call answers with what was decided there. */
class DecisionsAtPagesTest {
  private static final String AGENT = "the-key-of-the-agent";
  private static final String ADA = "the-key-of-the-chief";
  private static final String EVE = "the-key-of-a-reader";
  private static final String PAGES = "https://data.example";
  private static final String BY_PAGE = "{\"elicitation\": {\"form\": {}, \"url\": {}}}";
  private static final String CONFIGURATION =
      """
      sources:
        - { name: shop, engine: sqlite, path: shop.sqlite, writable: true }
      roles:
        - { name: clerk, rights: [read, write] }
        - { name: chief, rights: [read, define] }
        - { name: reader, rights: [read], operations: [query, show_approval, approve] }
      callers:
        - { name: agent, roles: [clerk], api-key: %s }
        - { name: ada, roles: [chief], api-key: %s }
        - { name: eve, roles: [reader], api-key: %s }
      """
          .formatted(AGENT, ADA, EVE);
  private static final String WRITE =
      """
      "name": "run_write", "arguments": {"source": "shop",
        "sql": "UPDATE orders SET status = 'sent' WHERE status = 'open'"}""";

  @TempDir private Path folder;
  private Product product;
  private LocalServer server;

  @BeforeEach
  void start() throws Exception {
    SqliteFile.create(
        folder.resolve("shop.sqlite"),
        List.of(
            "CREATE TABLE orders (id INTEGER PRIMARY KEY, status TEXT)",
            "INSERT INTO orders VALUES (1, 'open'), (2, 'open'), (3, 'sent')"));
    open(config -> config.servedAt(URI.create(PAGES)));
  }

  @AfterEach
  void stop() {
    server.close();
    product.close();
  }

  private void open(UnaryOperator<Config> served) throws Exception {
    Path file = Files.writeString(folder.resolve("alidade.yaml"), CONFIGURATION);
    Config config =
        served.apply(new ConfigReader(Registry.engines(), new Environment(Map.of())).read(file));
    AuditLog audit =
        new AuditLog(
            new AuditFolder(folder.resolve("state"), Optional.empty()),
            AuditSettings.USUAL,
            Clock.systemUTC());
    product = Product.openQuickly(config.sources(), config, audit, folder.resolve("state"));
    server =
        new LocalServer(
            router -> new Doors(product, false).mount(router, Set.of(), Optional.empty()));
  }

  private HttpRequest.Builder post(String body) {
    return server
        .post("/mcp", body)
        .header("Authorization", "Bearer " + AGENT)
        .header("Accept", "application/json, text/event-stream");
  }

  private HttpResponse<String> rest(String key, String operation, String input) throws Exception {
    return server.send(
        server.post("/api/v1/" + operation, input).header("Authorization", "Bearer " + key));
  }

  private String open(String id) throws Exception {
    return rest(ADA, "show_approval", approval(id)).body();
  }

  private static String approval(String id) {
    return "{\"approval\":\"%s\"}".formatted(id);
  }

  private int sent() throws Exception {
    String count =
        "{\"source\":\"shop\",\"sql\":\"SELECT count(*) FROM orders WHERE status = 'sent'\"}";
    return Json.mapper().readTree(rest(EVE, "query", count).body()).at("/rows/0/0").asInt();
  }

  /** A session, and the events that come for its one call. */
  private final class Session {
    private final String id;
    private BufferedReader events;

    Session(String revision, String capabilities) throws Exception {
      HttpRequest.Builder initialize =
          post(
              """
              {"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {
                "protocolVersion": "%s", "capabilities": %s,
                "clientInfo": {"name": "test", "version": "1"}}}"""
                  .formatted(revision, capabilities));
      id = server.send(initialize).headers().firstValue("Mcp-Session-Id").orElseThrow();
    }

    HttpRequest.Builder message(String body) {
      return post(body).header("Mcp-Session-Id", id);
    }

    String call() {
      return "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {%s}}"
          .formatted(WRITE);
    }

    void write() throws Exception {
      events =
          new BufferedReader(
              new InputStreamReader(
                  server
                      .client()
                      .send(message(call()).build(), HttpResponse.BodyHandlers.ofInputStream())
                      .body(),
                  StandardCharsets.UTF_8));
    }

    /** The next message of the server. */
    JsonNode next() throws IOException {
      for (String line = events.readLine(); line != null; line = events.readLine()) {
        if (line.startsWith("data: {")) {
          return Json.mapper().readTree(line.substring("data: ".length()));
        }
      }
      throw new AssertionError("the stream is over");
    }

    void answer(JsonNode request, String answer) throws Exception {
      String body = "{\"jsonrpc\": \"2.0\", \"id\": %s, %s}".formatted(request.get("id"), answer);
      assertThat(server.send(message(body)).statusCode()).isEqualTo(202);
    }
  }

  private static String text(JsonNode response) {
    return response.at("/result/content/0/text").asText();
  }

  @Test
  void aSessionIsSentToThePageAndToldWhatWasDecided() throws Exception {
    Session session = new Session("2025-11-25", BY_PAGE);
    session.write();
    JsonNode asked = session.next();
    JsonNode params = asked.get("params");
    String id = params.get("elicitationId").asText();

    assertThat(asked.get("method").asText()).isEqualTo("elicitation/create");
    assertThat(params.get("mode").asText()).isEqualTo("url");
    assertThat(params.get("url").asText()).isEqualTo(PAGES + "/#/approvals/" + id);
    assertThat(params.get("message").asText()).contains("`orders`", "`shop`", "2 rows");
    assertThat(params.toString()).doesNotContain(AGENT, session.id, "UPDATE");
    assertThat(sent()).isEqualTo(1);

    // Neither does the address let in a stranger, nor whoever proposed it, nor the session.
    assertThat(rest("wrong", "show_approval", approval(id)).statusCode()).isEqualTo(401);
    assertThat(rest(EVE, "show_approval", approval(id)).body()).contains("APPROVAL_NOT_FOUND");
    assertThat(rest(EVE, "approve", approval(id)).statusCode()).isEqualTo(403);
    assertThat(rest(AGENT, "approve", approval(id)).statusCode()).isEqualTo(403);
    String approve =
        """
        {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {
          "name": "approve", "arguments": %s}}"""
            .formatted(approval(id));
    assertThat(server.send(session.message(approve)).body()).contains("PERMISSION_DENIED");
    assertThat(open(id)).contains("\"pending\"");

    session.answer(asked, "\"result\": {\"action\": \"accept\"}");
    assertThat(sent()).isEqualTo(1);
    assertThat(rest(ADA, "approve", approval(id)).body()).contains("\"done\":true");

    JsonNode told = session.next();
    assertThat(told.get("method").asText()).isEqualTo("notifications/elicitation/complete");
    assertThat(told.at("/params/elicitationId").asText()).isEqualTo(id);
    JsonNode done = session.next();
    assertThat(done.get("id").asInt()).isEqualTo(1);
    assertThat(text(done)).startsWith("state: done\nrows_touched: 2").contains("decided_by: ada");
    assertThat(done.toString()).doesNotContain("Decided by a person at");
    assertThat(sent()).isEqualTo(3);
  }

  @Test
  void aRefusalIsToldWithItsReason() throws Exception {
    Session session = new Session("2025-11-25", BY_PAGE);
    session.write();
    JsonNode asked = session.next();
    String id = asked.at("/params/elicitationId").asText();
    String no = "{\"approval\":\"%s\",\"reason\":\"the quarter is closed\"}".formatted(id);
    assertThat(rest(ADA, "refuse", no).statusCode()).isEqualTo(200);
    session.answer(asked, "\"result\": {\"action\": \"accept\"}");

    assertThat(session.next().get("method").asText()).contains("complete");
    assertThat(text(session.next()))
        .startsWith("state: refused")
        .contains("note: the quarter is closed");
    assertThat(sent()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"result\": {\"action\": \"decline\"}",
        "\"result\": {\"action\": \"cancel\"}",
        "\"error\": {\"code\": -32603, \"message\": \"no browser\"}"
      })
  void whoeverDoesNotGoThereGetsTheApproval(String answer) throws Exception {
    Session session = new Session("2025-11-25", BY_PAGE);
    session.write();
    JsonNode asked = session.next();
    String id = asked.at("/params/elicitationId").asText();
    session.answer(asked, answer);

    JsonNode waiting = session.next();
    assertThat(text(waiting)).startsWith("state: waiting").contains(id);
    assertThat(waiting.at("/result/content/1/text").asText())
        .isEqualTo("Decided by a person at %s/#/approvals/%s".formatted(PAGES, id));
    assertThat(open(id)).contains("\"pending\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"elicitation\": {}}", "{\"elicitation\": {\"form\": {}}}"})
  void aClientThatCannotBeSentGetsTheApproval(String capabilities) throws Exception {
    Session session = new Session("2025-11-25", capabilities);
    JsonNode waiting = Json.mapper().readTree(server.send(session.message(session.call())).body());

    assertThat(text(waiting)).startsWith("state: waiting").contains("approval: apr_");
  }

  @Test
  void aRevisionWithoutPagesIsNotSentThere() throws Exception {
    Session session = new Session("2025-06-18", BY_PAGE);
    JsonNode waiting = Json.mapper().readTree(server.send(session.message(session.call())).body());

    assertThat(text(waiting)).startsWith("state: waiting");
  }

  @Test
  void whereNothingServesPagesNobodyIsSentThere() throws Exception {
    stop();
    open(config -> config);
    Session session = new Session("2025-11-25", BY_PAGE);
    JsonNode waiting = Json.mapper().readTree(server.send(session.message(session.call())).body());

    assertThat(text(waiting)).startsWith("state: waiting").contains("approval: apr_");
    assertThat(waiting.at("/result/content")).hasSize(1);
  }

  private JsonNode stateless(String method, String name, String params, String capabilities)
      throws Exception {
    String body =
        """
        {"jsonrpc": "2.0", "id": 1, "method": "%s", "params": {%s, "_meta": {
          "io.modelcontextprotocol/protocolVersion": "2026-07-28",
          "io.modelcontextprotocol/clientCapabilities": %s}}}"""
            .formatted(method, params, capabilities);
    HttpRequest.Builder request =
        post(body)
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", method)
            .header("Mcp-Name", name);
    return Json.mapper().readTree(server.send(request).body());
  }

  private JsonNode write(String more, String capabilities) throws Exception {
    return stateless("tools/call", "run_write", WRITE + more, capabilities);
  }

  private JsonNode again(JsonNode asked, String action, String capabilities) throws Exception {
    return write(
        ", \"inputResponses\": {\"decision\": {\"action\": \"%s\"}}, \"requestState\": %s"
            .formatted(action, asked.at("/result/requestState")),
        capabilities);
  }

  private static String idIn(JsonNode asked) {
    String url = asked.at("/result/inputRequests/decision/params/url").asText();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  @Test
  void aRequestIsSentToThePageAndTheNextOneToldWhatWasDecided() throws Exception {
    JsonNode asked = write("", BY_PAGE);
    JsonNode request = asked.at("/result/inputRequests/decision");
    assertThat(asked.at("/result/resultType").asText()).isEqualTo("input_required");
    assertThat(request.get("method").asText()).isEqualTo("elicitation/create");
    // This revision has no ids of elicitations.
    assertThat(request.get("params").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("mode", "message", "url");
    assertThat(request.at("/params/url").asText()).matches(PAGES + "/#/approvals/apr_[\\w-]+");

    assertThat(rest(ADA, "approve", approval(idIn(asked))).body()).contains("\"done\":true");
    JsonNode done = again(asked, "accept", BY_PAGE);

    assertThat(done.at("/result/resultType").asText()).isEqualTo("complete");
    assertThat(text(done)).startsWith("state: done\nrows_touched: 2");
    assertThat(sent()).isEqualTo(3);
    assertThat(again(asked, "accept", BY_PAGE).at("/error/code").asInt()).isEqualTo(-32602);
  }

  @Test
  void aRequestWhosePersonDoesNotGoThereIsToldOfTheApproval() throws Exception {
    JsonNode waiting = again(write("", BY_PAGE), "decline", BY_PAGE);

    assertThat(text(waiting)).startsWith("state: waiting").contains("approval: apr_");
    assertThat(sent()).isEqualTo(1);
  }

  @Test
  void aTaskWaitsForAsLongAsThePersonTakes() throws Exception {
    String tasks =
        """
        {"elicitation": {"url": {}}, "extensions": {"io.modelcontextprotocol/tasks": {}}}""";
    JsonNode asked = write("", tasks);
    JsonNode task = again(asked, "accept", tasks);
    assertThat(task.at("/result/resultType").asText()).isEqualTo("task");
    String id = task.at("/result/taskId").asText();
    assertThat(rest(ADA, "approve", approval(idIn(asked))).statusCode()).isEqualTo(200);

    Instant end = Instant.now().plusSeconds(60);
    JsonNode seen = task;
    while (!seen.at("/result/status").asText().equals("completed")) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(100);
      seen = stateless("tasks/get", id, "\"taskId\": \"%s\"".formatted(id), tasks);
    }
    assertThat(seen.at("/result/result/content/0/text").asText()).startsWith("state: done");
    assertThat(sent()).isEqualTo(3);
  }
}
