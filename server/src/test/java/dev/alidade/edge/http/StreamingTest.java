package dev.alidade.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.edge.LocalServer;
import dev.alidade.edge.SampleOperations;
import dev.alidade.operation.Authenticator;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamingTest {
  private final SampleOperations operations = new SampleOperations();
  private LocalServer server;

  @BeforeEach
  void start() throws Exception {
    HttpSettings settings = new HttpSettings("1.2.3", Set.of(), Authenticator.OPEN, () -> true);
    server = new LocalServer(new HttpDoor(operations.registry(), settings)::mount);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> lines(String body) throws Exception {
    return server.send(server.post("/api/v1/lines", body).header("Accept", "text/csv"));
  }

  @Test
  void streamsAllRows() throws Exception {
    HttpResponse<String> response = lines("{\"rows\": 200000}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/csv");
    assertThat(response.body().lines()).hasSize(200_000).last().asString().startsWith("199999,");
  }

  @Test
  void streamsNothing() throws Exception {
    HttpResponse<String> response = lines("{\"rows\": 0}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void anErrorBeforeTheFirstChunkIsAProperError() throws Exception {
    HttpResponse<String> response = lines("{\"rows\": 10, \"fail_after\": 5}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("DATA_ERROR", "row 5 is bad");
  }

  @Test
  void anErrorAfterTheFirstChunkBreaksTheResponseOff() throws Exception {
    assertThatThrownBy(() -> lines("{\"rows\": 100000, \"fail_after\": 90000}"))
        .isInstanceOf(IOException.class);
    assertThat(lines("{\"rows\": 1}").statusCode()).isEqualTo(200);
  }

  @Test
  void aFormatThatTheOperationLacksIsRefused() throws Exception {
    HttpResponse<String> response =
        server.send(server.post("/api/v1/echo", "{\"text\":\"a\"}").header("Accept", "text/csv"));

    assertThat(response.statusCode()).isEqualTo(406);
  }

  @Test
  void aReaderThatStopsReadingHoldsTheWriterAndClosingStopsIt() throws Exception {
    try (Socket socket = server.raw(request("lines", "text/csv", "{\"rows\": 1000000000000}"))) {
      assertThat(socket.getInputStream().readNBytes(100)).hasSize(100);
      assertThat(operations.stopped.await(500, TimeUnit.MILLISECONDS)).isFalse();
    }
    assertThat(operations.stopped.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void closingTheConnectionCancels() throws Exception {
    try (Socket socket = server.raw(request("wait", "application/json", "{}"))) {
      assertThat(operations.entered.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(socket.isConnected()).isTrue();
    }
    assertThat(operations.stopped.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void closingAnEventStreamCancels() throws Exception {
    try (Socket socket = server.raw(request("wait", "text/event-stream", "{}"))) {
      assertThat(operations.entered.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(socket.isConnected()).isTrue();
    }
    assertThat(operations.stopped.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void tellsStepsAndResultAsEvents() throws Exception {
    HttpResponse<String> response =
        server.send(
            server.post("/api/v1/table", "{\"rows\": 1}").header("Accept", "text/event-stream"));

    assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
    assertThat(response.body())
        .isEqualTo(
            """
            :

            event: progress
            data: {"step":"understood","detail":{"rows":1}}

            event: progress
            data: {"step":"running","detail":{}}

            event: result
            data: {"columns":[{"name":"id","type":"integer"},{"name":"name","type":"text"},\
            {"name":"note","type":"text"}],"rows":[[0,"name 0",null]],"truncated":false}

            """);
  }

  @Test
  void tellsAFailureAsTheLastEvent() throws Exception {
    HttpResponse<String> response =
        server.send(
            server
                .post("/api/v1/fail", "{\"how\": \"TABLE_NOT_FOUND\"}")
                .header("Accept", "text/event-stream"));

    assertThat(response.body())
        .endsWith(
            """
            event: error
            data: {"error":{"code":"TABLE_NOT_FOUND","type":"USER","message":"said TABLE_NOT_FOUND"}}

            """);
  }

  private static String request(String operation, String accept, String body) {
    return """
        POST /api/v1/%s HTTP/1.1
        Host: localhost
        Content-Type: application/json
        Accept: %s
        Content-Length: %d

        %s"""
        .formatted(operation, accept, body.length(), body)
        .replace("\n", "\r\n");
  }
}
