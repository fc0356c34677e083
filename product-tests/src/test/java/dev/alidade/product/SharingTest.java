package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conversation that is shared by REST, read under another caller's row policy, and ended. */
class SharingTest {
  private static final String OLGA = "olgas-key-for-this-test";
  private static final String WENDY = "wendys-key-for-this-test";
  private static final String COUNT = "How many orders are there?";
  private static final String HIDDEN = "Show the amount of the customer Engel";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  @TempDir static Path folder;
  private static Path state;
  private static Alidade alidade;
  private static Process server;
  private static String address;

  @BeforeAll
  static void prepare() throws Exception {
    Files.writeString(
        folder.resolve("orders.csv"),
        "order_id,region,customer,amount\n1,west,Wagner,10\n2,west,Weber,20\n3,east,Engel,30\n");
    Files.writeString(folder.resolve(".env"), "OLGA_KEY=%s%nWENDY_KEY=%s%n".formatted(OLGA, WENDY));
    Files.writeString(
        folder.resolve("alidade.yaml"),
        """
        sources: [{ name: sales, engine: duckdb, files: [orders.csv] }]
        roles:
          - { name: lead, sources: [sales] }
          - { name: seller, sources: [sales] }
        callers:
          - { name: olga, roles: [lead], api-key: "${OLGA_KEY}" }
          - { name: wendy, roles: [seller], attributes: { region: west }, api-key: "${WENDY_KEY}" }
        policies:
          - { source: sales, table: orders, roles: [seller], rows: "region = {caller.region}" }
        """);
    state = Files.createDirectories(folder.resolve("state"));
    alidade = new Alidade(folder, state);
    start();
  }

  private static void start() throws Exception {
    Files.deleteIfExists(state.resolve("started.log"));
    String port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = Integer.toString(socket.getLocalPort());
    }
    address = "http://localhost:" + port;
    server = alidade.startUntilReady("serve", "--port", port);
    for (int tries = 0; tries < 600 && !isReady(); tries++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static boolean isReady() throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/readyz")).build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  @AfterAll
  static void stop() throws Exception {
    server.destroy();
    server.waitFor();
  }

  @Test
  void itsReaderSeesTheirOwnRowsAndNoHiddenWord() throws Exception {
    JsonNode link = shared(COUNT, HIDDEN);
    HttpResponse<String> response = post("open_share", token(link), WENDY);
    JsonNode opened = read(response);

    assertThat(opened.path("shared_by").asText()).isEqualTo("olga");
    JsonNode counted = opened.at("/turns/0");
    assertThat(counted.path("question").asText()).isEqualTo(COUNT);
    assertThat(counted.at("/answer/rows/0/0").asInt()).isEqualTo(2);
    JsonNode hidden = opened.at("/turns/1");
    assertThat(hidden.has("answer")).isFalse();
    assertThat(hidden.has("question")).isFalse();
    assertThat(hidden.at("/error/message").asText()).isNotEmpty();
    assertThat(response.body()).doesNotContain("Engel", "east");
    assertThat(call("open_share", token(link), OLGA).at("/turns/0/answer/rows/0/0").asInt())
        .isEqualTo(3);

    String copy = call("continue_share", token(link), WENDY).path("conversation").asText();
    JsonNode own = call("get_conversation", input("conversation", copy), WENDY);
    assertThat(own.at("/turns/0/answer/rows/0/0").asInt()).isEqualTo(2);
    assertThat(own.toString()).doesNotContain("Engel");
  }

  @Test
  void whatIsAskedLaterIsNotShared() throws Exception {
    JsonNode link = shared(COUNT);
    call(
        "ask",
        input(
            "question",
            "How many orders are there for each region?",
            "conversation",
            link.at("/share/conversation").asText()),
        OLGA);

    assertThat(call("open_share", token(link), WENDY).path("turns")).hasSize(1);
  }

  @Test
  void itOpensNothingOnceItsOwnerEndsIt() throws Exception {
    JsonNode link = shared(COUNT);
    String name = link.at("/share/share").asText();
    assertThat(error("end_share", input("share", name), WENDY)).contains("You share nothing");
    assertThat(call("open_share", token(link), WENDY).path("turns")).hasSize(1);

    assertThat(call("end_share", input("share", name), OLGA).path("ended").asBoolean()).isTrue();

    assertThat(error("open_share", token(link), WENDY)).contains("opens nothing");
    assertThat(error("continue_share", token(link), WENDY)).contains("opens nothing");
    assertThat(call("list_shares", "{}", OLGA).toString()).doesNotContain(name);
  }

  /** Nobody can wait for a day, so the day is over in the store, while the server is down. */
  @Test
  void itOpensNothingOnceItIsOver() throws Exception {
    JsonNode lasting = shared(COUNT);
    assertThat(lasting.at("/share/expires_at").isMissingNode()).isTrue();
    JsonNode dated =
        call(
            "share_conversation",
            Rest.JSON
                .createObjectNode()
                .put("conversation", lasting.at("/share/conversation").asText())
                .put("days", 1)
                .toString(),
            OLGA);
    assertThat(Instant.parse(dated.at("/share/expires_at").asText())).isAfter(Instant.now());
    assertThat(call("open_share", token(dated), WENDY).path("turns")).hasSize(1);

    stop();
    over(dated.at("/share/share").asText());
    start();

    assertThat(error("open_share", token(dated), WENDY)).contains("opens nothing");
    assertThat(call("list_shares", "{}", OLGA).toString())
        .doesNotContain(dated.at("/share/share").asText())
        .contains(lasting.at("/share/share").asText());
    assertThat(call("open_share", token(lasting), WENDY).path("turns")).hasSize(1);
  }

  private static void over(String share) throws SQLException {
    try (Connection store =
            DriverManager.getConnection("jdbc:sqlite:" + state.resolve("alidade.sqlite"));
        PreparedStatement update =
            store.prepareStatement("UPDATE conversation_share SET expires_at = ? WHERE id = ?")) {
      update.setLong(1, Instant.now().minusSeconds(1).toEpochMilli());
      update.setString(2, share);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  /** A link to a conversation of Olga's with these questions. */
  private static JsonNode shared(String... questions) throws Exception {
    String conversation = "";
    for (String question : questions) {
      JsonNode answer =
          call(
              "ask",
              conversation.isEmpty()
                  ? input("question", question)
                  : input("question", question, "conversation", conversation),
              OLGA);
      assertThat(answer.path("status").asText()).as(question).isEqualTo("answered");
      conversation = answer.path("conversation").asText();
    }
    JsonNode link = call("share_conversation", input("conversation", conversation), OLGA);
    assertThat(link.path("page").asText()).isEqualTo("/#/shared/" + link.path("token").asText());
    return link;
  }

  private static String token(JsonNode link) {
    return input("token", link.path("token").asText());
  }

  private static String input(String... pairs) {
    return pairs.length == 2
        ? Rest.JSON.valueToTree(Map.of(pairs[0], pairs[1])).toString()
        : Rest.JSON.valueToTree(Map.of(pairs[0], pairs[1], pairs[2], pairs[3])).toString();
  }

  private static JsonNode call(String operation, String input, String key) throws Exception {
    return read(post(operation, input, key));
  }

  private static JsonNode read(HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Rest.JSON.readTree(response.body());
  }

  private static String error(String operation, String input, String key) throws Exception {
    HttpResponse<String> response = post(operation, input, key);
    assertThat(response.statusCode()).as(response.body()).isIn(400, 404);
    return Rest.JSON.readTree(response.body()).at("/error/message").asText();
  }

  private static HttpResponse<String> post(String operation, String body, String key)
      throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(address + "/api/v1/" + operation))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
