package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A raised cancellation ends the query soon and leaves the engine working. */
interface CancelContract extends EngineFixture {
  String ENDLESS =
      "SELECT count(*) FROM numbers a, numbers b, numbers c WHERE a.n * b.n + c.n = -1";

  @Test
  @Timeout(30)
  default void cancellingBeforeTheStartRunsNothing() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    AlidadeException failure =
        EngineProbe.failure(() -> probe().start(ENDLESS, Parameters.NONE, cancellation).close());
    assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_CANCELLED);
  }

  @Test
  @Timeout(30)
  default void cancellingStopsARunningQuery() {
    long started = System.nanoTime();
    assertThat(cancelledAfter(Duration.ofMillis(300), ENDLESS).code())
        .isEqualTo(ErrorCode.QUERY_CANCELLED);
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
  }

  @Test
  @Timeout(30)
  default void cancellingStopsAStream() {
    Cancellation cancellation = new Cancellation();
    try (ResultStream result =
        probe().start(StreamContract.TWO_MILLION_ROWS, Parameters.NONE, cancellation)) {
      assertThat(result.next()).isPresent();
      cancellation.cancel();
      AlidadeException failure = EngineProbe.failure(() -> EngineProbe.drain(result));
      assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_CANCELLED);
    }
    assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
  }

  @Test
  @Timeout(30)
  default void cancellingAfterTheEndDoesNothing() {
    Cancellation cancellation = new Cancellation();
    try (ResultStream result =
        probe().start("SELECT count(*) FROM orders", Parameters.NONE, cancellation)) {
      assertThat(EngineProbe.drain(result)).isEqualTo(1);
    }
    cancellation.cancel();
    assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
  }

  @Test
  @Timeout(60)
  default void manyCancelledQueriesLeaveRoomForOthers() throws InterruptedException {
    List<Thread> callers = new ArrayList<>();
    for (int caller = 0; caller < 12; caller++) {
      callers.add(Thread.ofVirtual().start(() -> cancelledAfter(Duration.ofMillis(200), ENDLESS)));
    }
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
  }

  private AlidadeException cancelledAfter(Duration delay, String sql) {
    Cancellation cancellation = new Cancellation();
    Thread canceller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    Thread.sleep(delay);
                  } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                  }
                  cancellation.cancel();
                });
    try {
      return EngineProbe.failure(
          () -> {
            try (ResultStream result = probe().start(sql, Parameters.NONE, cancellation)) {
              Optional<Batch> next = result.next();
              assertThat(next).as("no row comes before the cancellation").isEmpty();
            }
          });
    } finally {
      canceller.interrupt();
    }
  }
}
