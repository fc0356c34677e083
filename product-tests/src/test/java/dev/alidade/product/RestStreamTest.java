package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Results of any size, and results that nobody waits for any more. */
class RestStreamTest {
  private static final String MANY_ROWS =
      "SELECT o.order_id, c.name, o.amount FROM orders o, customers c WHERE c.customer_id <= 250";
  private static final long MANY = ShopFiles.ORDERS * 250L;
  private static final String ENDLESS =
      "SELECT count(*) FROM orders a, orders b, orders c, orders d"
          + " WHERE a.amount + b.amount + c.amount + d.amount = 1.5";
  private static RunningProduct product;
  private static Rest rest;

  @BeforeAll
  static void start() throws Exception {
    product = RunningProduct.serving(ShopFiles.write());
    rest = new Rest(product);
  }

  @AfterAll
  static void stop() throws Exception {
    product.close();
  }

  private static HttpResponse<Stream<String>> lines(String accept) throws Exception {
    return product.send(
        rest.request("query", Rest.statement(MANY_ROWS)).header("Accept", accept),
        HttpResponse.BodyHandlers.ofLines());
  }

  @Test
  void streamsAMillionRowsAsCsv() throws Exception {
    HttpResponse<Stream<String>> response = lines("text/csv");

    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(response.body().count()).isEqualTo(MANY + 1);
  }

  @Test
  void streamsOverHttp2Too() throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      HttpResponse<Stream<String>> response =
          client.send(
              rest.request("query", Rest.statement(MANY_ROWS)).header("Accept", "text/csv").build(),
              HttpResponse.BodyHandlers.ofLines());

      assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(response.body().count()).isEqualTo(MANY + 1);
    }
  }

  @Test
  void streamsAMillionRowsAsNdjson() throws Exception {
    assertThat(lines("application/x-ndjson").body().filter(line -> line.startsWith("{")).count())
        .isEqualTo(MANY);
  }

  @Test
  void streamsAMillionRowsAsArrow() throws Exception {
    HttpResponse<InputStream> response =
        product.send(
            rest.request("query", Rest.statement(MANY_ROWS))
                .header("Accept", "application/vnd.apache.arrow.stream"),
            HttpResponse.BodyHandlers.ofInputStream());

    try (InputStream body = response.body()) {
      ArrowStream stream = ArrowStream.read(body);
      assertThat(stream.rows()).isEqualTo(MANY);
      assertThat(stream.columns()).containsExactly("order_id", "name", "amount");
    }
  }

  @Test
  void anErrorInAStreamIsAProperError() throws Exception {
    HttpResponse<String> response =
        product.send(
            rest.request("query", Rest.statement("SELECT nothing FROM orders"))
                .header("Accept", "text/csv"));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("COLUMN_NOT_FOUND");
  }

  @Test
  void closingTheConnectionStopsTheQuery() throws Exception {
    for (String accept : new String[] {"application/json", "text/event-stream", "text/csv"}) {
      String body = Rest.statement(ENDLESS);
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), product.port())) {
        OutputStream out = socket.getOutputStream();
        out.write(
            ("POST /api/v1/query HTTP/1.1\r\nHost: localhost\r\nAccept: %s\r\n"
                    + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s")
                .formatted(accept, body.length(), body)
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
        awaitBusy();
      }
      awaitIdle();
    }
    assertThat(rest.query("SELECT 1").at("/rows/0/0").asInt()).isEqualTo(1);
  }

  private static void awaitBusy() throws Exception {
    for (int attempt = 0; attempt < 60; attempt++) {
      if (load() > 0.15) {
        return;
      }
    }
    throw new AssertionError("the query never ran");
  }

  private static void awaitIdle() throws Exception {
    for (int attempt = 0; attempt < 60; attempt++) {
      if (load() < 0.05) {
        return;
      }
    }
    throw new AssertionError("the query goes on after its client has gone");
  }

  /** The share of one core that the product took in the last half second. */
  private static double load() throws Exception {
    Duration before = product.computed();
    TimeUnit.MILLISECONDS.sleep(500);
    return product.computed().minus(before).toMillis() / 500.0;
  }
}
