package dev.alidade.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.edge.http.HttpDoor;
import dev.alidade.edge.http.HttpSettings;
import dev.alidade.engine.Parameters;
import dev.alidade.export.CsvFormat;
import dev.alidade.identity.Household;
import dev.alidade.query.KeptResults;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.Rows;
import dev.alidade.query.SmallShop;
import dev.alidade.workbench.WorkbenchFeature;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One caller's crowd, or long work, beside the few short questions of another. */
class OverloadTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ADA = "adas-configured-key";
  private static final String BOB = "bobs-configured-key";
  private static final int CROWD = 10_000;
  private static final int AT_ONCE = 600;

  /**
   * How many times longer a question may take than on a server that nobody else uses. The crowd,
   * which takes no refusal for an answer, shares the processors with what it asks.
   */
  private static final int RATIO = 40;

  private static final String QUESTION =
      "SELECT count(*) FROM orders a, (SELECT id FROM orders LIMIT 60) b"
          + " WHERE a.id % 7 < b.id % 5 AND a.id <> -";
  private static final String ENDLESS =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, i * 2 FROM n";

  @TempDir private Path folder;
  private final AtomicInteger asked = new AtomicInteger();
  private SmallShop shop;
  private KeptResults kept;
  private Household house;
  private LocalServer server;
  private final HttpClient questions =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeEach
  void open() throws Exception {
    shop = SmallShop.in(folder);
    kept = new KeptResults(folder.resolve("results"), Clock.systemUTC());
    house =
        new Household(
            folder.resolve("house"),
            List.of(
                Household.configured("ada", Set.of(), ADA),
                Household.configured("bob", Set.of(), BOB)),
            new WorkbenchFeature(shop.queries(), kept, List.of(new CsvFormat())).operations());
    HttpSettings settings = new HttpSettings("1", Set.of(), house.identities, () -> true);
    server = new LocalServer(new HttpDoor(house.operations, settings)::mount);
  }

  @AfterEach
  void close() {
    questions.close();
    server.close();
    house.close();
    kept.close();
    shop.close();
  }

  @Test
  void tenThousandOfOneCallerDoNotDelayTenOfAnother() throws Exception {
    try (Crowd crowd = new Crowd(server, ADA, AT_ONCE)) {
      // The first of everything is slow, crowd or not.
      crowd.send(1_000).join();
      Duration idle = slowOf(BOB, 20);
      crowd.outcomes.clear();
      long memory = memoryInUse();

      AtomicBoolean over = new AtomicBoolean();
      CompletableFuture<Void> all = crowd.goOn(AT_ONCE, over::get);
      while (crowd.outcomes.isEmpty()) {
        Thread.sleep(1);
      }
      Duration busy = slowOf(BOB, 10);
      while (crowd.answers() < CROWD && !all.isDone()) {
        Thread.sleep(1);
      }
      over.set(true);
      // Each has its answer, or this fails.
      all.join();

      assertThat(crowd.outcomes.keySet()).isEqualTo(Set.of("200", "429 TOO_MANY_REQUESTS"));
      assertThat(crowd.outcomes.get("200").get()).isPositive();
      assertThat(busy).isLessThan(idle.multipliedBy(RATIO));
      assertThat(memoryInUse() - memory).as("bytes that stay in use").isLessThan(64L << 20);
    }
  }

  @Test
  void exportsAndProfilesLeaveRoomForQuestions() throws Exception {
    Duration idle = slowOf(BOB, 20);
    List<CompletableFuture<HttpResponse<InputStream>>> exports = new ArrayList<>();
    for (int count = 0; count < 8; count++) {
      exports.add(
          server
              .client()
              .sendAsync(
                  query(ADA, ENDLESS).header("Accept", "text/csv").build(),
                  HttpResponse.BodyHandlers.ofInputStream()));
    }
    AtomicBoolean over = new AtomicBoolean();
    List<CompletableFuture<Void>> profiles = new ArrayList<>();
    for (int count = 0; count < 4; count++) {
      profiles.add(CompletableFuture.runAsync(() -> profile(over), Thread::startVirtualThread));
    }
    List<CompletableFuture<Long>> readers =
        exports.stream()
            .map(
                export ->
                    export.thenApplyAsync(answer -> read(answer, over), Thread::startVirtualThread))
            .toList();
    CompletableFuture.anyOf(exports.toArray(CompletableFuture[]::new)).join();

    Duration busy = slowOf(BOB, 10);
    Duration own = slowOf(ADA, 10);
    over.set(true);
    server.client().shutdownNow();
    profiles.forEach(CompletableFuture::join);

    assertThat(busy).isLessThan(idle.multipliedBy(RATIO));
    assertThat(own).isLessThan(idle.multipliedBy(RATIO));
    // The others still waited for their turn, or were sent away.
    long read =
        readers.stream()
            .mapToLong(reader -> reader.exceptionally(cut -> 0L).join())
            .filter(bytes -> bytes > 1_000_000)
            .count();
    assertThat(read).isBetween(1L, 4L);
  }

  /** Reads an export and says how much came. */
  private static long read(HttpResponse<InputStream> export, AtomicBoolean over) {
    long bytes = 0;
    byte[] buffer = new byte[64 * 1024];
    try (InputStream body = export.body()) {
      while (!over.get()) {
        bytes += body.read(buffer);
      }
    } catch (IOException gone) {
      return bytes;
    }
    return bytes;
  }

  private void profile(AtomicBoolean over) {
    QueryLimits limits = new QueryLimits(Duration.ofSeconds(20), 10).inBackground();
    while (!over.get()) {
      Rows.collect(
          shop.queries()
              .run(
                  new QueryRequest(
                      Caller.SYSTEM,
                      "shop",
                      question(),
                      Parameters.NONE,
                      limits,
                      Cancellation.never())));
    }
  }

  /** What 95 of a hundred take at most: of ten or twenty, all but the slowest. */
  private Duration slowOf(String key, int count) throws Exception {
    long[] nanos = new long[count];
    for (int each = 0; each < count; each++) {
      long start = System.nanoTime();
      HttpResponse<String> answer =
          questions.send(query(key, question()).build(), HttpResponse.BodyHandlers.ofString());
      nanos[each] = System.nanoTime() - start;
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
    Arrays.sort(nanos);
    return Duration.ofNanos(nanos[(count - 1) * 95 / 100]);
  }

  /** One that nobody has asked before, so that no answer is kept. */
  private String question() {
    return QUESTION + asked.incrementAndGet();
  }

  private HttpRequest.Builder query(String key, String sql) {
    String body = JSON.createObjectNode().put("source", "shop").put("sql", sql).toString();
    return server.post("/api/v1/query", body).header("Authorization", "Bearer " + key);
  }

  private static long memoryInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
