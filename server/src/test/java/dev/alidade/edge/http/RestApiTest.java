package dev.alidade.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alidade.edge.LocalServer;
import dev.alidade.edge.SampleOperations;
import dev.alidade.operation.Authenticator;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private LocalServer server;

  @BeforeEach
  void start() throws Exception {
    HttpSettings settings = new HttpSettings("1.2.3", Set.of(), Authenticator.OPEN, () -> true);
    server = new LocalServer(new HttpDoor(new SampleOperations().registry(), settings)::mount);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> call(String operation, String body) throws Exception {
    return server.send(server.post("/api/v1/" + operation, body));
  }

  private static JsonNode error(HttpResponse<String> response) throws Exception {
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    return JSON.readTree(response.body()).get("error");
  }

  @Test
  void runsAnOperationOnAVirtualThread() throws Exception {
    HttpResponse<String> response = call("echo", "{\"text\": \"grüß\", \"times\": 2}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"text\":\"grüßgrüß\",\"on_virtual_thread\":true}");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void compressesALargeAnswerForThoseWhoAccept() throws Exception {
    HttpRequest.Builder request = server.post("/api/v1/table", "{\"rows\": 1000}");
    HttpResponse<String> plain = server.send(request);
    HttpResponse<String> compressed = server.send(request.header("Accept-Encoding", "br, gzip"));

    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(compressed.body().length()).isLessThan(plain.body().length() / 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"text": "a", }          | line 1, column 15
          {"text": "a"} {          | line 1, column 15
          {"text": "a", "text": 1} | line 1, column 21
          {"text                   | line 1
          ''                       | body is empty
          [1]                      | takes a JSON object, not an array
          null                     | takes a JSON object
          """)
  void refusesWhatIsNotAJsonObject(String body, String words) throws Exception {
    JsonNode error = error(call("echo", body));

    assertThat(error.get("code").asText()).isEqualTo("MALFORMED_REQUEST");
    assertThat(error.get("message").asText()).contains(words);
  }

  @Test
  void refusesBodiesThatAreNotUtf8() throws Exception {
    for (byte[] body :
        new byte[][] {
          {'{', '"', (byte) 0xff, '"', '}'},
          "{\"text\":\"ü\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
          "{\"text\":\"a\"}".getBytes(java.nio.charset.StandardCharsets.UTF_16LE)
        }) {
      HttpResponse<String> response =
          server.send(
              server
                  .to("/api/v1/echo")
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(body)));

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(error(response).get("message").asText()).contains("UTF-8");
    }
  }

  @Test
  void refusesJsonThatIsTooDeep() throws Exception {
    JsonNode error = error(call("echo", "[".repeat(5_000)));

    assertThat(error.get("code").asText()).isEqualTo("MALFORMED_REQUEST");
  }

  @Test
  void namesUnknownFieldsAndWrongTypes() throws Exception {
    assertThat(error(call("echo", "{\"text\": \"a\", \"tmes\": 2}")).get("message").asText())
        .contains("no field `tmes`; did you mean `times`?");
    assertThat(error(call("echo", "{\"text\": \"a\", \"times\": \"two\"}")).get("message").asText())
        .contains("`times` must be an integer");
    assertThat(error(call("echo", "{}")).get("code").asText()).isEqualTo("INVALID_INPUT");
  }

  @Test
  void answersForUnknownOperationsMethodsAndTypes() throws Exception {
    HttpResponse<String> unknown = call("ecko", "{}");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(error(unknown).get("message").asText()).contains("did you mean `echo`?");

    HttpResponse<String> get = server.send(server.to("/api/v1/echo"));
    assertThat(get.statusCode()).isEqualTo(405);
    assertThat(get.headers().firstValue("Allow")).contains("POST");
    assertThat(error(get).get("code").asText()).isEqualTo("NOT_SUPPORTED");

    HttpResponse<String> text =
        server.send(
            server
                .to("/api/v1/echo")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"a\"}")));
    assertThat(text.statusCode()).isEqualTo(415);

    HttpResponse<String> form =
        server.send(
            server
                .to("/api/v1/echo")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"a\"}")));
    assertThat(form.statusCode()).isEqualTo(415);

    HttpResponse<String> image =
        server.send(server.post("/api/v1/echo", "{}").header("Accept", "image/png"));
    assertThat(image.statusCode()).isEqualTo(406);
    assertThat(error(image).get("message").asText()).contains("application/json");
  }

  @Test
  void refusesABodyThatIsTooLargeAndGoesOn() throws Exception {
    HttpResponse<String> large = call("echo", "{\"text\": \"" + "x".repeat(33 << 20) + "\"}");

    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(error(large).get("code").asText()).isEqualTo("REQUEST_TOO_LARGE");
    assertThat(call("echo", "{\"text\": \"still here\"}").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_INPUT, 400, USER",
    "SOURCE_NOT_FOUND, 404, USER",
    "TABLE_DENIED, 403, DENIED",
    "UNAUTHENTICATED, 401, DENIED",
    "OVERLOADED, 503, RESOURCES",
    "TOO_MANY_REQUESTS, 429, RESOURCES",
    "TOO_MANY_ATTEMPTS, 429, RESOURCES",
    "QUERY_TIMEOUT, 503, RESOURCES",
    "ENGINE_FAILED, 502, EXTERNAL",
    "SOURCE_UNAVAILABLE, 504, EXTERNAL",
    "INTERNAL, 500, INTERNAL",
  })
  void givesEveryTypeOfFailureItsStatus(String code, int status, String type) throws Exception {
    HttpResponse<String> response = call("fail", "{\"how\": \"" + code + "\"}");

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(error(response).get("code").asText()).isEqualTo(code);
    assertThat(error(response).get("type").asText()).isEqualTo(type);
    assertThat(response.headers().firstValue("Retry-After").isPresent())
        .isEqualTo(type.equals("RESOURCES"));
    assertThat(response.headers().firstValue("WWW-Authenticate").isPresent())
        .isEqualTo(status == 401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"runtime", "stack", "memory"})
  void tellsOnlyAnIdOfWhatIsInternal(String how) throws Exception {
    HttpResponse<String> response = call("fail", "{\"how\": \"" + how + "\"}");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).doesNotContain("secret", "Exception", "Error:", "at dev.");
    assertThat(error(response).get("id").asText()).hasSize(36);
    assertThat(call("echo", "{\"text\": \"a\"}").statusCode()).isEqualTo(200);
  }

  @Test
  void pointsAtThePlaceInTheSql() throws Exception {
    JsonNode location = error(call("fail", "{\"how\": \"place\"}")).get("location");

    assertThat(location).isEqualTo(JSON.readTree("{\"line\":2,\"column\":3,\"offset\":12}"));
  }
}
