package dev.alidade.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who gets the next turn, by what turns cost. */
class FairTurnsTest {
  private static final String LOOKUP = "SELECT * FROM orders WHERE id = 1";
  private static final String REPORT = "SELECT sum(total) FROM orders";

  @Test
  void whoUsedMuchComesAfterWhoUsesLittle() {
    Hall hall = new Hall(1, 100, 1_000);
    Wish first = hall.ask("heavy", REPORT);
    hall.pass(5);
    Wish second = hall.ask("heavy", REPORT, Manner.PROMPT, Duration.ofHours(1));
    List<Wish> lookups = hall.many(80, "light", LOOKUP);
    hall.end(first);

    int before = 0;
    for (Wish lookup : lookups) {
      if (!Hall.runs(lookup)) {
        break;
      }
      hall.pass(0.1);
      hall.end(lookup);
      before++;
    }

    // It used 5 s, so the other one may use as much before its next turn, and not more.
    assertThat(before).isBetween(45, 55);
    assertThat(Hall.runs(second)).isTrue();
  }

  @Test
  void nobodyIsEverFurtherBehindThanHalfAMinute() {
    Hall hall = new Hall(1, 100, 1_000);
    Wish first = hall.ask("heavy", REPORT);
    hall.pass(3_600);
    Wish second = hall.ask("heavy", REPORT, Manner.PROMPT, Duration.ofHours(9));
    Wish other = hall.ask("light", LOOKUP, Manner.PROMPT, Duration.ofHours(9));
    hall.end(first);
    while (!Hall.runs(second)) {
      assertThat(hall.now()).isLessThan(3_600 + 32);
      Wish next = hall.ask("light", LOOKUP, Manner.PROMPT, Duration.ofHours(9));
      hall.pass(0.5);
      hall.end(other);
      other = next;
    }
    assertThat(hall.now()).isGreaterThan(3_600 + 25);
  }

  @Test
  void whatIsShortPassesWhatIsLongButNotForEver() {
    Hall hall = new Hall(1, 100, 1_000);
    hall.teach("ada", REPORT, 4);
    hall.teach("ada", LOOKUP, 0.1);
    Wish running = hall.ask("ada", LOOKUP);
    Wish report = hall.ask("ada", REPORT);
    double asked = hall.now();
    Wish lookup = hall.ask("ada", LOOKUP);
    hall.pass(0.1);
    hall.end(running);
    assertThat(Hall.runs(lookup)).isTrue();
    while (!Hall.runs(report)) {
      Wish next = hall.ask("ada", LOOKUP);
      hall.pass(0.1);
      hall.end(lookup);
      lookup = next;
    }
    assertThat(hall.now() - asked).isBetween(3.5, 4.5);
  }

  @Test
  void halfOfAPlaceIsKeptForWhatIsQuick() {
    Hall hall = new Hall(8, 100, 1_000);
    hall.teach("ada", REPORT, 3);
    hall.teach("ada", LOOKUP, 0.01);
    List<Wish> reports = hall.many(6, "ada", REPORT);
    assertThat(reports).filteredOn(Hall::runs).hasSize(4);
    List<Wish> exports = new ArrayList<>();
    for (int count = 0; count < 4; count++) {
      exports.add(hall.ask("bob", "SELECT * FROM lines", Manner.LASTING, Hall.PATIENCE));
    }
    assertThat(exports).noneMatch(Hall::runs);
    assertThat(Hall.runs(hall.ask("ada", LOOKUP))).isTrue();
    assertThat(Hall.runs(hall.ask("bob", LOOKUP))).isTrue();
  }

  @Test
  void anExportThatIsKnownToBeQuickIsQuick() {
    Hall hall = new Hall(2, 100, 1_000);
    hall.teach("ada", LOOKUP, 0.01);
    List<Wish> exports = new ArrayList<>();
    for (int count = 0; count < 2; count++) {
      exports.add(hall.ask("ada", LOOKUP, Manner.LASTING, Hall.PATIENCE));
    }
    assertThat(exports).allMatch(Hall::runs);
  }

  @Test
  void aQuarterOfAPlaceIsKeptForWhoDoesNotUseIt() {
    Hall hall = new Hall(8, 100, 1_000);
    List<Wish> many = hall.many(10, "ada", LOOKUP);
    assertThat(many).filteredOn(Hall::runs).hasSize(6);
    assertThat(Hall.runs(hall.ask("bob", LOOKUP))).isTrue();
    assertThat(Hall.runs(hall.ask("cleo", LOOKUP))).isTrue();
    assertThat(Hall.runs(hall.ask("dora", LOOKUP))).isFalse();
  }

  @Test
  void whoWouldWaitInVainIsToldAtOnceWhenToComeBack() {
    Hall hall = new Hall(1, 100, 1_000);
    hall.teach("ada", REPORT, 28);
    hall.ask("ada", REPORT);
    hall.pass(1);

    AlidadeException other = refused(() -> hall.ask("bob", LOOKUP));
    assertThat(other.code()).isEqualTo(ErrorCode.OVERLOADED);
    assertThat(other.retryAfter()).contains(Duration.ofSeconds(17));
    assertThat(other).hasMessageContaining("`shop` is busy").hasMessageEndingWith("in 17 s");
    AlidadeException own = refused(() -> hall.ask("ada", LOOKUP));
    assertThat(own.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
    assertThat(own).hasMessageContaining("Your own queries keep `shop` busy");
    assertThat(hall.admission.waiting()).isZero();

    // What is near enough may be waited for.
    hall.pass(10);
    assertThat(Hall.runs(hall.ask("bob", LOOKUP))).isFalse();
    assertThat(hall.admission.waiting()).isEqualTo(1);
  }

  @Test
  void whatWaitsAlreadyCountsAsFarAsItIsServedBefore() {
    Hall hall = new Hall(1, 100, 1_000);
    hall.teach("ada", "SELECT 1", 1);
    hall.ask("ada", "SELECT 1");
    for (int count = 0; count < 19; count++) {
      hall.ask("ada", "SELECT 1");
    }
    // 20 s of work are before the next one of the same caller, but nearly none before another's.
    assertThat(refused(() -> hall.many(5, "ada", "SELECT 1")).code())
        .isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
    assertThat(Hall.refusal(hall.ask("bob", LOOKUP))).isEmpty();
  }

  @Test
  void whoWaitsMostMakesRoomForOthers() {
    Hall hall = new Hall(1, 100, 10);
    Wish running = hall.ask("ada", LOOKUP);
    List<Wish> many = hall.many(10, "ada", LOOKUP);
    assertThat(refused(() -> hall.ask("ada", LOOKUP)))
        .hasMessageContaining("10 of your queries wait already")
        .extracting(AlidadeException::code)
        .isEqualTo(ErrorCode.TOO_MANY_REQUESTS);

    Wish bob = hall.ask("bob", LOOKUP);
    assertThat(Hall.refusal(bob)).isEmpty();
    assertThat(Hall.refusal(many.getLast()).orElseThrow().code())
        .isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
    assertThat(many.subList(0, 9)).allMatch(wish -> Hall.refusal(wish).isEmpty());
    assertThat(hall.admission.waiting()).isEqualTo(10);
    hall.pass(0.1);
    hall.end(running);
    assertThat(Hall.runs(bob)).isTrue();
  }

  @Test
  void whereEverybodyWaitsAlikeNobodyMakesRoom() {
    Hall hall = new Hall(1, 100, 10);
    hall.ask("ada", LOOKUP);
    for (int caller = 0; caller < 10; caller++) {
      hall.ask("caller-" + caller, LOOKUP);
    }
    assertThat(refused(() -> hall.ask("bob", LOOKUP)))
        .hasMessageContaining("10 queries are waiting already")
        .extracting(AlidadeException::code)
        .isEqualTo(ErrorCode.OVERLOADED);
  }

  private static AlidadeException refused(Runnable asking) {
    return catchThrowableOfType(AlidadeException.class, asking::run);
  }
}
