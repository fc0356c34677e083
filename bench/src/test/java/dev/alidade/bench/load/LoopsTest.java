package dev.alidade.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopsTest {
  /** What a worker does; it has nothing to close. */
  private interface Step {
    void once(long number) throws Exception;
  }

  private static Worker.Factory workers(Step step) {
    return () ->
        new Worker() {
          @Override
          public void once(long number) throws Exception {
            step.once(number);
          }

          @Override
          public void close() {
            // Nothing is open.
          }
        };
  }

  /** One stall of half a second in a second of calls: half of all callers would have met it. */
  private static void stallOnce(long number) throws InterruptedException {
    if (number == 20) {
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  @Test
  void aStallIsFeltByAllWhoCameMeanwhile() throws Exception {
    Measurement measured =
        OpenLoop.run(100, Duration.ofSeconds(1), 1, workers(LoopsTest::stallOnce));

    // 49 of 100 were due while nobody heard them, and waited 250 ms in the middle.
    assertThat(measured.spread().p99()).isGreaterThan(450);
    assertThat(measured.spread().p95()).isGreaterThan(400);
  }

  @Test
  void aClosedLoopWouldHideIt() throws Exception {
    Measurement measured = ClosedLoop.run(1, Duration.ofMillis(900), workers(LoopsTest::stallOnce));

    assertThat(measured.spread().p99()).isLessThan(100);
  }

  @Test
  void whoIsPatientWaitsWhereItWasRefused() throws Exception {
    Worker.Factory refusing =
        workers(
            number -> {
              if (number % 2 == 1) {
                throw new Refused(429, "later");
              }
            });
    Measurement measured =
        ClosedLoop.run(1, 10, Duration.ofSeconds(30), () -> new PatientWorker(refusing.open()));

    assertThat(measured.refused()).isEqualTo(0.5);
    // Five times 20 ms for five answers.
    assertThat(measured.perSecond()).isBetween(5.0, 50.0);
  }

  @Test
  void everyArrivalIsMadeOnceAndNoneBeforeItIsDue() throws Exception {
    List<Long> numbers = Collections.synchronizedList(new ArrayList<>());
    List<Long> early = Collections.synchronizedList(new ArrayList<>());
    long start = System.nanoTime();
    Measurement measured =
        OpenLoop.run(
            200,
            Duration.ofMillis(500),
            8,
            workers(
                number -> {
                  numbers.add(number);
                  if (System.nanoTime() - start < number * 5_000_000) {
                    early.add(number);
                  }
                }));

    assertThat(numbers).hasSize(100).doesNotHaveDuplicates();
    assertThat(early).isEmpty();
    assertThat(measured.refused()).isZero();
  }

  @Test
  void aClosedLoopMakesNoMoreCallsThanItIsTold() throws Exception {
    List<Long> numbers = Collections.synchronizedList(new ArrayList<>());

    ClosedLoop.run(4, 1_000, Duration.ofMinutes(1), workers(numbers::add));

    assertThat(numbers).hasSize(1_000).doesNotHaveDuplicates();
  }

  @Test
  void refusalsAreCountedAndTheMeasurementGoesOn() throws Exception {
    Measurement measured =
        OpenLoop.run(
            1_000,
            Duration.ofMillis(100),
            4,
            workers(
                number -> {
                  if (number % 4 == 0) {
                    throw new Refused(503, "busy");
                  }
                }));

    assertThat(measured.refused()).isEqualTo(0.25);
  }

  @Test
  void aBrokenConnectionEndsTheMeasurement() {
    Worker.Factory broken =
        workers(
            number -> {
              throw new IOException("the server closed the connection");
            });

    assertThatThrownBy(() -> ClosedLoop.run(2, Duration.ofSeconds(5), broken))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void nothingButRefusalsIsNoMeasurement() {
    Worker.Factory busy =
        workers(
            number -> {
              throw new Refused(429, "later");
            });

    assertThatThrownBy(() -> OpenLoop.run(100, Duration.ofMillis(50), 1, busy))
        .hasMessageContaining("none of 5 calls");
  }

  @Test
  void keysComeOnceBeforeAnyComesAgain() {
    Keys keys = new Keys(1_000);
    List<Long> all = new ArrayList<>();
    for (int call = 0; call < 1_000; call++) {
      all.add(keys.next());
    }

    assertThat(all).doesNotHaveDuplicates().allMatch(key -> key >= 1 && key <= 1_000);
    assertThat(keys.next()).isEqualTo(all.getFirst());
  }

  @Test
  void theMedianRoundIsByRate() {
    Spread spread = new Spread(1, 1, 1);
    List<Measurement> rounds =
        List.of(
            new Measurement(30, spread, 0, Optional.empty()),
            new Measurement(10, spread, 0, Optional.empty()),
            new Measurement(20, spread, 0, Optional.empty()));

    assertThat(Measurement.median(rounds).perSecond()).isEqualTo(20);
    assertThat(Measurement.median(rounds.subList(0, 2)).perSecond()).isEqualTo(10);
  }
}
