package dev.alidade.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.engine.Batch;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.Sources;
import dev.alidade.policy.Governor;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.sql.TypeKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Alidade adds to the bare driver, measured for every engine in one run, in turns: {@code mvn
 * -pl server test -Dtest=EngineOverhead}. It asserts that both read the same and prints a table for
 * docs/performance.md; machines are too noisy for it to be a test.
 */
class EngineOverhead {
  private static final String POINT = "SELECT n, word, amount FROM words WHERE n = ?";
  private static final String HUNDRED =
      "SELECT n, word, amount FROM words WHERE n >= 100 AND n < ?";
  private static final String STREAM = "SELECT n, word, amount FROM words WHERE n >= ?";
  private static final int ROWS = 1_000_000;
  private static final int ROUNDS = 5;

  /** One engine's name to measure it alone, {@code -Dengine=SQLite}. */
  private static final String ONLY = System.getProperty("engine", "");

  @TempDir private Path folder;

  /** Runs a statement with one value and reads every cell; returns a sum over the cells. */
  @FunctionalInterface
  private interface Reading {
    double read(String sql, long value) throws Exception;
  }

  @Test
  void printsWhatAlidadeAdds() throws Exception {
    System.out.println(
        "engine       point: driver, added      100 rows: driver, added     stream: driver, Alidade");
    for (TargetEngine engine : Targets.all(folder)) {
      if (ONLY.isEmpty() || engine.name().equalsIgnoreCase(ONLY)) {
        measure(engine);
      }
    }
  }

  private static void measure(TargetEngine engine) throws Exception {
    TargetEngine.Target target = engine.create("overhead");
    fill(engine, target);
    try (Sources sources = new Sources(List.of(target.source("bench")), List.of(engine.factory()));
        QueryService queries =
            new QueryService(sources, new Governor(), ignored -> {}, Clock.systemUTC());
        Connection connection = target.reader()) {
      Reading driver = (sql, value) -> bare(connection, sql, value);
      Reading alidade = (sql, value) -> governed(queries, sql, value);
      for (int warm = 0; warm < 3; warm++) {
        assertThat(alidade.read(POINT, 7)).isEqualTo(driver.read(POINT, 7));
        assertThat(alidade.read(HUNDRED, 200)).isEqualTo(driver.read(HUNDRED, 200));
      }
      double[] points = milliseconds(driver, alidade, POINT, ROWS / 2);
      double[] hundreds = milliseconds(driver, alidade, HUNDRED, 200);
      double[] streams = streams(driver, alidade);
      System.out.printf(
          "%-10s %9.3f ms %+9.3f ms    %9.3f ms %+9.3f ms   %5.2f M/s  %5.2f M/s (%3.0f %%)%n",
          engine.name(),
          points[0],
          points[1] - points[0],
          hundreds[0],
          hundreds[1] - hundreds[0],
          ROWS / streams[0] / 1_000,
          ROWS / streams[1] / 1_000,
          100 * streams[0] / streams[1]);
    }
  }

  /** Medians over calls in turns; slow engines are asked less often. */
  private static double[] milliseconds(Reading driver, Reading alidade, String sql, long value)
      throws Exception {
    long once = time(driver, sql, value);
    int calls = Math.clamp(400_000_000L / Math.max(1, once), 5, 200);
    for (int call = 0; call < calls; call++) {
      time(driver, sql, value);
      time(alidade, sql, value);
    }
    double[] bare = new double[calls * ROUNDS];
    double[] ours = new double[calls * ROUNDS];
    for (int call = 0; call < bare.length; call++) {
      bare[call] = time(driver, sql, value) / 1e6;
      ours[call] = time(alidade, sql, value) / 1e6;
    }
    return new double[] {median(bare), median(ours)};
  }

  private static double[] streams(Reading driver, Reading alidade) throws Exception {
    assertThat(alidade.read(STREAM, 0)).isEqualTo(driver.read(STREAM, 0));
    double[] bare = new double[ROUNDS];
    double[] ours = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      bare[round] = time(driver, STREAM, 0) / 1e6;
      ours[round] = time(alidade, STREAM, 0) / 1e6;
    }
    return new double[] {median(bare), median(ours)};
  }

  private static long time(Reading reading, String sql, long value) throws Exception {
    long start = System.nanoTime();
    reading.read(sql, value);
    return System.nanoTime() - start;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double bare(Connection connection, String sql, long value) throws SQLException {
    double sum = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(2_048);
      statement.setLong(1, value);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          sum += row.getLong(1) + row.getString(2).length() + row.getDouble(3);
        }
      }
    }
    return sum;
  }

  private static double governed(QueryService queries, String sql, long value) {
    double sum = 0;
    QueryRequest request =
        new QueryRequest(
            Caller.LOCAL,
            "bench",
            sql,
            new Parameters.Positional(List.of(value)),
            QueryLimits.EXPORT,
            Cancellation.never());
    try (GovernedResult result = queries.run(request)) {
      boolean wide = result.columns().getFirst().type().kind() == TypeKind.INTEGER;
      assertThat(wide).isTrue();
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

  private static void fill(TargetEngine engine, TargetEngine.Target target) throws SQLException {
    String key = engine.hasKeys() ? " PRIMARY KEY" : "";
    try (Connection connection = target.writer();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE digits (d BIGINT)");
      statement.execute(
          "INSERT INTO digits VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)");
      statement.execute(
          "CREATE TABLE words (n BIGINT%s, word VARCHAR(60), amount DOUBLE PRECISION)"
              .formatted(key));
      statement.execute(
          "INSERT INTO words SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d"
              + " + 100000 * g.d, 'words of a usual length', a.d * 0.25"
              + " FROM digits a, digits b, digits c, digits e, digits f, digits g");
    }
  }
}
