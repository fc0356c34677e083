package dev.alidade.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.audit.QueryRecord;
import dev.alidade.edge.LocalServer;
import dev.alidade.export.CsvFormat;
import dev.alidade.operation.Authenticator;
import dev.alidade.operation.Downloads;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.Uploads;
import dev.alidade.query.KeptResults;
import dev.alidade.query.SmallShop;
import dev.alidade.workbench.WorkbenchFeature;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that read slowly, not at all, or are gone, and the statements that they asked for. */
class BackPressureTest {
  private static final Duration LONGEST_UNREAD = Duration.ofSeconds(2);
  private static final int ROW = 1_000;

  /** Rows of a thousand characters without an end: an engine makes gigabytes of them in seconds. */
  private static final String ENDLESS =
      "{\"source\": \"shop\", \"sql\": \"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1"
          + " FROM n) SELECT i, printf('%0990d', i) FROM n\"}";

  @TempDir private Path folder;
  private SmallShop shop;
  private KeptResults kept;
  private LocalServer server;
  private Vertx vertx;
  private HttpClient http2;

  @BeforeEach
  void start() throws Exception {
    shop = SmallShop.in(folder);
    kept = new KeptResults(folder.resolve("results"), Clock.systemUTC());
    OperationRegistry registry =
        new OperationRegistry(
            new WorkbenchFeature(shop.queries(), kept, List.of(new CsvFormat())).operations());
    HttpSettings settings = new HttpSettings("1.2.3", Set.of(), Authenticator.OPEN, () -> true);
    server =
        new LocalServer(
            new HttpDoor(registry, Downloads.NONE, Uploads.NONE, settings, LONGEST_UNREAD)::mount);
    vertx = Vertx.vertx();
    http2 =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2ConnectionWindowSize(1 << 20)
                .setHttp2MaxPoolSize(1));
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    server.close();
    kept.close();
    shop.close();
  }

  @Test
  void whoStopsReadingOnItsConnectionStopsTheEngineAndIsLetGo() throws Exception {
    try (Socket socket = server.raw(request(""))) {
      assertThat(socket.getInputStream().readNBytes(100)).hasSize(100);
      QueryRecord record = ended();
      // What systems hold of a connection is several megabytes on each side.
      assertThat(record.rows()).isBetween(1L, 24_000_000L / ROW);
      assertThat(record.elapsed()).isLessThan(Duration.ofSeconds(15));
      assertThat(isBroken(socket)).isTrue();
    }
  }

  @Test
  void packedStreamsAreLetGoToo() throws Exception {
    try (Socket socket = server.raw(request("Accept-Encoding: gzip\n"))) {
      assertThat(socket.getInputStream().readNBytes(100)).hasSize(100);
      assertThat(ended().rows()).isPositive();
    }
  }

  @Test
  void whoReadsSlowlyIsServedSlowly() throws Exception {
    try (Socket socket = server.raw(request(""))) {
      long start = System.nanoTime();
      long read = 0;
      while (System.nanoTime() - start < LONGEST_UNREAD.multipliedBy(2).toNanos()) {
        read += socket.getInputStream().readNBytes(200_000).length;
        TimeUnit.MILLISECONDS.sleep(50);
      }
      assertThat(shop.history()).as("still running").isEmpty();
      assertThat(read).isGreaterThan(2_000_000);
    }
    assertThat(ended().rows()).isPositive();
  }

  @Test
  void whoStopsReadingAStreamStopsItsEngineAloneAndIsLetGo() throws Exception {
    CountDownLatch broken = new CountDownLatch(1);
    HttpClientResponse stalled = answer(ENDLESS, "text/csv");
    stalled.exceptionHandler(reset -> broken.countDown());
    assertThat(stalled.statusCode()).isEqualTo(200);
    assertThat(stalled.version()).isEqualTo(HttpVersion.HTTP_2);

    // Others on the same connection go on meanwhile.
    HttpClientResponse other =
        answer(
            "{\"source\": \"shop\", \"sql\": \"SELECT count(*) FROM orders\"}", "application/json");
    assertThat(text(other)).contains("2500");

    stalled.fetch(1);
    QueryRecord record = ended();
    assertThat(record.submittedSql()).contains("RECURSIVE");
    // A window of 64 kB and nine chunks; batches of the engine are larger than these.
    assertThat(record.rows()).isBetween(1L, 4_000_000L / ROW);
    assertThat(broken.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(text(answer("{\"source\": \"shop\", \"sql\": \"SELECT 7\"}", "application/json")))
        .contains("7");
  }

  @Test
  void whoEndsAStreamEndsItsStatement() throws Exception {
    HttpClientResponse left = answer(ENDLESS, "text/csv");
    left.request().reset();
    long start = System.nanoTime();
    assertThat(ended().rows()).isPositive();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void anAnswerThatIsNotTakenIsLetGo() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (LocalServer large =
            new LocalServer(
                router ->
                    router
                        .route()
                        .handler(
                            context -> {
                              context
                                  .request()
                                  .connection()
                                  .closeHandler(gone -> closed.countDown());
                              Future<Void> sent =
                                  context.response().end(Buffer.buffer(new byte[64 << 20]));
                              Answers.letGoUnless(sent, context.request(), Duration.ofMillis(500));
                            }));
        Socket socket = large.raw("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
      assertThat(socket.getInputStream().readNBytes(10)).hasSize(10);
      assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** Reads what was sent, and says whether it is no whole answer. */
  private static boolean isBroken(Socket socket) {
    try {
      String read = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return !read.endsWith("0\r\n\r\n");
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException broken) {
      return true;
    }
  }

  /** The record of the statement that has ended. */
  private QueryRecord ended() throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < until) {
      for (QueryRecord record : shop.history()) {
        if (record.submittedSql().contains("RECURSIVE")) {
          return record;
        }
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    throw new AssertionError("the statement still runs");
  }

  /** The answer's head; nothing of its body is read yet. */
  private HttpClientResponse answer(String body, String accept) throws Exception {
    URI address = server.to("/api/v1/query").build().uri();
    HttpClientRequest request =
        get(
            http2.request(
                HttpMethod.POST, address.getPort(), address.getHost(), address.getPath()));
    request.putHeader("Content-Type", "application/json").putHeader("Accept", accept);
    return get(request.send(Buffer.buffer(body)).onSuccess(HttpClientResponse::pause));
  }

  private static String text(HttpClientResponse response) throws Exception {
    Future<Buffer> body = response.body();
    response.resume();
    return get(body).toString(StandardCharsets.UTF_8);
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static String request(String header) {
    return """
        POST /api/v1/query HTTP/1.1
        Host: localhost
        Content-Type: application/json
        Accept: text/csv
        %sContent-Length: %d

        %s"""
        .formatted(header, ENDLESS.length(), ENDLESS)
        .replace("\n", "\r\n");
  }
}
