package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may run approved queries only, at every door, and after a restart. */
class ApprovedQueriesTest {
  private static final String BOT = "the-key-of-the-bot";
  private static final String WENDY = "the-key-of-wendy";
  private static final String ADA = "the-key-of-ada";
  private static final String REFUSED = "You may run approved queries only (role `limited`)";
  private static final String FREE = "SELECT amount FROM sales";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  @TempDir static Path folder;
  private static Alidade alidade;
  private static Process server;
  private static String address;

  @BeforeAll
  static void begin() throws Exception {
    Files.writeString(folder.resolve("sales.csv"), "id,amount\n1,5\n2,77\n");
    Files.writeString(
        folder.resolve("alidade.yaml"),
        """
        sources: [{ name: files, engine: duckdb, files: [sales.csv] }]
        roles:
          - { name: limited, queries: approved }
          - { name: chief, rights: [read, define] }
        callers:
          - { name: bot, roles: [limited], api-key: %s }
          - { name: wendy, roles: [chief], api-key: %s }
          - { name: ada, roles: [chief], api-key: %s }
        queries:
          - name: sales_from
            source: files
            sql: SELECT amount FROM sales WHERE amount >= $least
            parameters: [{ name: least, type: integer }]
        """
            .formatted(BOT, WENDY, ADA));
    alidade = new Alidade(folder, Files.createDirectories(folder.resolve("state")));
    serve();
  }

  private static void serve() throws Exception {
    String port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = Integer.toString(socket.getLocalPort());
    }
    address = "http://localhost:" + port;
    Files.deleteIfExists(folder.resolve("state/started.log"));
    server = alidade.startUntilReady("serve", "--port", port);
    for (int tries = 0; tries < 600; tries++) {
      try {
        if (rest("list_sources", "{}", WENDY).contains("files")) {
          return;
        }
      } catch (ConnectException notYet) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
    throw new AssertionError("nobody listens at " + address);
  }

  @AfterAll
  static void stop() throws Exception {
    server.destroy();
    server.waitFor();
  }

  @Test
  void holdAtEveryDoor() throws Exception {
    String run = "{\"name\": \"sales_from\", \"parameters\": {\"least\": 50}}";
    String free = "{\"source\": \"files\", \"sql\": \"%s\"}".formatted(FREE);

    assertThat(rest("run_query", run, BOT)).contains("\"rows\":[[77]]");
    assertThat(rest("query", free, BOT)).contains(REFUSED).doesNotContain("77");
    String begun = rest("begin_transaction", "{\"source\": \"files\"}", BOT);
    String transaction = Rest.JSON.readTree(begun).get("transaction").asText();
    String inIt = "\"transaction\": \"%s\"}".formatted(transaction);
    assertThat(rest("query", free.replace("}", ", " + inIt), BOT)).contains(REFUSED);
    assertThat(
            rest(
                "run_query",
                "{\"name\": \"sales_from\", \"parameters\": {\"least\": 50}, " + inIt,
                BOT))
        .contains("\"rows\":[[77]]");
    assertThat(mcp("run_query", run)).contains("77");
    assertThat(mcp("query", free)).contains(REFUSED).doesNotContain("77");
    for (String[] where : new String[][] {{"--server", address}, {"--config", "alidade.yaml"}}) {
      Alidade.Outcome ran =
          command("run-query", "sales_from", "--parameters", "{\"least\": 50}", where);
      assertThat(ran.out()).as(ran.errors()).contains("77");
      Alidade.Outcome refused = command("query", FREE, "--source", "files", where);
      assertThat(refused.code()).isEqualTo(3);
      assertThat(refused.errors()).contains(REFUSED, "list_queries");
      assertThat(refused.out()).doesNotContain("77");
    }
  }

  @Test
  void whatIsApprovedStaysSo() throws Exception {
    String sql = "SELECT max(amount) AS largest FROM sales";
    assertThat(
            rest(
                "save_query",
                "{\"name\": \"largest\", \"source\": \"files\", \"sql\": \"%s\"}".formatted(sql),
                WENDY))
        .contains("\"waiting\"");
    String approve = "{\"name\": \"largest\", \"version\": 1}";
    assertThat(rest("approve_query", approve, WENDY)).contains("somebody else has to approve");
    assertThat(rest("approve_query", approve, ADA)).contains("\"approved_by\":\"ada\"");

    server.destroy();
    server.waitFor();
    serve();

    assertThat(rest("run_query", "{\"name\": \"largest\"}", BOT)).contains("\"rows\":[[77]]");
    assertThat(rest("query", "{\"source\": \"files\", \"sql\": \"%s\"}".formatted(sql), BOT))
        .contains("\"rows\":[[77]]");
  }

  private static Alidade.Outcome command(
      String operation, String primary, String option, String value, String[] where)
      throws Exception {
    Files.writeString(folder.resolve(".env"), "ALIDADE_API_KEY=%s%n".formatted(BOT));
    return alidade.run(operation, primary, option, value, where[0], where[1]);
  }

  private static String rest(String operation, String input, String key) throws Exception {
    return HTTP.send(request("/api/v1/" + operation, input, key), asText()).body();
  }

  private static String mcp(String tool, String input) throws Exception {
    HttpResponse<String> opened =
        HTTP.send(
            request(
                "/mcp",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\"}}",
                BOT),
            asText());
    HttpRequest call =
        HttpRequest.newBuilder(
                request(
                    "/mcp",
                    "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}"
                        .formatted(tool, input),
                    BOT),
                (name, value) -> true)
            .header("Mcp-Session-Id", opened.headers().firstValue("Mcp-Session-Id").orElseThrow())
            .build();
    return HTTP.send(call, asText()).body();
  }

  private static HttpResponse.BodyHandler<String> asText() {
    return HttpResponse.BodyHandlers.ofString();
  }

  private static HttpRequest request(String path, String body, String key) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + key)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
