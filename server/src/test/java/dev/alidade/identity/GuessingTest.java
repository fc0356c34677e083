package dev.alidade.identity;

import static dev.alidade.identity.CallersTest.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Attempts;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.MovableClock;
import dev.alidade.operation.Credential;
import dev.alidade.operation.Entrance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuessingTest {
  private static final String WENDY = "wendy-secret-key";
  @TempDir Path folder;
  private Household house;

  @BeforeEach
  void open() {
    house =
        new Household(
            folder,
            List.of(
                Household.configured("wendy", Set.of("admin"), WENDY),
                Household.configured("carl", Set.of("viewer"), "carls-secret-key")),
            List.of());
    house.as(
        WENDY,
        "create_caller",
        "{'name': 'ada', 'roles': ['viewer'], 'password': 'correct horse'}");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void eachFailureDoublesTheWait() {
    MovableClock clock = new MovableClock();
    Attempts attempts = new Attempts(3, clock);
    for (int free = 0; free < 3; free++) {
      attempts.failed("x");
      assertThat(attempts.delay("x")).isZero();
    }

    for (int expected : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      attempts.failed("x");
      assertThat(attempts.delay("x")).isEqualTo(Duration.ofSeconds(expected));
      assertFails(() -> attempts.check("x"), ErrorCode.TOO_MANY_ATTEMPTS, "try again in");
      clock.forward(expected);
      assertThat(attempts.delay("x")).isZero();
    }
    assertThat(attempts.delay("y")).isZero();
    clock.forward(Duration.ofMinutes(16).toSeconds());
    attempts.failed("x");
    assertThat(attempts.delay("x")).isZero();
  }

  @Test
  void aGuesserOfAPasswordWaits() {
    for (int guess = 0; guess < 6; guess++) {
      assertFails(() -> signIn("10.0.0.1", "ada", "guess"), ErrorCode.UNAUTHENTICATED);
    }

    AlidadeException refused =
        catchThrowableOfType(
            AlidadeException.class, () -> signIn("10.0.0.1", "ada", "correct horse"));
    assertThat(refused.code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(1));
    // Another address and another way to write the name are no way around.
    assertFails(() -> signIn("10.0.0.2", "ADA", "guess"), ErrorCode.TOO_MANY_ATTEMPTS);
    house.clock.forward(1);
    assertThat(signIn("10.0.0.1", "ada", "correct horse")).startsWith("als_");
    assertThat(signIn("10.0.0.1", "ada", "correct horse")).startsWith("als_");
  }

  @Test
  void whoWasHereBeforeIsNotKeptOutByStrangers() {
    signIn("10.0.0.1", "ada", "correct horse");
    for (int guess = 0; guess < 6; guess++) {
      assertFails(() -> signIn("10.6.6.6", "ada", "guess"), ErrorCode.UNAUTHENTICATED);
    }
    assertFails(() -> signIn("10.6.6.6", "ada", "correct horse"), ErrorCode.TOO_MANY_ATTEMPTS);

    assertThat(signIn("10.0.0.1", "ada", "correct horse")).startsWith("als_");
    // But from there nobody guesses for ever either.
    for (int guess = 0; guess < 6; guess++) {
      assertFails(() -> signIn("10.0.0.1", "ada", "guess"), ErrorCode.UNAUTHENTICATED);
    }
    assertFails(() -> signIn("10.0.0.1", "ada", "correct horse"), ErrorCode.TOO_MANY_ATTEMPTS);
  }

  @Test
  void manyNamesFromOneAddressWaitTogether() {
    for (int guess = 0; guess < 21; guess++) {
      String name = "n" + guess;
      assertFails(() -> signIn("2001:db8:0:1::" + name, name, "x"), ErrorCode.UNAUTHENTICATED);
    }

    assertFails(() -> signIn("2001:db8:0:1::ffff", "m", "x"), ErrorCode.TOO_MANY_ATTEMPTS);
    assertFails(() -> signIn("2001:db8:0:2::ffff", "m", "x"), ErrorCode.UNAUTHENTICATED);
  }

  @Test
  void aGuesserOfKeysWaitsAndOthersAreHeard() {
    String made =
        house.as(WENDY, "create_api_key", "{'name': 'k', 'caller': 'ada'}").get("key").asText();
    assertThat(who("10.0.0.1", WENDY)).isEqualTo("wendy");
    for (int guess = 0; guess < 21; guess++) {
      String key = "guess-" + guess;
      assertFails(() -> who("10.0.0.1", key), ErrorCode.UNAUTHENTICATED);
    }

    assertFails(() -> who("10.0.0.1", "guess"), ErrorCode.TOO_MANY_ATTEMPTS);
    assertFails(() -> who("10.0.0.1", "carls-secret-key"), ErrorCode.TOO_MANY_ATTEMPTS);
    assertThat(who("10.0.0.1", WENDY)).as("right before, from here").isEqualTo("wendy");
    assertThat(who("10.0.0.1", made)).as("nobody guesses 256 bits").isEqualTo("ada");
    assertThat(who("10.0.0.2", "carls-secret-key")).isEqualTo("carl");
    house.clock.forward(60);
    assertThat(who("10.0.0.1", "carls-secret-key")).isEqualTo("carl");
  }

  /** Without the same work it would take a hundredth. */
  @Test
  void anUnknownNameTakesAsLongAsAKnownOne() {
    long known = quickest("ada");
    long unknown = quickest("nobody");
    long withoutPassword = quickest("carl");

    assertThat(unknown).isGreaterThan(known / 4);
    assertThat(withoutPassword).isGreaterThan(known / 4);
  }

  private long quickest(String name) {
    long quickest = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      house.clock.forward(3_600);
      long start = System.nanoTime();
      assertFails(() -> signIn("10.9.9.9", name, "wrong"), ErrorCode.UNAUTHENTICATED);
      quickest = Math.min(quickest, System.nanoTime() - start);
    }
    return quickest;
  }

  private String signIn(String address, String name, String password) {
    return house
        .call(
            new Credential.None(new Entrance("rest", address)),
            "sign_in",
            "{'name': '%s', 'password': '%s'}".formatted(name, password))
        .get("session")
        .asText();
  }

  private String who(String address, String key) {
    return house
        .call(new Credential.Bearer(new Entrance("rest", address), key), "who_am_i", "{}")
        .get("name")
        .asText();
  }
}
