package dev.alidade.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** One caller's program that sends thousands of queries at once, on as many connections. */
final class Crowd implements AutoCloseable {
  /** How many answers of each kind came: the status, and the code where it is no success. */
  final Map<String, AtomicInteger> outcomes = new ConcurrentHashMap<>();

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HttpClient client;
  private final URI address;
  private final String key;
  private final AtomicInteger asked = new AtomicInteger();

  Crowd(LocalServer server, String key, int connections) {
    this.key = key;
    address = server.to("/api/v1/query").build().uri();
    client =
        vertx.createHttpClient(
            new HttpClientOptions().setMaxPoolSize(connections).setMaxWaitQueueSize(-1));
  }

  /** Sends so many at once; done when all are answered, and failed if one is not. */
  CompletableFuture<Void> send(int count) {
    return goOn(count, () -> true);
  }

  /** The same, and sends another one for each that is answered, until it is over. */
  CompletableFuture<Void> goOn(int count, BooleanSupplier over) {
    CompletableFuture<?>[] all = new CompletableFuture<?>[count];
    for (int each = 0; each < count; each++) {
      all[each] = another(over);
    }
    return CompletableFuture.allOf(all);
  }

  private CompletableFuture<Void> another(BooleanSupplier over) {
    // None is asked twice, so that no answer is kept.
    return send("SELECT sum(total) FROM orders WHERE id <> -" + asked.incrementAndGet())
        .thenCompose(
            answered ->
                over.getAsBoolean() ? CompletableFuture.completedFuture(null) : another(over));
  }

  /** How many answers came. */
  int answers() {
    return outcomes.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  private CompletableFuture<Void> send(String sql) {
    return client
        .request(HttpMethod.POST, address.getPort(), address.getHost(), address.getPath())
        .compose(
            request ->
                request
                    .putHeader("Authorization", "Bearer " + key)
                    .putHeader("Content-Type", "application/json")
                    .send(Buffer.buffer("{\"source\":\"shop\",\"sql\":\"" + sql + "\"}")))
        .compose(response -> response.body().onSuccess(body -> note(response, body.toString())))
        .<Void>mapEmpty()
        .toCompletionStage()
        .toCompletableFuture();
  }

  private void note(HttpClientResponse response, String body) {
    String outcome = Integer.toString(response.statusCode());
    if (response.statusCode() != 200) {
      assertThat(Integer.parseInt(response.getHeader("Retry-After"))).isBetween(1, 60);
      outcome += " " + body.replaceAll("(?s).*\"code\":\"(\\w+)\".*", "$1");
    }
    outcomes.computeIfAbsent(outcome, ignored -> new AtomicInteger()).incrementAndGet();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
