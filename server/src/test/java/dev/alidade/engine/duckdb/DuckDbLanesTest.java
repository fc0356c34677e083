package dev.alidade.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Cancellation;
import dev.alidade.engine.Batch;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.ExecutionRequest;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.Progress;
import dev.alidade.engine.ResultStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Small queries have a way of their own past the large ones, and plans are kept. */
@Timeout(120)
class DuckDbLanesTest {
  private static final String LARGE =
      "SELECT count(*) FROM range(90000000000) AS t (x) WHERE x % 7 = 1";

  @TempDir private static Path folder;
  private static Engine engine;
  private static EngineProbe probe;

  @BeforeAll
  static void open() {
    Path file = folder.resolve("lanes.duckdb");
    DuckDbFiles.create(
        file,
        List.of(
            "CREATE TABLE big AS SELECT range AS n, range % 10 AS g FROM range(1000000)",
            "CREATE TABLE small AS SELECT range AS n FROM range(100)"));
    engine = DuckDbFiles.open(file);
    probe = new EngineProbe(engine);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void smallQueriesPassLargeOnesThatTakeAllThreads() throws InterruptedException {
    Cancellation cancellation = new Cancellation();
    int threads = Workers.of("counted").wide().threads();
    List<Progress> progress = new ArrayList<>();
    List<CompletableFuture<Void>> large = new ArrayList<>();
    for (int query = 0; query < threads + 2; query++) {
      Progress own = new Progress();
      progress.add(own);
      large.add(
          CompletableFuture.runAsync(
              () -> runLarge(cancellation, own), work -> Thread.ofVirtual().start(work)));
    }
    try {
      while (progress.stream().filter(each -> each.fraction().isPresent()).count() < threads) {
        assertThat(large).noneMatch(CompletableFuture::isDone);
        Thread.sleep(10);
      }
      for (long key = 0; key < 20; key++) {
        assertThat(probe.number("SELECT n FROM small WHERE n = ?", key)).isEqualTo(key);
      }
      assertThat(large).noneMatch(CompletableFuture::isDone);
    } finally {
      cancellation.cancel();
      large.forEach(each -> each.handle((done, failure) -> true).join());
    }
  }

  private static void runLarge(Cancellation cancellation, Progress progress) {
    ExecutionRequest request =
        new ExecutionRequest(probe.govern(LARGE), Parameters.NONE, cancellation, progress);
    try (ResultStream result = engine.execute(request)) {
      EngineProbe.drain(result);
    }
  }

  @Test
  void whatTakesLongAndGoesStraightFromATableTakesOneThread() {
    String straight = "SELECT n, current_setting('threads') FROM big WHERE g = 3";
    long all = Runtime.getRuntime().availableProcessors();
    assertThat(threadsOf(straight, new Progress())).isEqualTo(1);
    assertThat(threadsOf(straight, Progress.unwatched())).isEqualTo(all);
    assertThat(threadsOf(straight + " ORDER BY n DESC", new Progress())).isEqualTo(all);
    assertThat(threadsOf("SELECT max(n), current_setting('threads') FROM big", new Progress()))
        .isEqualTo(all);
  }

  /** How many threads the database has that the statement says it runs in. */
  private static long threadsOf(String sql, Progress progress) {
    ExecutionRequest request =
        new ExecutionRequest(
            probe.forged(EngineProbe.SOURCE, sql).sql(),
            Parameters.NONE,
            Cancellation.never(),
            progress);
    try (ResultStream result = engine.execute(request)) {
      Batch first = result.next().orElseThrow();
      long threads = (Long) first.value(1, 0);
      assertThat(first.rows() + EngineProbe.drain(result)).isIn(1L, 100_000L);
      return threads;
    }
  }

  @Test
  void whoReadsSlowlyLeavesTheWorkersToOthersAndFindsItsRowsInTheirOrder() {
    List<ResultStream> open = new ArrayList<>();
    long[] next = new long[Workers.of("counted").wide().threads() + 2];
    try {
      for (int result = 0; result < next.length; result++) {
        open.add(probe.start("SELECT n FROM big"));
        for (int batch = 0; batch < 5; batch++) {
          next[result] = inOrder(open.get(result).next().orElseThrow(), next[result]);
        }
      }
      assertThat(probe.cell("SELECT max(n) FROM (SELECT n FROM big ORDER BY g, n)"))
          .isEqualTo(999_999L);
      for (int result = 0; result < next.length; result++) {
        for (Optional<Batch> batch = open.get(result).next();
            batch.isPresent();
            batch = open.get(result).next()) {
          next[result] = inOrder(batch.get(), next[result]);
        }
        assertThat(next[result]).isEqualTo(1_000_000);
      }
    } finally {
      open.forEach(ResultStream::close);
    }
  }

  private static long inOrder(Batch batch, long from) {
    for (int row = 0; row < batch.rows(); row++) {
      assertThat(batch.longValue(0, row) - row).isEqualTo(from);
    }
    return from + batch.rows();
  }

  @Test
  void aKeptPlanGivesTheRowsOfANewOneAndPrintsWhatItSaves() {
    long[] kept = new long[300];
    long[] fresh = new long[kept.length];
    for (int round = 0; round < kept.length; round++) {
      kept[round] = nanosOf("SELECT n FROM small WHERE n = 7 LIMIT 1000");
      fresh[round] = nanosOf("SELECT n FROM small WHERE n = 7 LIMIT " + (2_000 + round));
    }
    Arrays.sort(kept);
    Arrays.sort(fresh);
    System.out.printf(
        Locale.ROOT,
        "point query in the engine, median of %d: plan kept %d us, planned anew %d us%n",
        kept.length,
        kept[kept.length / 2] / 1_000,
        fresh[fresh.length / 2] / 1_000);
  }

  private static long nanosOf(String sql) {
    ExecutionRequest request = probe.forged(EngineProbe.SOURCE, sql);
    long started = System.nanoTime();
    try (ResultStream result = engine.execute(request)) {
      assertThat(EngineProbe.drain(result)).isEqualTo(1);
    }
    return System.nanoTime() - started;
  }

  @Test
  void manyTextsKeepTheirOwnPlans() {
    for (int round = 0; round < 3; round++) {
      for (int text = 0; text < 100; text++) {
        assertThat(probe.number("SELECT n + " + text + " FROM small WHERE n = ?", 7L))
            .isEqualTo(7 + text);
      }
    }
  }

  @Test
  void valuesOfOtherTypesAreBoundToAKeptPlan() {
    String sql = "SELECT count(*) FROM small WHERE n = ?";
    for (int round = 0; round < 3; round++) {
      assertThat(probe.number(sql, 5L)).isEqualTo(1);
      assertThat(probe.number(sql, "5")).isEqualTo(1);
      assertThat(probe.number(sql, 5.5)).isZero();
      assertThat(probe.number(sql, (Object) null)).isZero();
    }
  }

  @Test
  void timeAndChanceAreNotKeptInAPlan() throws InterruptedException {
    Object first = probe.cell("SELECT now()");
    probe.cell("SELECT now()");
    Thread.sleep(2);
    assertThat(probe.cell("SELECT now()")).isNotEqualTo(first);
    assertThat(probe.cell("SELECT random()")).isNotEqualTo(probe.cell("SELECT random()"));
  }

  @Test
  void anEarlyEndSpoilsNoKeptPlan() {
    String sql = "SELECT a.n, b.n FROM big a, small b WHERE a.g = ?";
    for (int round = 0; round < 5; round++) {
      try (ResultStream result =
          probe.start(sql, new Parameters.Positional(List.of(3L)), Cancellation.never())) {
        assertThat(result.next()).isPresent();
      }
    }
    assertThat(probe.rows("SELECT DISTINCT g FROM big WHERE g = ?", 3L))
        .containsExactly(List.of(3L));
  }
}
