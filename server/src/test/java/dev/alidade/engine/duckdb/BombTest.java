package dev.alidade.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorType;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.ResultStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Statements that are made to bring a server down end within a second of their time, with an error,
 * and others go on meanwhile. Prints the table of docs/reliability.md.
 */
@Timeout(120)
@Tag("alone")
class BombTest {
  private static final Duration ALLOWED = Duration.ofMillis(1_500);
  private static final int ATTACKERS = 3;
  private static final Executor EACH = task -> Thread.ofVirtual().start(task);

  @TempDir private static Path folder;
  private static Path file;
  private static Engine engine;
  private static EngineProbe probe;

  @BeforeAll
  static void open() {
    file = folder.resolve("bombed.duckdb");
    DuckDbFiles.create(file, List.of("CREATE TABLE t AS SELECT range AS n FROM range(200000)"));
    engine = DuckDbFiles.openIsolated(file);
    probe = new EngineProbe(engine);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void bombsEndWithAnErrorAndOthersGoOn() throws InterruptedException {
    Bystander.start(probe).stopAfter(Duration.ofSeconds(1));
    long ownBefore = ownBytes();
    double before = Bystander.start(probe).stopAfter(Duration.ofSeconds(2));
    System.out.printf(Locale.ROOT, "p95 of others before: %.1f ms%n", before);
    for (Map.Entry<String, String> bomb : bombs().entrySet()) {
      Set<ProcessHandle> workers = new HashSet<>(WorkerProcesses.ofThisProcess());
      CompletableFuture<List<ProcessHandle>> started =
          CompletableFuture.supplyAsync(WorkerProcesses::ofThisProcess, whenTimeIsUp());
      Bystander bystander = Bystander.start(probe);
      Map<String, Long> outcomes = explode(bomb.getValue());
      double during = bystander.stop();
      workers.addAll(started.join());
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %d of %d | %.1f ms |%n",
          bomb.getKey(),
          outcomes.entrySet().stream()
              .map(end -> "`%s` after %.1f s".formatted(end.getKey(), end.getValue() / 1e3))
              .collect(Collectors.joining(", ")),
          workers.stream().filter(worker -> !worker.isAlive()).count(),
          ATTACKERS,
          during);
    }
    assertThat(probe.number("SELECT count(*) FROM t")).isEqualTo(200_000);
    assertThat(WorkerProcesses.ofThisProcess().size()).isLessThan(16);
    assertThat(ownBytes() - ownBefore).as("growth of the server").isLessThan(2L << 30);
  }

  /** What several callers who send it at once are told, and the longest that one waited. */
  private static Map<String, Long> explode(String sql) {
    List<CompletableFuture<End>> attackers =
        IntStream.range(0, ATTACKERS)
            .mapToObj(attacker -> CompletableFuture.supplyAsync(() -> explodeOnce(sql), EACH))
            .toList();
    return attackers.stream()
        .map(CompletableFuture::join)
        .collect(Collectors.toMap(End::outcome, End::milliseconds, Math::max));
  }

  /** A statement and the seconds that its caller gives it; the gate may refuse it first. */
  private static End explodeOnce(String sql) {
    Cancellation cancellation = new Cancellation();
    whenTimeIsUp().execute(cancellation::cancel);
    long started = System.nanoTime();
    String outcome = outcomeOf(sql, cancellation);
    return new End(outcome, Duration.ofNanos(System.nanoTime() - started).toMillis());
  }

  /** What its caller is told; on a quick machine a small bomb may burn down in time. */
  private static String outcomeOf(String sql, Cancellation cancellation) {
    try (ResultStream result = probe.start(sql, Parameters.NONE, cancellation)) {
      EngineProbe.drain(result);
      return "answered";
    } catch (AlidadeException failure) {
      assertThat(failure.code().type())
          .as("%s", failure.getMessage())
          .isIn(ErrorType.RESOURCES, ErrorType.DENIED, ErrorType.USER);
      return failure.code().name();
    }
  }

  private static Executor whenTimeIsUp() {
    return CompletableFuture.delayedExecutor(ALLOWED.toMillis(), TimeUnit.MILLISECONDS, EACH);
  }

  private record End(String outcome, long milliseconds) {}

  private static Map<String, String> bombs() {
    Map<String, String> bombs = new LinkedHashMap<>();
    bombs.put("`len(range(500000000))`", "SELECT len(range(500000000))");
    bombs.put(
        "nested `list_transform`",
        "SELECT len(list_transform(range(100000), lambda a: list_transform(range(100000),"
            + " lambda b: list_transform(range(100000), lambda c: a + b + c))))");
    bombs.put(
        "a sum that heeds no cancellation",
        "SELECT list_sum(list_transform(range(30000000), lambda x: x + ln(x + 1)))");
    bombs.put(
        "`IN` of 300,000 values",
        "SELECT count(*) FROM t WHERE n IN (" + "7,".repeat(299_999) + "7)");
    bombs.put(
        "a recursion that never ends",
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r");
    bombs.put(
        "a recursion that doubles",
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n FROM r, range(2)) SELECT n FROM r");
    bombs.put("one text of 4 GB", "SELECT repeat('x', 2000000000) || repeat('y', 2000000000)");
    bombs.put(
        "a sort of 40 billion rows", "SELECT a.n, b.n FROM t a, t b ORDER BY a.n * b.n % 1000003");
    bombs.put("a list of everything", "SELECT list(a.n + b.n) FROM t a, t b");
    bombs.put(
        "a million groups of texts", "SELECT string_agg(repeat('x', 10000), '') FROM t a, t b");
    bombs.put("a regular expression", "SELECT regexp_matches(repeat('a', 100000000), '(a*)*b')");
    return bombs;
  }

  private static long ownBytes() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
        + residentKilobytes() * 1_024;
  }

  private static long residentKilobytes() {
    return WorkerProcesses.kilobytes(ProcessHandle.current(), "Rss");
  }
}
