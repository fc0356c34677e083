package dev.alidade.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.edge.LocalServer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Clients that send their bodies slowly. */
class RequestBodyTest {
  private static final int LARGEST = 1_000;
  private static final long SLOWEST = 300;
  private static final String HEAD =
      "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n";

  private static LocalServer server() throws Exception {
    return new LocalServer(
        router ->
            router
                .route()
                .handler(
                    context ->
                        RequestBody.read(
                            context.vertx(),
                            context.request(),
                            LARGEST,
                            SLOWEST,
                            body -> context.response().end("read " + body.length))));
  }

  private static String answer(Socket socket, int bytes) throws Exception {
    return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.US_ASCII);
  }

  @Test
  void whoStopsInTheMiddleIsRefused() throws Exception {
    try (LocalServer server = server();
        Socket socket = server.raw(HEAD + "12345")) {
      assertThat(answer(socket, 12)).isEqualTo("HTTP/1.1 408");
    }
  }

  @Test
  void whoSendsNothingIsRefused() throws Exception {
    try (LocalServer server = server();
        Socket socket = server.raw(HEAD)) {
      assertThat(answer(socket, 12)).isEqualTo("HTTP/1.1 408");
    }
  }

  @Test
  void whoIsSlowButGoesOnIsRead() throws Exception {
    try (LocalServer server = server();
        Socket socket = server.raw(HEAD + "1")) {
      for (int sent = 1; sent < 10; sent++) {
        TimeUnit.MILLISECONDS.sleep(100);
        socket.getOutputStream().write('2');
      }
      assertThat(answer(socket, 15)).isEqualTo("HTTP/1.1 200 OK");
    }
  }
}
