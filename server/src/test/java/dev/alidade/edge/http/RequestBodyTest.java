package dev.alidade.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Caller;
import dev.alidade.edge.LocalServer;
import dev.alidade.operation.Credential;
import dev.alidade.operation.Entrance;
import dev.alidade.operation.Visit;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Clients that send their bodies slowly. */
class RequestBodyTest {
  private static final int LARGEST = 1_000;
  private static final long SLOWEST = 300;
  private static final Visit ADA =
      new Visit(new Caller("ada", Set.of(), Map.of()), new Credential.None(Entrance.here("rest")));
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
                            BodyRoom.OF_PROCESS,
                            new Crowd().enter(ADA),
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

  @Test
  void largeBodiesShareARoomAndSmallOnesPass() throws Exception {
    BodyRoom room = new BodyRoom(1_000_000);
    CountDownLatch working = new CountDownLatch(1);
    try (LocalServer server = server(room, working)) {
      HttpRequest.Builder large = server.post("/", "x".repeat(600_000));
      CompletableFuture<HttpResponse<String>> first = sent(server, large);
      while (room.used() < 600_000) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      HttpResponse<String> second = server.send(large);
      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(second.headers().firstValue("Retry-After")).contains("5");
      assertThat(second.body()).contains("OVERLOADED");
      CompletableFuture<HttpResponse<String>> small =
          sent(server, server.post("/", "x".repeat(BodyRoom.SMALL)));
      working.countDown();
      assertThat(small.join().body()).isEqualTo("read 65536");
      assertThat(first.join().body()).isEqualTo("read 600000");
      while (room.used() > 0) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      assertThat(server.send(large).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whoIsGoneGivesItsRoomBack() throws Exception {
    BodyRoom room = new BodyRoom(1_000_000);
    try (LocalServer server = server(room, new CountDownLatch(0))) {
      String head = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n\r\n";
      try (Socket socket = server.raw(head + "x".repeat(700_000))) {
        while (room.used() < 700_000) {
          TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(socket.isConnected()).isTrue();
      }
      while (room.used() > 0) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      assertThat(server.send(server.post("/", "x".repeat(900_000))).statusCode()).isEqualTo(200);
    }
  }

  private static LocalServer server(BodyRoom room, CountDownLatch working) throws Exception {
    Crowd crowd = new Crowd();
    return new LocalServer(
        router ->
            router
                .route()
                .handler(
                    context ->
                        RequestBody.read(
                            context.vertx(),
                            context.request(),
                            2_000_000,
                            20_000,
                            room,
                            crowd.enter(ADA),
                            body -> {
                              try {
                                working.await();
                              } catch (InterruptedException stopped) {
                                throw new IllegalStateException(stopped);
                              }
                              context.response().end("read " + body.length);
                            })));
  }

  private static CompletableFuture<HttpResponse<String>> sent(
      LocalServer server, HttpRequest.Builder request) {
    return server.client().sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
