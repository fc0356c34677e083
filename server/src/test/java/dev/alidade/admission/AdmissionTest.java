package dev.alidade.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

  private final Admission admission = new Admission("queries", 2, 500);

  @Test
  void aSourceTakesAsManyAsItHasRoomFor() {
    Slot first = enter("ada", 2);
    enter("bob", 2);
    CompletableFuture<Slot> third = later(ticket("cleo", 2, false));
    first.close();
    first.close();
    assertThat(third.join()).isNotNull();
    assertThat(admission.used("shop")).isEqualTo(2);
  }

  @Test
  void aCallerTakesAsManyAsItMay() {
    Slot first = enter("ada", 9);
    enter("ada", 9);
    assertTooMany(ticket("ada", 9, false));
    enter("bob", 9);
    first.close();
    enter("ada", 9);
  }

  @Test
  void callersTakeTurns() {
    Slot only = enter("ada", 1);
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (String caller : List.of("ada", "ada", "ada", "bob", "cleo")) {
      int before = admission.waiting();
      all.add(
          later(ticket(caller, 1, false))
              .thenAccept(
                  slot -> {
                    order.add(caller);
                    slot.close();
                  }));
      awaitWaiting(before + 1);
    }
    only.close();
    all.forEach(CompletableFuture::join);
    assertThat(order).containsExactly("bob", "cleo", "ada", "ada", "ada");
  }

  @Test
  void whatRunsInTheBackgroundLeavesHalfAndComesLast() {
    enter("ada", 2);
    Slot background = admission.enter(ticket("system", 2, true), PATIENCE, Cancellation.never());
    CompletableFuture<Slot> later = later(ticket("system", 2, true));
    awaitWaiting(1);
    CompletableFuture<Slot> person = later(ticket("bob", 2, false));
    awaitWaiting(2);
    background.close();
    Slot bob = person.join();
    assertThat(later).isNotDone();
    bob.close();
    later.join().close();
  }

  @Test
  void whoDoesNotWantToWaitAnyMoreLeaves() {
    Slot only = enter("ada", 1);
    Cancellation leaving = new Cancellation();
    CompletableFuture<Slot> waiting =
        CompletableFuture.supplyAsync(
            () -> admission.enter(ticket("bob", 1, false), PATIENCE, leaving), THREADS);
    awaitWaiting(1);
    leaving.cancel();
    assertThatThrownBy(waiting::join)
        .cause()
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_CANCELLED));
    assertThat(admission.waiting()).isZero();
    only.close();
    enter("cleo", 1).close();
    assertThat(admission.used("shop")).isZero();
  }

  @Test
  void tooManyWaitingAreRefusedAtOnce() {
    Admission small = new Admission("queries", 1, 0);
    small.enter(ticket("ada", 1, false), PATIENCE, Cancellation.never());
    assertThatThrownBy(() -> small.enter(ticket("bob", 1, false), PATIENCE, Cancellation.never()))
        .hasMessageContaining("try again in 1 s");
  }

  @Test
  void aHundredCallersNeverPassTheLimitsAndAllGetTheirTurn() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Semaphore done = new Semaphore(0);
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int caller = 0; caller < 100; caller++) {
      String name = "caller-" + caller;
      all.add(
          CompletableFuture.runAsync(
              () -> {
                for (int turn = 0; turn < 20; turn++) {
                  try (Slot slot =
                      admission.enter(ticket(name, 3, false), PATIENCE, Cancellation.never())) {
                    assertThat(slot).isNotNull();
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    now.decrementAndGet();
                  }
                  done.release();
                }
              },
              THREADS));
    }
    all.forEach(CompletableFuture::join);
    assertThat(done.availablePermits()).isEqualTo(2_000);
    assertThat(most.get()).isBetween(1, 3);
    assertThat(admission.used("shop")).isZero();
    assertThat(admission.waiting()).isZero();
  }

  private Slot enter(String caller, int capacity) {
    return admission.enter(ticket(caller, capacity, false), Duration.ZERO, Cancellation.never());
  }

  private CompletableFuture<Slot> later(Ticket ticket) {
    return CompletableFuture.supplyAsync(
        () -> admission.enter(ticket, PATIENCE, Cancellation.never()), THREADS);
  }

  private void assertTooMany(Ticket ticket) {
    assertThatThrownBy(() -> admission.enter(ticket, Duration.ZERO, Cancellation.never()))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS));
    assertThat(admission.waiting()).isZero();
  }

  private void awaitWaiting(int count) {
    while (admission.waiting() != count) {
      Thread.onSpinWait();
    }
  }

  private static Ticket ticket(String caller, int capacity, boolean background) {
    return new Ticket(
        caller,
        "shop",
        capacity,
        background ? Manner.BACKGROUND : Manner.PROMPT,
        Optional.empty(),
        Optional.of(Work.of("SELECT 1")));
  }
}
