package dev.alidade.redteam.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.redteam.Arena;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random statements show a caller nothing of what policies hide: each is judged by the same on a
 * database with other hidden data, by the same on a copy of what may be seen, and by hidden values.
 *
 * <p>{@code -Dalidade.random.seed=N} tries others, {@code -Dalidade.random.factor=N} so many times
 * as many; a failure prints the seed and the index that write its statement again.
 */
class RandomQueriesTest {
  private static final long SEED = Long.getLong("alidade.random.seed", 1);
  private static final int FACTOR = Integer.getInteger("alidade.random.factor", 1);
  private static final int LEAST_ANSWERED = 70;

  /** How many statements each engine is asked; servers cost more. */
  private static final Map<String, Integer> QUERIES =
      new TreeMap<>(
          Map.of("sqlite", 8_880, "duckdb", 500, "postgres", 500, "mysql", 100, "trino", 20));

  @TempDir private static Path folder;
  private static ExecutorService threads;
  private static final Map<String, CompletableFuture<RandomRun>> RUNS = new LinkedHashMap<>();

  @BeforeAll
  static void begin() {
    threads = Executors.newFixedThreadPool(2);
    for (String engine : QUERIES.keySet()) {
      RUNS.put(engine, CompletableFuture.supplyAsync(() -> run(engine), threads));
    }
  }

  @AfterAll
  static void end() {
    threads.shutdownNow();
  }

  private static RandomRun run(String engine) {
    try (Arena arena = Arena.open(engine, folder.resolve(engine))) {
      return new RandomRun(arena).run(SEED, 0, QUERIES.get(engine) * FACTOR);
    }
  }

  @TestFactory
  Stream<DynamicTest> nothingHiddenComesOut() {
    return RUNS.entrySet().stream()
        .map(run -> DynamicTest.dynamicTest(run.getKey(), () -> isTight(run.getValue().join())));
  }

  private static void isTight(RandomRun run) {
    System.out.println("random queries, seed %d: %s".formatted(SEED, run.summary()));
    assertThat(run.leaks()).isEmpty();
    assertThat(run.share()).as(run.summary()).isGreaterThan(LEAST_ANSWERED);
  }

  @Test
  void tenThousandAreAsked() {
    assertThat(QUERIES.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(10_000);
  }
}
