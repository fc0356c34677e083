package dev.alidade.redteam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.agreement.Targets;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A slice of {@code ./alidade redteam} on every engine: nothing gets past the policies. */
class RedTeamTest {
  private static final int SIZE = 100;

  @TestFactory
  Stream<DynamicTest> nothingGetsPastThePolicies() {
    return Targets.NAMES.stream()
        .map(engine -> DynamicTest.dynamicTest(engine, () -> nothingGetsPast(engine)));
  }

  private static void nothingGetsPast(String engine) throws SQLException, IOException {
    long seed = Long.getLong("alidade.seed", RedTeamOptions.SEED);
    RedTeamOptions options = new RedTeamOptions(List.of(engine), seed, SIZE);
    EngineReport report = RedTeam.attack(engine, options);
    assertThat(report.attempts()).isGreaterThan(40);
    assertThat(report.bypasses()).as("seed %d%n%s", seed, report.details()).isZero();
    assertThat(report.denied()).as("seed %d%n%s", seed, report.details()).isZero();
  }
}
