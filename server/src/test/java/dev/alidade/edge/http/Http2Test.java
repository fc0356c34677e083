package dev.alidade.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.edge.LocalServer;
import dev.alidade.edge.SampleOperations;
import dev.alidade.operation.Authenticator;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The doors over HTTP/2, which a client upgrades to where there is no TLS. */
class Http2Test {
  private final SampleOperations operations = new SampleOperations();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
  private LocalServer server;

  @BeforeEach
  void start() throws Exception {
    HttpSettings settings = new HttpSettings("1.2.3", Set.of(), Authenticator.OPEN, () -> true);
    server = new LocalServer(new HttpDoor(operations.registry(), settings)::mount);
  }

  @AfterEach
  void stop() {
    client.shutdownNow();
    server.close();
  }

  @Test
  void manyCallsShareAConnection() throws Exception {
    assertThat(send(server.post("/api/v1/echo", "{\"text\":\"first\"}")).version())
        .isEqualTo(HttpClient.Version.HTTP_2);
    List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
    for (int call = 0; call < 90; call++) {
      all.add(
          client.sendAsync(
              server.post("/api/v1/table", "{\"rows\": 3000}").build(),
              HttpResponse.BodyHandlers.ofString()));
    }
    String expected = send(server.post("/api/v1/table", "{\"rows\": 3000}")).body();
    assertThat(all)
        .allSatisfy(
            each -> {
              assertThat(each.join().version()).isEqualTo(HttpClient.Version.HTTP_2);
              assertThat(each.join().body()).isEqualTo(expected);
            });
  }

  @Test
  void streamsEventsPagesAndRefusalsAreAsOverTheOther() throws Exception {
    send(server.to("/healthz"));
    HttpResponse<String> lines =
        send(server.post("/api/v1/lines", "{\"rows\": 50000}").header("Accept", "text/csv"));
    HttpResponse<String> events =
        send(server.post("/api/v1/table", "{\"rows\": 1}").header("Accept", "text/event-stream"));
    HttpResponse<String> late =
        send(
            server
                .post("/api/v1/lines", "{\"rows\": 9, \"fail_after\": 5}")
                .header("Accept", "text/csv"));

    assertThat(List.of(lines.version(), events.version(), late.version()))
        .containsOnly(HttpClient.Version.HTTP_2);
    assertThat(lines.body().lines()).hasSize(50_000);
    assertThat(events.body()).contains("event: progress", "event: result");
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(send(server.to("/nothing/here.js")).statusCode()).isEqualTo(404);
    assertThat(send(server.to("/api/v1/echo").header("Origin", "http://evil.example")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void aCallThatIsTakenBackStopsAndLeavesTheConnection() throws Exception {
    send(server.to("/healthz"));
    CompletableFuture<HttpResponse<String>> waiting =
        client.sendAsync(
            server.post("/api/v1/wait", "{}").build(), HttpResponse.BodyHandlers.ofString());
    assertThat(operations.entered.await(10, TimeUnit.SECONDS)).isTrue();
    waiting.cancel(true);
    assertThat(operations.stopped.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(send(server.to("/healthz")).version()).isEqualTo(HttpClient.Version.HTTP_2);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
