package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys and sessions at every door of a product whose callers are known. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessTest {
  private static final String WENDY = "wendys-key-from-the-environment";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  @TempDir static Path folder;
  private static Alidade alidade;
  private static Process server;
  private static String address;

  enum Shown {
    CONFIGURED_KEY,
    API_KEY,
    SESSION,
    NOTHING,
    WRONG_KEY,
    EXPIRED_KEY,
    REVOKED_KEY,
    KEY_OF_A_REMOVED_CALLER,
    ENDED_SESSION;

    boolean opens() {
      return this == CONFIGURED_KEY || this == API_KEY || this == SESSION;
    }
  }

  @BeforeAll
  static void start() throws Exception {
    Files.writeString(folder.resolve("sales.csv"), "id,amount\n1,5\n2,7\n");
    Files.writeString(folder.resolve(".env"), "WENDY_KEY=" + WENDY + "\n");
    Files.writeString(
        folder.resolve("alidade.yaml"),
        """
        sources: [{ name: files, engine: duckdb, files: [sales.csv] }]
        callers: [{ name: wendy, roles: [admin], api-key: "${WENDY_KEY}" }]
        """);
    alidade = new Alidade(folder, Files.createDirectories(folder.resolve("state")));
    String port = freePort();
    address = "http://localhost:" + port;
    server = alidade.startUntilReady("serve", "--port", port);
    awaitListening();
    wendy("create_caller", "{'name': 'ada', 'roles': ['admin'], 'password': 'correct horse'}");
  }

  private static void awaitListening() throws Exception {
    for (int tries = 0; tries < 600; tries++) {
      try {
        get("/readyz");
        return;
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

  @ParameterizedTest
  @EnumSource(Shown.class)
  @Order(1)
  void whatOpensOneDoorOpensAll(Shown shown) throws Exception {
    String token = tokenOf(shown);
    int status = shown.opens() ? 200 : 401;

    assertThat(post("/api/v1/list_sources", "{}", token).statusCode()).isEqualTo(status);
    HttpResponse<String> mcp = post("/mcp", INITIALIZE, token);
    assertThat(mcp.statusCode()).isEqualTo(status);
    assertThat(mcp.headers().firstValue("WWW-Authenticate").isPresent()).isEqualTo(!shown.opens());
    assertThat(cookie(token)).isEqualTo(shown == Shown.SESSION ? 200 : 401);

    Files.writeString(
        folder.resolve(".env"), "WENDY_KEY=%s%nALIDADE_API_KEY=%s%n".formatted(WENDY, token));
    int exit = shown.opens() ? 0 : 3;
    assertThat(alidade.run("list-sources", "--server", address).code()).isEqualTo(exit);
    Alidade.Outcome inProcess = alidade.run("list-sources", "--config", "alidade.yaml");
    assertThat(inProcess.code()).as(inProcess.errors()).isEqualTo(exit);
    if (!shown.opens()) {
      assertThat(inProcess.errors()).contains("show a valid API key");
    }
  }

  @Test
  @Order(2)
  void whatIsOpenToStrangersIsNoData() throws Exception {
    assertThat(get("/").statusCode()).isEqualTo(200);
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    assertThat(get("/openapi.json").statusCode()).isEqualTo(401);
    assertThat(alidade.said()).contains("Every door asks for an API key or a sign-in");
  }

  @Test
  @Order(3)
  void whoeverGuessesWaits() throws Exception {
    for (int guess = 0; guess < 40; guess++) {
      HttpResponse<String> answer = post("/api/v1/list_sources", "{}", "guess-number-" + guess);
      if (answer.statusCode() == 429) {
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isPositive();
        assertThat(answer.body()).contains("TOO_MANY_ATTEMPTS");
        assertThat(post("/api/v1/list_sources", "{}", WENDY).statusCode()).isEqualTo(200);
        return;
      }
    }
    throw new AssertionError("forty guesses in a row were heard");
  }

  @Test
  @Order(4)
  void nobodyListensToTheWorldWithoutCallers() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Path config =
        Files.writeString(
            elsewhere.resolve("open.yaml"),
            "sources: [{ name: files, engine: duckdb, files: [../sales.csv] }]\n");
    Alidade open = new Alidade(elsewhere, Files.createDirectories(elsewhere.resolve("state")));

    Alidade.Outcome outcome =
        open.run("serve", "--config", config.toString(), "--host", "0.0.0.0", "--port", freePort());

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.errors())
        .contains("Listening on 0.0.0.0 would let in everybody")
        .contains("callers:");
  }

  private static final String INITIALIZE =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\","
          + "\"params\":{\"protocolVersion\":\"2025-11-25\"}}";

  private static String tokenOf(Shown shown) throws Exception {
    return switch (shown) {
      case CONFIGURED_KEY -> WENDY;
      case API_KEY -> key("{'name': 'k', 'caller': 'ada'}");
      case SESSION -> session();
      case NOTHING -> "";
      case WRONG_KEY -> "ald_0123456789abcdef_" + "A".repeat(43);
      case EXPIRED_KEY -> expired();
      case REVOKED_KEY -> {
        String key = key("{'name': 'k', 'caller': 'ada'}");
        wendy("revoke_api_key", "{'id': '%s'}".formatted(key));
        yield key;
      }
      case KEY_OF_A_REMOVED_CALLER -> {
        wendy("create_caller", "{'name': 'bo', 'roles': ['admin']}");
        String key = key("{'name': 'k', 'caller': 'bo'}");
        wendy("remove_caller", "{'name': 'bo'}");
        yield key;
      }
      case ENDED_SESSION -> {
        String session = session();
        post("/api/v1/sign_out", "{}", session);
        yield session;
      }
    };
  }

  private static String expired() throws Exception {
    Instant soon = Instant.now().plusSeconds(2);
    String key = key("{'name': 'k', 'caller': 'ada', 'expires_at': '%s'}".formatted(soon));
    for (int tries = 0; tries < 600; tries++) {
      if (post("/api/v1/list_sources", "{}", key).statusCode() == 401) {
        return key;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("the key never expires");
  }

  private static String session() throws Exception {
    String input = "{\"name\": \"ada\", \"password\": \"correct horse\"}";
    return Rest.JSON.readTree(post("/api/v1/sign_in", input, "").body()).get("session").asText();
  }

  private static String key(String input) throws Exception {
    return wendy("create_api_key", input).get("key").asText();
  }

  private static JsonNode wendy(String operation, String input) throws Exception {
    HttpResponse<String> response = post("/api/v1/" + operation, input.replace('\'', '"'), WENDY);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Rest.JSON.readTree(response.body());
  }

  private static HttpResponse<String> post(String path, String body, String token)
      throws Exception {
    HttpRequest.Builder request = request(path, body);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** As a browser shows it, from the product's own page. */
  private static int cookie(String token) throws Exception {
    HttpRequest.Builder request = request("/api/v1/list_sources", "{}").header("Origin", address);
    if (!token.isEmpty()) {
      String port = address.substring(address.lastIndexOf(':') + 1);
      request.header("Cookie", "alidade_session_" + port + "=" + token);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private static HttpRequest.Builder request(String path, String body) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(address + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    }
  }
}
