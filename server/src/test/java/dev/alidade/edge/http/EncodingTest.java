package dev.alidade.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdInputStream;
import dev.alidade.edge.LocalServer;
import dev.alidade.edge.SampleOperations;
import dev.alidade.operation.Authenticator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How bodies are packed. */
class EncodingTest {
  private static final String LARGE = "{\"rows\": 2000}";
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zstd | zstd",
        "gzip | gzip",
        "gzip, deflate, br, zstd | zstd",
        "gzip;q=1.0, zstd;q=0.5 | gzip",
        "gzip;q=0.2, ZSTD;q=0.3 | zstd",
        "zstd;q=0, gzip;q=0.001 | gzip",
        "* | gzip",
        "*;q=0 | none",
        "gzip;q=0, * | none",
        "identity, gzip;q=0.5 | none",
        "identity;q=0.1, gzip;q=0.5 | gzip",
        "gzip;q=0 | none",
        "br, deflate | none",
        "xgzip, zstandard | none",
        "'' | none",
      })
  void isWhatTheClientLikesBest(String accepted, String encoding) throws Exception {
    HttpResponse<byte[]> answer =
        bytes(server.post("/api/v1/table", LARGE).header("Accept-Encoding", accepted));

    assertThat(answer.headers().firstValue("Content-Encoding").orElse("none")).isEqualTo(encoding);
    assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
    assertThat(unpacked(answer)).isEqualTo(bytes(server.post("/api/v1/table", LARGE)).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "gzip"})
  void streamsArePackedAsTheyGo(String accepted) throws Exception {
    HttpRequest.Builder lines = lines("{\"rows\": 200000}");
    byte[] plain = bytes(lines).body();

    HttpResponse<byte[]> answer = bytes(lines.header("Accept-Encoding", accepted));

    assertThat(answer.headers().firstValue("Content-Encoding")).contains(accepted);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv");
    assertThat(answer.body().length).isLessThan(plain.length / 4);
    assertThat(unpacked(answer)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "gzip"})
  void aStreamOfNothingIsNothingPacked(String accepted) throws Exception {
    HttpResponse<byte[]> answer = bytes(lines("{\"rows\": 0}").header("Accept-Encoding", accepted));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(unpacked(answer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "gzip"})
  void aFailureBeforeTheFirstChunkIsPlain(String accepted) throws Exception {
    HttpResponse<byte[]> answer =
        bytes(lines("{\"rows\": 10, \"fail_after\": 5}").header("Accept-Encoding", accepted));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("row 5 is bad");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "gzip"})
  void aFailureInTheMiddleBreaksOff(String accepted) {
    HttpRequest.Builder lines =
        lines("{\"rows\": 9000000, \"fail_after\": 8000000}").header("Accept-Encoding", accepted);

    assertThatThrownBy(() -> bytes(lines)).isInstanceOf(IOException.class);
  }

  @Test
  void whatIsSmallAndWhatIsToldAsItHappensIsNotPacked() throws Exception {
    HttpResponse<byte[]> small =
        bytes(server.post("/api/v1/table", "{\"rows\": 2}").header("Accept-Encoding", "gzip"));
    HttpResponse<byte[]> events =
        bytes(
            server
                .post("/api/v1/table", LARGE)
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "zstd, gzip"));

    assertThat(small.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(events.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(events.body()).startsWith((byte) ':');
  }

  private HttpRequest.Builder lines(String body) {
    return server.post("/api/v1/lines", body).header("Accept", "text/csv");
  }

  private HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws Exception {
    return server.client().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static byte[] unpacked(HttpResponse<byte[]> answer) throws IOException {
    InputStream body = new ByteArrayInputStream(answer.body());
    return switch (answer.headers().firstValue("Content-Encoding").orElse("")) {
      case "zstd" -> new ZstdInputStream(body).readAllBytes();
      case "gzip" -> new GZIPInputStream(body).readAllBytes();
      default -> body.readAllBytes();
    };
  }
}
