package dev.alidade.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alidade.edge.LocalServer;
import dev.alidade.edge.SampleOperations;
import dev.alidade.operation.Authenticator;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagesTest {
  private final AtomicBoolean ready = new AtomicBoolean(true);
  private LocalServer server;

  @BeforeEach
  void start() throws Exception {
    HttpSettings settings = new HttpSettings("1.2.3", Set.of(), Authenticator.OPEN, ready::get);
    server = new LocalServer(new HttpDoor(new SampleOperations().registry(), settings)::mount);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return server.send(server.to(path).header("Accept", "text/html,*/*;q=0.8"));
  }

  @Test
  void tellsItsHealth() throws Exception {
    assertThat(get("/healthz").body()).isEqualTo("{\"status\":\"up\"}");
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
    ready.set(false);
    assertThat(get("/readyz").statusCode()).isEqualTo(503);
  }

  @Test
  void servesTheIndexForEveryAddressOfThePages() throws Exception {
    for (String path : List.of("/", "/sql", "/chat/17")) {
      HttpResponse<String> response = get(path);

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type"))
          .contains("text/html; charset=utf-8");
      assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe-eval");
      assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }
  }

  @Test
  void servesFilesWithTagsAndCompressed() throws Exception {
    HttpResponse<String> file = get("/assets/sample-1a2b3c.js");
    assertThat(file.body()).startsWith("// A file as the pages' build makes them");
    assertThat(file.headers().firstValue("Content-Type"))
        .contains("text/javascript; charset=utf-8");
    assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");

    String tag = file.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        server.send(server.to("/assets/sample-1a2b3c.js").header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();

    HttpResponse<String> compressed =
        server.send(server.to("/assets/sample-1a2b3c.js").header("Accept-Encoding", "gzip"));
    assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
  }

  @Test
  void saysThatNothingIsThere() throws Exception {
    for (String path :
        List.of(
            "/missing.js",
            "/api",
            "/api/v2/echo",
            "/assets/..%2f..%2fapplication.properties",
            "/../application.properties",
            "/dev/alidade/app/Main.class")) {
      HttpResponse<String> response = get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(404);
      assertThat(response.body()).contains("_NOT_FOUND");
    }
  }

  @Test
  void refusesToChangePages() throws Exception {
    HttpResponse<String> response =
        server.send(server.to("/").POST(HttpRequest.BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(405);
  }

  @Test
  void describesItselfCompletely() throws Exception {
    JsonNode document = new ObjectMapper().readTree(get("/openapi.json").body());

    assertThat(document.get("openapi").asText()).startsWith("3.1");
    assertThat(document.at("/info/version").asText()).isEqualTo("1.2.3");
    JsonNode lines = document.at("/paths/~1api~1v1~1lines/post");
    assertThat(lines.at("/responses/200/content").fieldNames())
        .toIterable()
        .containsExactly("application/json", "text/event-stream", "text/csv");
    assertThat(document.at("/components/schemas/EchoInput/required/0").asText()).isEqualTo("text");
    assertThat(document.at("/components/schemas/EchoInput/additionalProperties").asBoolean(true))
        .isFalse();
    assertThat(document.at("/components/schemas/Failure/properties/code/enum").toString())
        .contains("SYNTAX_ERROR");

    List<String> dangling = new ArrayList<>();
    for (JsonNode reference : document.findValues("$ref")) {
      if (document.at(reference.asText().substring(1)).isMissingNode()) {
        dangling.add(reference.asText());
      }
    }
    assertThat(dangling).isEmpty();
  }
}
