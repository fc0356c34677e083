package dev.alidade.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.edge.LocalServer;
import dev.alidade.edge.SampleOperations;
import dev.alidade.operation.Authenticator;
import dev.alidade.operation.Downloads;
import dev.alidade.operation.Uploads;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDownloadsTest {
  private static final String PATH = Downloads.PREFIX + "job_1/a%20b/part-1.csv";
  private static final String TEXT = "0123456789".repeat(50_000);

  @TempDir private Path folder;
  private final List<String> fetched = new CopyOnWriteArrayList<>();
  private LocalServer server;

  @BeforeEach
  void start() throws Exception {
    Path file = Files.writeString(folder.resolve("part-1.csv"), TEXT);
    Downloads downloads =
        new Downloads() {
          @Override
          public Download find(Caller caller, String export, String path) {
            if (!export.equals("job_1") || !path.equals("a b/part-1.csv")) {
              throw new AlidadeException(ErrorCode.FILE_NOT_FOUND, "no such file: " + path);
            }
            return new Download(file, "text/csv", TEXT.length(), "abc");
          }

          @Override
          public void fetched(Caller caller, String export, String path) {
            fetched.add(path);
          }
        };
    HttpSettings settings = new HttpSettings("1", Set.of(), Authenticator.OPEN, () -> true);
    server =
        new LocalServer(
            new HttpDoor(new SampleOperations().registry(), downloads, Uploads.NONE, settings)
                ::mount);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theWholeFileIsSentAndRecorded() throws Exception {
    HttpResponse<String> response = server.send(server.to(PATH));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(TEXT);
    assertThat(response.headers().map())
        .containsEntry("content-disposition", List.of("attachment; filename=\"part-1.csv\""))
        .containsEntry("accept-ranges", List.of("bytes"))
        .containsEntry("etag", List.of("\"abc\""))
        .containsEntry("x-content-type-options", List.of("nosniff"));
    assertThat(fetched).containsExactly("a b/part-1.csv");
  }

  @Test
  void aDownloadIsResumed() throws Exception {
    HttpResponse<String> rest = server.send(range("bytes=499995-").header("If-Range", "\"abc\""));
    assertThat(rest.statusCode()).isEqualTo(206);
    assertThat(rest.body()).isEqualTo("56789");
    assertThat(rest.headers().firstValue("Content-Range")).contains("bytes 499995-499999/500000");
    assertThat(server.send(range("bytes=3-5")).body()).isEqualTo("345");
    assertThat(server.send(range("bytes=-4")).body()).isEqualTo("6789");
    assertThat(server.send(range("bytes=499998-900000")).body()).isEqualTo("89");
  }

  @Test
  void partsOfAnotherFileAreNotJoined() throws Exception {
    HttpResponse<String> response = server.send(range("bytes=10-").header("If-Range", "\"older\""));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).hasSize(TEXT.length());
  }

  @Test
  void whatCannotBeSentIsRefused() throws Exception {
    HttpResponse<String> beyond = server.send(range("bytes=500000-"));
    assertThat(beyond.statusCode()).isEqualTo(416);
    assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */500000");
    assertThat(server.send(server.to(Downloads.PREFIX + "job_1/other.csv")).statusCode())
        .isEqualTo(404);
    assertThat(server.send(server.to(Downloads.PREFIX + "job_1")).statusCode()).isEqualTo(404);
    assertThat(server.send(server.post(PATH, "{}")).statusCode()).isEqualTo(405);
    assertThat(fetched).isEmpty();
  }

  @Test
  void aHeadIsTheSameWithoutTheBytes() throws Exception {
    HttpResponse<String> response =
        server.send(server.to(PATH).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Length")).contains("500000");
    assertThat(fetched).isEmpty();
  }

  private HttpRequest.Builder range(String range) {
    return server.to(PATH).header("Range", range);
  }
}
