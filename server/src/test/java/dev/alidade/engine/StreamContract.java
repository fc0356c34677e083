package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Results of any size stream in constant memory, many at a time. */
interface StreamContract extends EngineFixture {
  String TWO_MILLION_ROWS =
      "SELECT a.n, b.n, a.word FROM numbers b CROSS JOIN numbers a WHERE b.n < 20";

  @Test
  @Timeout(60)
  default void aLargeResultStreamsInConstantMemory() {
    try (ResultStream result = probe().start(TWO_MILLION_ROWS)) {
      long rows = result.next().orElseThrow().rows();
      long before = usedHeap();
      while (rows < 1_500_000) {
        rows += result.next().orElseThrow().rows();
      }
      assertThat(usedHeap() - before).isLessThan(48L << 20);
      rows += EngineProbe.drain(result);
      assertThat(rows).isEqualTo(2_000_000);
    }
  }

  @Test
  @Timeout(60)
  default void closingEarlyFreesTheQuery() {
    for (int round = 0; round < 40; round++) {
      try (ResultStream result = probe().start(TWO_MILLION_ROWS)) {
        assertThat(result.next()).isPresent();
      }
    }
    assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
  }

  @Test
  default void closingTwiceDoesNothing() {
    ResultStream result = probe().start("SELECT id FROM orders");
    result.close();
    result.close();
    assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
  }

  @Test
  @Timeout(60)
  default void openResultsDoNotBlockEachOther() {
    try (ResultStream first = probe().start("SELECT n FROM numbers ORDER BY n");
        ResultStream second = probe().start("SELECT word FROM numbers ORDER BY n")) {
      assertThat(first.next().orElseThrow().value(0, 0)).isEqualTo(0L);
      assertThat(second.next().orElseThrow().value(0, 0)).isEqualTo("word 0");
      assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
      assertThat(EngineProbe.drain(first)).isLessThan(100_000);
    }
  }

  /** How often each of many callers asks; a server far from quick is asked less. */
  default int queriesOfACaller() {
    return 10;
  }

  @Test
  @Timeout(120)
  default void manyCallersGetTheirOwnRows() throws InterruptedException, ExecutionException {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int caller = 0; caller < 32; caller++) {
        long own = caller;
        answers.add(
            callers.submit(
                () -> {
                  for (long round = 0; round < queriesOfACaller(); round++) {
                    long expected = own * 1000 + round;
                    if (probe().number("SELECT n FROM numbers WHERE n = ?", expected) != expected) {
                      return false;
                    }
                  }
                  return true;
                }));
      }
      for (Future<Boolean> answer : answers) {
        assertThat(answer.get()).isTrue();
      }
      callers.shutdown();
      assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  @Timeout(60)
  default void aClosedEngineSaysSo() {
    Engine another = openAnother();
    EngineProbe probe = new EngineProbe(another, probe().adapted());
    assertThat(probe.number("SELECT count(*) FROM orders")).isEqualTo(4);
    another.close();
    another.close();
    AlidadeException failure = probe.forgedFailure("SELECT 1");
    assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
  }

  private static long usedHeap() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 3; round++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
