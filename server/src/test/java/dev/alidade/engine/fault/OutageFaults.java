package dev.alidade.engine.fault;

import static dev.alidade.engine.fault.FaultBench.COUNT;
import static dev.alidade.engine.fault.FaultBench.ENDLESS;
import static dev.alidade.engine.fault.FaultBench.LONG;
import static dev.alidade.engine.fault.FaultBench.LONG_ROWS;
import static dev.alidade.engine.fault.FaultBench.ROWS;
import static dev.alidade.engine.fault.FaultBench.SOUND;
import static dev.alidade.engine.fault.FaultBench.SOURCE;
import static dev.alidade.engine.fault.FaultBench.assertUnavailable;
import static dev.alidade.engine.fault.FaultBench.await;
import static dev.alidade.engine.fault.FaultBench.failure;
import static dev.alidade.engine.fault.FaultBench.since;
import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryLimits;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The server, or the way to it, is gone for a while. */
interface OutageFaults {
  FaultBench bench();

  @Test
  default void serverDiesDuringAQuery() {
    assertThat(bench().count(SOURCE)).isEqualTo(ROWS);
    CompletableFuture<AlidadeException> running =
        FaultBench.inBackground(() -> bench().count(SOURCE, ENDLESS));
    await(() -> bench().inUse(SOURCE) == 1);
    bench().proxy.down();
    long start = System.nanoTime();
    assertUnavailable(running.join());
    assertThat(since(start)).isLessThan(bench().server.patience().plusSeconds(2));
    assertThat(bench().count(SOUND)).as("another source").isEqualTo(ROWS);
    bench().proxy.up();
    bench().awaitRecovery(SOURCE);
  }

  @Test
  default void serverDiesInTheMiddleOfAResult() {
    try (GovernedResult result = bench().start(SOURCE, LONG)) {
      assertThat(result.next()).isPresent();
      bench().proxy.down();
      long start = System.nanoTime();
      assertUnavailable(failure(() -> FaultBench.rows(result)));
      assertThat(since(start)).isLessThan(bench().server.patience().plusSeconds(2));
    }
    bench().proxy.up();
    bench().awaitRecovery(SOURCE);
    assertThat(bench().rows(SOURCE, LONG)).isEqualTo(LONG_ROWS);
  }

  @Test
  default void aConnectionBreaksInTheMiddleOfAResult() {
    try (GovernedResult result = bench().start(SOURCE, LONG)) {
      int first = result.next().orElseThrow().rows();
      bench().proxy.cutAfter(0);
      if (bench().server.asksAgain()) {
        assertThat(first + FaultBench.rows(result)).isEqualTo(LONG_ROWS);
      } else {
        assertUnavailable(failure(() -> FaultBench.rows(result)));
      }
    }
    assertThat(bench().rows(SOURCE, LONG)).isEqualTo(LONG_ROWS);
  }

  @Test
  default void serverHangs() {
    assertThat(bench().count(SOURCE)).isEqualTo(ROWS);
    bench().proxy.hang();
    long start = System.nanoTime();
    assertUnavailable(
        failure(() -> bench().count(SOURCE, COUNT, new QueryLimits(Duration.ofSeconds(1), 10))));
    assertThat(since(start)).isLessThan(Duration.ofSeconds(8));
    assertThat(bench().count(SOUND)).as("another source").isEqualTo(ROWS);
    bench().proxy.up();
    bench().awaitRecovery(SOURCE);
  }

  @Test
  default void serverHangsInTheMiddleOfAResult() {
    QueryLimits limits = new QueryLimits(Duration.ofSeconds(2), LONG_ROWS);
    try (GovernedResult result = bench().start(SOURCE, LONG, limits)) {
      assertThat(result.next()).isPresent();
      bench().proxy.hang();
      long start = System.nanoTime();
      assertUnavailable(failure(() -> FaultBench.rows(result)));
      assertThat(since(start)).isLessThan(Duration.ofSeconds(8));
    }
    bench().proxy.up();
    bench().awaitRecovery(SOURCE);
  }

  @Test
  default void serverAnswersSlowly() {
    bench().proxy.slow(Duration.ofMillis(50));
    assertThat(bench().count(SOURCE)).isEqualTo(ROWS);
    assertThat(bench().count(SOURCE)).isEqualTo(ROWS);
  }

  @Test
  default void idleConnectionsAreReset() {
    for (int round = 0; round < 5; round++) {
      assertThat(bench().count(SOURCE)).isEqualTo(ROWS);
      bench().proxy.reset();
    }
    assertThat(bench().count(SOURCE)).as("tried again on a fresh connection").isEqualTo(ROWS);
  }

  @Test
  default void serverIsDownFromTheStart() {
    bench().proxy.down();
    assertUnavailable(failure(() -> bench().count(SOURCE)));
    long start = System.nanoTime();
    for (int round = 0; round < 50; round++) {
      assertUnavailable(failure(() -> bench().count(SOURCE)));
    }
    assertThat(since(start)).as("fails fast").isLessThan(Duration.ofSeconds(2));
    assertThat(bench().count(SOUND)).as("another source").isEqualTo(ROWS);
    bench().proxy.up();
    bench().awaitRecovery(SOURCE);
  }

  @Test
  default void serverReturnsAfterAWhile() throws InterruptedException {
    assertThat(bench().count(SOURCE)).isEqualTo(ROWS);
    bench().proxy.down();
    assertUnavailable(failure(() -> bench().count(SOURCE)));
    // Long enough for the pauses between the trials to have grown to their longest.
    Thread.sleep(Duration.ofSeconds(7));
    assertUnavailable(failure(() -> bench().count(SOURCE)));
    bench().proxy.up();
    long start = System.nanoTime();
    bench().awaitRecovery(SOURCE);
    assertThat(since(start)).isLessThan(Duration.ofSeconds(5));
  }
}
