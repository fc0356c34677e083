package dev.alidade.identity;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.RandomId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords with Argon2id, so slow and so large by intent that only a few may be
 * at it at once.
 */
public final class Passwords {
  private static final int AT_ONCE = 2;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final int SHORTEST = 8;
  private static final int LONGEST = 1_024;
  private static final String CLEAR = "$sha256$";

  private final Semaphore room = new Semaphore(AT_ONCE, true);
  // Of no password at all; computing with it takes as long as with a real one.
  private final Argon2Hash nobody =
      Argon2Hash.read(
              "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA"
                  + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
          .orElseThrow();

  /** Whether a text is a hash that can be read: `$argon2id$v=19$m=...,t=...,p=...$salt$hash`. */
  public static boolean isHash(String text) {
    return Argon2Hash.read(text).isPresent();
  }

  /**
   * What this process keeps of a password that stands in clear in its configuration: hashing it
   * slowly would protect nothing and delay every start.
   */
  static String forThisProcess(String password) {
    String salt = RandomId.next("salt");
    return CLEAR + salt + "$" + SecretHash.of(salt + password).text();
  }

  /** Refuses a new password that is too short or too long. */
  static void checkNew(String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "A password has %d to %d characters".formatted(SHORTEST, LONGEST));
    }
  }

  String hash(String password) {
    return inTurn(() -> Argon2Hash.of(password).text());
  }

  /**
   * Whether a password is the one that was hashed. Where there is none, or one that is compared
   * quickly, it takes as long as where there is one.
   */
  boolean matches(Optional<String> kept, String password) {
    if (password.length() > LONGEST) {
      return false;
    }
    return inTurn(
        () -> {
          Optional<Argon2Hash> slow = kept.flatMap(Argon2Hash::read);
          boolean right = slow.orElse(nobody).matches(password);
          return slow.isPresent() ? right : kept.isPresent() && matchesQuick(kept.get(), password);
        });
  }

  private static boolean matchesQuick(String kept, String password) {
    if (!kept.startsWith(CLEAR)) {
      return false;
    }
    int end = kept.lastIndexOf('$');
    String salt = kept.substring(CLEAR.length(), end);
    return SecretHash.read(kept.substring(end + 1)).equals(SecretHash.of(salt + password));
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!room.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw AlidadeException.until(
            ErrorCode.OVERLOADED,
            "Too many passwords are being checked; try again in a few seconds",
            LONGEST_WAIT);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AlidadeException(ErrorCode.QUERY_CANCELLED, "Interrupted", stopped);
    }
    try {
      return work.get();
    } finally {
      room.release();
    }
  }
}
