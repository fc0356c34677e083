package dev.alidade.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Crowds on a clock of the test's own. */
class CrowdTest {
  private static final double TURN = 0.1;

  @Test
  void tenThousandOfOneCallerDoNotDelayTenOfAnother() {
    Hall hall = new Hall(8, 8, 1_000);
    List<Wish> crowd = new ArrayList<>();
    int refused = 0;
    for (int count = 0; count < 10_000; count++) {
      try {
        crowd.add(hall.ask("ada", "SELECT " + count));
      } catch (AlidadeException failure) {
        assertThat(failure.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        refused++;
      }
    }
    assertThat(crowd.size() + refused).isEqualTo(10_000);
    assertThat(hall.admission.waiting()).isLessThanOrEqualTo(1_000);
    List<Wish> ten = hall.many(10, "bob", "SELECT 1");
    assertThat(ten).filteredOn(Hall::runs).hasSize(2);

    Random random = new Random(7);
    List<Wish> open = new ArrayList<>(crowd);
    open.addAll(ten);
    int ended = 0;
    while (!ten.stream().allMatch(Hall::runs)) {
      hall.pass(TURN / 8);
      List<Wish> running = open.stream().filter(Hall::runs).toList();
      Wish one = running.get(random.nextInt(running.size()));
      hall.end(one);
      open.remove(one);
      ended++;
    }
    assertThat(ended).isLessThanOrEqualTo(24);
  }

  /** Turns of many callers of random lengths: the bounds hold, and everybody has an end. */
  @RepeatedTest(20)
  void whateverHappensTheBoundsHoldAndNothingIsLeft() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int capacity = 1 + random.nextInt(9);
    int perCaller = 1 + random.nextInt(9);
    Hall hall = new Hall(capacity, perCaller, 50);
    List<Wish> open = new ArrayList<>();
    for (int step = 0; step < 3_000; step++) {
      hall.pass(random.nextDouble() * TURN);
      if (random.nextInt(3) > 0) {
        ask(hall, random, open);
      } else if (!open.isEmpty()) {
        leave(hall, open.remove(random.nextInt(open.size())));
      }
      check(hall, open, capacity, perCaller, seed);
    }
    while (!open.isEmpty()) {
      leave(hall, open.remove(random.nextInt(open.size())));
    }
    assertThat(hall.admission.used("shop")).as("seed %d", seed).isZero();
    assertThat(hall.admission.waiting()).as("seed %d", seed).isZero();
  }

  private static void ask(Hall hall, Random random, List<Wish> open) {
    Manner manner = List.of(Manner.values()).get(random.nextInt(3));
    try {
      open.add(
          hall.ask(
              "caller-" + random.nextInt(6),
              "SELECT a" + (char) ('a' + random.nextInt(20)),
              manner,
              Hall.PATIENCE));
    } catch (AlidadeException refused) {
      assertThat(refused.retryAfter().orElseThrow().toSeconds()).isBetween(1L, 60L);
    }
  }

  /** Ends its turn, or stops waiting for it. */
  private static void leave(Hall hall, Wish wish) {
    if (Hall.runs(wish)) {
      hall.end(wish);
    } else {
      wish.turn().cancel(false);
      hall.admission.leave(wish);
    }
  }

  private static void check(Hall hall, List<Wish> open, int capacity, int perCaller, long seed) {
    open.removeIf(wish -> wish.turn().isCompletedExceptionally());
    List<Wish> running = open.stream().filter(Hall::runs).toList();
    List<Wish> waiting = open.stream().filter(wish -> !Hall.runs(wish)).toList();
    assertThat(hall.admission.used("shop")).as("seed %d", seed).isEqualTo(running.size());
    assertThat(hall.admission.waiting()).as("seed %d", seed).isEqualTo(waiting.size());
    assertThat(running.size()).as("seed %d", seed).isLessThanOrEqualTo(capacity);
    assertThat(running.stream().filter(Wish::slow).count())
        .as("seed %d", seed)
        .isLessThanOrEqualTo(Math.max(1, capacity / 2));
    for (Wish wish : waiting) {
      long own = running.stream().filter(other -> other.account().equals(wish.account())).count();
      boolean mustWait =
          running.size() == capacity
              || own >= Math.min(perCaller, wish.ticket().mostHere())
              || (wish.slow()
                  && running.stream().filter(Wish::slow).count() >= Math.max(1, capacity / 2));
      assertThat(mustWait).as("seed %d: nobody waits beside a free turn", seed).isTrue();
    }
  }

  @RepeatedTest(20)
  void theForecastIsWhatHappensIfWorkIsCutSmall() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    double[] remaining = random.doubles(random.nextInt(12), 0, 20).toArray();
    int turns = Math.max(1, remaining.length + random.nextInt(3));
    double before = random.nextDouble() * 50;

    PriorityQueue<Double> free = new PriorityQueue<>();
    Arrays.stream(remaining).forEach(free::add);
    for (int idle = remaining.length; idle < turns; idle++) {
      free.add(0.0);
    }
    double piece = before / 20_000;
    for (int count = 0; count < 20_000; count++) {
      free.add(free.remove() + piece);
    }
    assertThat(Forecast.free(remaining, turns, before))
        .as("seed %d", seed)
        .isCloseTo(free.remove(), within(0.05));
  }

  @Test
  void statementsThatDifferInLiteralsAloneAreTheSameWork() {
    assertThat(Work.of("SELECT * FROM t WHERE id = 1 AND name = 'Ada'"))
        .isEqualTo(Work.of("SELECT * FROM t WHERE id = 12345 AND name = 'O''Hara'"))
        .isNotEqualTo(Work.of("SELECT * FROM u WHERE id = 1 AND name = 'Ada'"));
    assertThat(Work.of("")).isNotEqualTo(Work.of("x"));
  }
}
