package dev.alidade.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the audit costs a query, its two records together: {@code mvn -pl server test
 * -Dtest=AuditCost}. It prints a table for docs/performance.md and checks the chain; machines are
 * too noisy for it to be a test.
 */
class AuditCost {
  private static final int WARM = 20_000;
  private static final int QUERIES = 50_000;
  private static final int QUERIES_ON_DISK = 500;
  private static final String SQL =
      "SELECT c.name, sum(o.total) AS revenue FROM orders o JOIN customers c ON c.id = o.customer"
          + " WHERE o.placed >= DATE '2025-01-01' GROUP BY c.name ORDER BY revenue DESC LIMIT 20";

  @TempDir private Path state;

  @Test
  void printsWhatTwoRecordsCost() throws Exception {
    System.out.println("sync     threads   p50 us   p95 us   p99 us   queries/s");
    for (AuditSettings.Sync sync : AuditSettings.Sync.values()) {
      for (int threads : List.of(1, 2, 16)) {
        measure(sync, threads);
      }
    }
    assertThat(new Trail(state).findings()).isEmpty();
  }

  private void measure(AuditSettings.Sync sync, int threads) throws Exception {
    boolean waits = sync == AuditSettings.Sync.ALWAYS;
    int count = (waits ? QUERIES_ON_DISK : QUERIES) / threads;
    AuditSettings settings = new AuditSettings(Optional.empty(), sync);
    try (AuditLog log = new Trail(state).open(settings, Clock.systemUTC())) {
      run(log, threads, waits ? 10 : WARM / threads);
      long start = System.nanoTime();
      long[] times = run(log, threads, count);
      double seconds = (System.nanoTime() - start) / 1e9;
      Arrays.sort(times);
      System.out.printf(
          "%-8s %7d %8.1f %8.1f %8.1f %11.0f%n",
          sync,
          threads,
          times[times.length / 2] / 1e3,
          times[times.length * 95 / 100] / 1e3,
          times[times.length * 99 / 100] / 1e3,
          times.length / seconds);
    }
  }

  private static long[] run(AuditLog log, int threads, int count)
      throws InterruptedException, ExecutionException {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<long[]>> parts =
          IntStream.range(0, threads)
              .mapToObj(thread -> pool.submit(() -> queries(log, thread, count)))
              .toList();
      long[] all = new long[threads * count];
      for (int thread = 0; thread < threads; thread++) {
        System.arraycopy(parts.get(thread).get(), 0, all, thread * count, count);
      }
      return all;
    }
  }

  private static long[] queries(AuditLog log, int thread, int count) {
    long[] times = new long[count];
    for (int query = 0; query < count; query++) {
      long start = System.nanoTime();
      String id = thread + "-" + query;
      log.record(Trail.started(id, Trail.WENDY, "shop", SQL, Instant.now()));
      log.record(Trail.ended(id, "ok", Instant.now()));
      times[query] = System.nanoTime() - start;
    }
    return times;
  }
}
