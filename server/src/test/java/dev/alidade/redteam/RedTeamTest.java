package dev.alidade.redteam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.agreement.Targets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A slice of {@code ./alidade redteam} on every engine: nothing gets past the policies. */
class RedTeamTest {
  private static final int SIZE = 60;
  // A slow engine gets a small part of a size.
  private static final Map<String, Integer> SIZES = Map.of("trino", 100);
  private static final long SEED = Long.getLong("alidade.seed", RedTeamOptions.SEED);

  private static final Map<String, Future<EngineReport>> ATTACKS = new LinkedHashMap<>();
  private static ExecutorService threads;

  @BeforeAll
  static void begin() {
    threads = Executors.newFixedThreadPool(RedTeam.AT_ONCE);
    for (String engine : Targets.NAMES) {
      int size = SIZES.getOrDefault(engine, SIZE);
      RedTeamOptions options = new RedTeamOptions(List.of(engine), SEED, size);
      ATTACKS.put(engine, threads.submit(() -> RedTeam.attack(engine, options)));
    }
  }

  @AfterAll
  static void end() {
    threads.shutdownNow();
  }

  @TestFactory
  Stream<DynamicTest> nothingGetsPastThePolicies() {
    return ATTACKS.entrySet().stream()
        .map(attack -> DynamicTest.dynamicTest(attack.getKey(), () -> isTight(attack.getValue())));
  }

  private static void isTight(Future<EngineReport> attack) throws Exception {
    EngineReport report = attack.get();
    assertThat(report.attempts()).isGreaterThan(40);
    assertThat(report.bypasses()).as("seed %d%n%s", SEED, report.details()).isZero();
    assertThat(report.denied()).as("seed %d%n%s", SEED, report.details()).isZero();
  }
}
