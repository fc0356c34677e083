package dev.alidade.base;

import java.security.SecureRandom;
import java.util.Base64;

/** Names that nobody can guess, for what only the one who got the name may use. */
public final class RandomId {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 18;

  private RandomId() {}

  /**
   * A new name of 144 random bits behind {@code prefix}, safe in addresses and on command lines.
   */
  public static String next(String prefix) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return prefix + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
