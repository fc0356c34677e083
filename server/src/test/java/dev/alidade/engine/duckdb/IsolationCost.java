package dev.alidade.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Cancellation;
import dev.alidade.engine.Batch;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.ResultStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What isolation costs, measured beside the other mode in one run, in turns: {@code mvn -pl server
 * test -Dtest=IsolationCost}. It asserts that both read the same and prints the table of
 * docs/performance.md; machines are too noisy for it to be a test.
 */
class IsolationCost {
  private static final String POINT = "SELECT n, word, amount FROM words WHERE n = ?";
  private static final String HUNDRED =
      "SELECT n, word, amount FROM words WHERE n >= 100 AND n < ?";
  private static final String STREAM = "SELECT n, word, amount FROM words WHERE n >= ?";
  private static final int ROWS = 1_000_000;
  private static final int CALLS = 500;
  private static final int STREAMS = 9;

  @TempDir private Path folder;

  @Test
  void printsWhatIsolationCosts() {
    Path file = folder.resolve("cost.duckdb");
    DuckDbFiles.create(
        file,
        List.of(
            "CREATE TABLE words AS SELECT range AS n, 'words of a usual length' AS word,"
                + " (range % 10) * 0.25::DOUBLE AS amount FROM range(1000000)"));
    try (Engine inside = DuckDbFiles.open(file);
        Engine isolated = DuckDbFiles.openIsolated(file)) {
      EngineProbe one = new EngineProbe(inside);
      EngineProbe other = new EngineProbe(isolated);
      print("point query", medians(one, other, POINT, ROWS / 2, CALLS));
      print("100 rows", medians(one, other, HUNDRED, 200, CALLS));
      double[] streams = medians(one, other, STREAM, 0, STREAMS);
      System.out.printf(
          Locale.ROOT,
          "| 1,000,000 rows | %.2f M rows/s | %.2f M rows/s (%.0f %%) |%n",
          ROWS / streams[0] / 1e3,
          ROWS / streams[1] / 1e3,
          100 * streams[0] / streams[1]);
      print("reading a new statement (the gate)", gates(one, other));
      WorkerProcesses.reading(file).forEach(IsolationCost::printMemory);
    }
  }

  private static void print(String what, double[] medians) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.3f ms | %.3f ms (%+.3f ms) |%n",
        what,
        medians[0],
        medians[1],
        medians[1] - medians[0]);
  }

  private static void printMemory(ProcessHandle worker) {
    System.out.printf(
        Locale.ROOT,
        "| a worker that has streamed | %d MB resident, %d MB its share, %d MB its own |%n",
        WorkerProcesses.kilobytes(worker, "Rss") >> 10,
        WorkerProcesses.kilobytes(worker, "Pss") >> 10,
        WorkerProcesses.kilobytes(worker, "Private_Dirty") >> 10);
  }

  private static double[] medians(
      EngineProbe one, EngineProbe other, String sql, long value, int calls) {
    assertThat(read(other, sql, value)).isEqualTo(read(one, sql, value));
    for (int warm = 0; warm < calls / 2; warm++) {
      read(one, sql, value);
      read(other, sql, value);
    }
    double[] inside = new double[calls];
    double[] isolated = new double[calls];
    for (int call = 0; call < calls; call++) {
      inside[call] = milliseconds(() -> read(one, sql, value));
      isolated[call] = milliseconds(() -> read(other, sql, value));
    }
    return new double[] {median(inside), median(isolated)};
  }

  private static double[] gates(EngineProbe one, EngineProbe other) {
    double[] inside = new double[CALLS];
    double[] isolated = new double[CALLS];
    for (int call = 0; call < CALLS; call++) {
      String sql = "SELECT n, upper(word) FROM words WHERE n > " + call + " ORDER BY amount";
      inside[call] = milliseconds(() -> one.govern(sql));
      isolated[call] = milliseconds(() -> other.govern(sql));
    }
    return new double[] {median(inside), median(isolated)};
  }

  private static double read(EngineProbe probe, String sql, long value) {
    double sum = 0;
    Parameters parameters = new Parameters.Positional(List.of(value));
    try (ResultStream result = probe.start(sql, parameters, Cancellation.never())) {
      for (Optional<Batch> next = result.next(); next.isPresent(); next = result.next()) {
        Batch batch = next.get();
        for (int row = 0; row < batch.rows(); row++) {
          sum +=
              batch.longValue(0, row)
                  + ((String) batch.value(1, row)).length()
                  + batch.doubleValue(2, row);
        }
      }
    }
    return sum;
  }

  private static double milliseconds(Runnable work) {
    long started = System.nanoTime();
    work.run();
    return (System.nanoTime() - started) / 1e6;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
