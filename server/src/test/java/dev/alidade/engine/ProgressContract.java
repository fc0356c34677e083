package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A long statement tells how far it is, where the engine does. */
interface ProgressContract extends EngineFixture {
  @Test
  @Timeout(90)
  default void aLongStatementTellsHowFarItIs() throws InterruptedException {
    Cancellation cancellation = new Cancellation();
    Progress progress = new Progress();
    CompletableFuture<Void> running =
        CompletableFuture.runAsync(() -> run(measurable(), cancellation, progress));
    try {
      if (!can(Capability.PROGRESS)) {
        staysUnknown(running, progress);
        return;
      }
      grows(running, progress);
    } finally {
      cancellation.cancel();
      running.handle((done, failure) -> true).join();
    }
    assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
  }

  @Test
  default void progressMayBeAskedAtAnyTime() {
    Progress progress = new Progress();
    assertThat(progress.fraction()).isEmpty();
    run("SELECT count(*) FROM orders", Cancellation.never(), progress);
    isFraction(progress.fraction());
  }

  private void run(String sql, Cancellation cancellation, Progress progress) {
    ExecutionRequest request =
        new ExecutionRequest(probe().govern(sql), Parameters.NONE, cancellation, progress);
    try (ResultStream result = probe().engine().execute(request)) {
      EngineProbe.drain(result);
    } catch (AlidadeException ended) {
      assertThat(ended.code()).isEqualTo(ErrorCode.QUERY_CANCELLED);
    }
  }

  private static void staysUnknown(CompletableFuture<Void> running, Progress progress)
      throws InterruptedException {
    long until = System.nanoTime() + Duration.ofMillis(500).toNanos();
    while (System.nanoTime() < until && !running.isDone()) {
      assertThat(progress.fraction()).isEmpty();
      Thread.sleep(20);
    }
  }

  private static void grows(CompletableFuture<Void> running, Progress progress)
      throws InterruptedException {
    double least = 2;
    double most = -1;
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (most <= least && System.nanoTime() < until && !running.isDone()) {
      OptionalDouble fraction = progress.fraction();
      isFraction(fraction);
      if (fraction.isPresent()) {
        least = Math.min(least, fraction.getAsDouble());
        most = Math.max(most, fraction.getAsDouble());
      }
      Thread.sleep(10);
    }
    assertThat(most).as("the fraction grew").isGreaterThan(least);
  }

  private static void isFraction(OptionalDouble fraction) {
    fraction.ifPresent(value -> assertThat(value).isBetween(0.0, 1.0));
  }
}
