package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstVisitTest {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger begun = new AtomicInteger();
  private final Router router = Router.router(vertx);
  private HttpServer server;

  @BeforeEach
  void serve() throws Exception {
    FirstVisit.mount(router, begun::incrementAndGet);
    router.route().handler(context -> context.response().end("here"));
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get();
  }

  @AfterEach
  void stop() {
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void whoAsksWhetherWeAreWellBeginsNothing() throws Exception {
    for (int time = 0; time < 3; time++) {
      assertThat(get("/readyz")).isEqualTo("here");
      assertThat(get("/healthz")).isEqualTo("here");
    }
    assertThat(router.getRoutes()).hasSize(2);
    assertThat(begun).hasValue(0);
  }

  @Test
  void theFirstVisitorBeginsItOnceAndIsServed() throws Exception {
    for (int time = 0; time < 5; time++) {
      assertThat(get("/api/v1/ask")).isEqualTo("here");
    }
    await().untilAsserted(() -> assertThat(begun).hasValue(1));
    assertThat(router.getRoutes()).hasSize(1);
  }

  private String get(String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.actualPort() + path);
    return client
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
