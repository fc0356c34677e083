package dev.alidade.redteam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.agreement.Targets;
import dev.alidade.base.ErrorCode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The arena is what it says it is, and its judge notices what leaks. */
class ArenaTest {
  private static final List<String> LEAKS =
      List.of(
          "SELECT * FROM customers",
          "SELECT lower(name) FROM customers WHERE region = 'east'",
          "SELECT count(*) FROM customers",
          "SELECT name FROM customers ORDER BY id LIMIT 3",
          "SELECT max(amount) FROM payroll",
          "SELECT count(*) FROM payroll",
          "SELECT secret_note FROM customers WHERE id = 3");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> whatMayBeSeenIsWhatTheCopyHolds() {
    return Targets.NAMES.stream()
        .map(engine -> DynamicTest.dynamicTest(engine, () -> isSound(engine)));
  }

  private void isSound(String engine) {
    try (Arena arena = Arena.open(engine, folder.resolve(engine))) {
      Judge judge = new Judge(arena);
      for (ArenaTable table : ArenaTable.readable()) {
        Verdict verdict = judge.judge("SELECT * FROM " + table.name());
        assertThat(verdict.leak()).isEmpty();
        assertThat(verdict.outcome()).isInstanceOf(Outcome.Rows.class);
        assertThat(((Outcome.Rows) verdict.outcome()).rows()).hasSizeGreaterThan(10);
      }
      for (String denied : List.of("payroll", "everyone", "wages")) {
        Outcome outcome = arena.attempt("SELECT * FROM " + denied);
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(((Outcome.Failed) outcome).code()).isEqualTo(ErrorCode.TABLE_DENIED);
      }
      assertThat(arena.state()).isEqualTo(arena.state());
    }
  }

  @Test
  void theJudgeNoticesEveryLeakOfRulesThatLeak() {
    for (String engine : List.of("duckdb", "sqlite")) {
      try (Arena arena = Arena.leaky(engine, folder.resolve(engine))) {
        Judge judge = new Judge(arena);
        assertThat(LEAKS).allMatch(sql -> judge.judge(sql).isBypass());
        assertThat(judge.judge("SELECT count(*) FROM products").isBypass()).isFalse();
      }
    }
  }
}
