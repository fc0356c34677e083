package dev.alidade.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  private final Passwords passwords = new Passwords();

  @Test
  void aHashMatchesItsPasswordOnly() {
    String hash = passwords.hash("correct horse");

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("horse");
    assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
    assertThat(passwords.matches(Optional.of(hash), "correct horse")).isTrue();
    assertThat(passwords.matches(Optional.of(hash), "correct horsf")).isFalse();
    assertThat(passwords.matches(Optional.of(hash), "")).isFalse();
  }

  @Test
  void whatTheConfigurationSaysInClearMatches() {
    String kept = Passwords.forThisProcess("pa$$wörd");

    assertThat(kept).doesNotContain("pa$$");
    assertThat(passwords.matches(Optional.of(kept), "pa$$wörd")).isTrue();
    assertThat(passwords.matches(Optional.of(kept), "pa$$word")).isFalse();
  }

  @Test
  void nothingMatchesWhereThereIsNoPassword() {
    assertThat(passwords.matches(Optional.empty(), "")).isFalse();
    assertThat(passwords.matches(Optional.empty(), "anything")).isFalse();
  }

  /** The reference implementation's own test vectors. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc password",
        "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc password",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94 differentpassword",
      })
  void readsHashesOfTheReferenceImplementation(String hash, String password) {
    assertThat(passwords.matches(Optional.of(hash), password)).isTrue();
    assertThat(passwords.matches(Optional.of(hash), password + "x")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "password",
        "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=4,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=999,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
      })
  void whatIsNoSoundHashIsRefused(String text) {
    assertThat(Passwords.isHash(text)).isFalse();
  }

  @Test
  void aNewPasswordIsNeitherShortNorEndless() {
    Passwords.checkNew("12345678");
    assertThatThrownBy(() -> Passwords.checkNew("1234567"))
        .isInstanceOf(AlidadeException.class)
        .hasMessage("A password has 8 to 1024 characters");
    assertThatThrownBy(() -> Passwords.checkNew("x".repeat(1_025)))
        .isInstanceOf(AlidadeException.class);
    String kept = Passwords.forThisProcess("x".repeat(2_000));
    assertThat(passwords.matches(Optional.of(kept), "x".repeat(2_000))).isFalse();
  }
}
