package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A kill in the middle of work loses no record of a result that left. */
class AuditKillTest {
  private static final int CLIENTS = 8;
  private static final int QUERIES = 1_000;
  private static final int RECEIVED_BEFORE_KILL = 500;

  @Test
  void everyReceivedResultIsInTheChainThatAKillLeft() throws Exception {
    Set<String> received = ConcurrentHashMap.newKeySet();
    try (RunningProduct product = RunningProduct.serving(ShopFiles.write())) {
      killWhileAsking(product, received);
      assertThat(received).hasSizeBetween(RECEIVED_BEFORE_KILL, QUERIES - 1);

      Alidade command = new Alidade(Launcher.temporaryFolder("folder"), product.state());
      Alidade.Outcome verified = command.run("audit", "verify");
      assertThat(verified.out()).contains("The audit is as it was written");
      assertThat(verified.code()).isZero();
      assertThat(recorded(product.state())).containsAll(received);

      Alidade.Outcome next = command.run("sql", "SELECT 1", "--data", ShopFiles.write().toString());
      assertThat(next.code()).as(next.errors()).isZero();
      assertThat(command.run("audit", "verify").code()).isZero();
    }
  }

  @Test
  void aDamagedRecordIsNamedByTheCommand() throws Exception {
    Path state = Launcher.temporaryFolder("state");
    Alidade command = new Alidade(Launcher.temporaryFolder("folder"), state);
    assertThat(command.run("audit", "verify").out()).contains("There are no records");
    String data = ShopFiles.write().toString();
    assertThat(command.run("sql", "SELECT 4711", "--data", data).code()).isZero();

    Path segment = segments(state).getFirst();
    String text = Files.readString(segment);
    Files.writeString(segment, text.replace("4711", "4712"));
    Alidade.Outcome damaged = command.run("audit", "verify");
    assertThat(damaged.code()).isEqualTo(3);
    assertThat(damaged.out()).containsPattern("record \\d+: changed");
  }

  /** Clients ask until the product is gone; each notes what it received whole. */
  private static void killWhileAsking(RunningProduct product, Set<String> received)
      throws Exception {
    Rest rest = new Rest(product);
    rest.query("SELECT 1");
    AtomicInteger next = new AtomicInteger();
    CountDownLatch enough = new CountDownLatch(RECEIVED_BEFORE_KILL);
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Boolean>> done = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        done.add(clients.submit(() -> ask(rest, next, received, enough)));
      }
      assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
      product.kill();
      for (Future<Boolean> each : done) {
        assertThat(each.get()).as("the kill came in the middle").isFalse();
      }
    }
  }

  private static boolean ask(
      Rest rest, AtomicInteger next, Set<String> received, CountDownLatch enough) throws Exception {
    for (int number = next.getAndIncrement(); number < QUERIES; number = next.getAndIncrement()) {
      String sql =
          "SELECT %d AS number, count(*) FROM orders WHERE order_id > %d".formatted(number, number);
      try {
        HttpResponse<String> response = rest.raw("query", Rest.statement(sql));
        if (response.statusCode() == 200) {
          received.add(sql);
          enough.countDown();
        }
      } catch (IOException killed) {
        return false;
      }
    }
    return true;
  }

  /** The statements of all records of a start, read from the files themselves. */
  private static Set<String> recorded(Path state) {
    return segments(state).stream()
        .flatMap(AuditKillTest::lines)
        .filter(line -> line.endsWith("}"))
        .map(AuditKillTest::json)
        .filter(record -> record.path("kind").asText().equals("query_started"))
        .map(record -> record.path("sql").asText())
        .collect(Collectors.toSet());
  }

  private static List<Path> segments(Path state) {
    try (Stream<Path> files = Files.walk(state.resolve("audit"))) {
      return files.filter(file -> file.toString().endsWith(".ndjson")).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static JsonNode json(String line) {
    try {
      return Rest.JSON.readTree(line);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
