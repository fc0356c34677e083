package dev.alidade.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alidade.edge.LocalServer;
import dev.alidade.edge.SampleOperations;
import dev.alidade.identity.Household;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionCookieTest {
  private static final String ADA = "{\"name\":\"ada\",\"password\":\"correct horse\"}";
  @TempDir Path folder;
  private Household house;
  private LocalServer server;
  private String address;

  @BeforeEach
  void start() throws Exception {
    house = new Household(folder, List.of(), new SampleOperations().registry().all());
    house.ada();
    HttpSettings settings =
        new HttpSettings("1", Set.of("data.example"), house.identities, () -> true);
    server = new LocalServer(new HttpDoor(house.operations, settings)::mount);
    address = server.to("").build().uri().toString();
  }

  @AfterEach
  void stop() {
    server.close();
    house.close();
  }

  @Test
  void aBrowserGetsACookieThatNoPageReads() throws Exception {
    HttpResponse<String> response = signIn();

    String cookie = cookieOf(response);
    assertThat(cookie)
        .startsWith("alidade_session_")
        .contains("HTTPOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Secure", "Max-Age", "Domain");
    assertThat(read(response).has("session")).isFalse();
    assertThat(response.body()).doesNotContain("als_");
    assertThat(server.send(own("who_am_i", cookie)).body()).contains("\"name\":\"ada\"", "web");
  }

  @Test
  void theCookieIsSecureWhereTheRequestWas() throws Exception {
    HttpResponse<String> response =
        server.send(
            server
                .post("/api/v1/sign_in", ADA)
                .header("Origin", address)
                .header("X-Forwarded-Proto", "https"));

    assertThat(cookieOf(response)).contains("Secure");
  }

  @Test
  void aProgramGetsTheTokenItself() throws Exception {
    HttpResponse<String> response = server.send(server.post("/api/v1/sign_in", ADA));

    assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(read(response).get("session").asText()).startsWith("als_");
  }

  @Test
  void signingOutTakesTheCookieAway() throws Exception {
    String cookie = cookieOf(signIn());

    HttpResponse<String> out = server.send(own("sign_out", cookie));

    assertThat(read(out).get("signed_out").asBoolean()).isTrue();
    assertThat(cookieOf(out)).contains("Max-Age=0");
    assertThat(server.send(own("who_am_i", cookie)).statusCode()).isEqualTo(401);
    assertThat(server.send(own("sign_out", cookie)).statusCode()).isEqualTo(200);
  }

  /** Cookies come along from every port of a host, and from pages that a proxy serves elsewhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:1",
        "http://127.0.0.1",
        "https://data.example",
        "http://[::1]:1"
      })
  void noOtherPageUsesTheCookie(String origin) throws Exception {
    String cookie = cookieOf(signIn());

    HttpResponse<String> response =
        server.send(
            server
                .post("/api/v1/echo", "{\"text\":\"a\"}")
                .header("Origin", origin)
                .header("Cookie", cookie.substring(0, cookie.indexOf(';'))));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("ORIGIN_DENIED");
  }

  @Test
  void aRequestOfNoPageDoesNotUseTheCookie() throws Exception {
    String cookie = cookieOf(signIn());

    HttpResponse<String> response =
        server.send(
            server
                .post("/api/v1/echo", "{\"text\":\"a\"}")
                .header("Cookie", cookie.substring(0, cookie.indexOf(';'))));

    assertThat(response.statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YTpi", "Bearer", "Bearer a b", "bearer\u00e4", "Token x"})
  void whatIsNoBearerTokenOpensNothing(String header) throws Exception {
    String cookie = cookieOf(signIn());

    HttpResponse<String> response =
        server.send(own("who_am_i", cookie).header("Authorization", header));

    assertThat(response.statusCode()).isEqualTo(401);
  }

  @Test
  void strangersSendNothingLarge() throws Exception {
    String large = "{\"name\":\"ada\",\"password\":\"%s\"}".formatted("x".repeat(70_000));

    assertThat(server.send(server.post("/api/v1/sign_in", large)).statusCode()).isEqualTo(413);
  }

  @Test
  void pagesAndHealthNeedNobody() throws Exception {
    for (String path : List.of("/", "/sign-in", "/healthz", "/readyz")) {
      HttpRequest.Builder page = server.to(path).header("Accept", "text/html");
      assertThat(server.send(page).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(server.send(server.to("/openapi.json")).statusCode()).isEqualTo(401);
    assertThat(server.send(server.post("/api/v1/unknown", "{}")).statusCode()).isEqualTo(401);
  }

  @Test
  void tooManyAttemptsSayWhenToComeBack() throws Exception {
    String wrong = "{\"name\":\"ada\",\"password\":\"wrong\"}";
    for (int guess = 0; guess < 6; guess++) {
      assertThat(server.send(server.post("/api/v1/sign_in", wrong)).statusCode()).isEqualTo(401);
    }

    HttpResponse<String> refused = server.send(server.post("/api/v1/sign_in", ADA));

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    assertThat(refused.body()).contains("TOO_MANY_ATTEMPTS", "\"retry_after\":1");
  }

  private HttpResponse<String> signIn() throws Exception {
    return server.send(server.post("/api/v1/sign_in", ADA).header("Origin", address));
  }

  private HttpRequest.Builder own(String operation, String cookie) {
    return server
        .post("/api/v1/" + operation, "{}")
        .header("Origin", address)
        .header("Cookie", cookie.substring(0, cookie.indexOf(';')));
  }

  private static String cookieOf(HttpResponse<String> response) {
    return response.headers().firstValue("Set-Cookie").orElseThrow();
  }

  private static JsonNode read(HttpResponse<String> response) throws Exception {
    return new ObjectMapper().readTree(response.body());
  }
}
