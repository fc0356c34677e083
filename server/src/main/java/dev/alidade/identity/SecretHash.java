package dev.alidade.identity;

import dev.alidade.base.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** The SHA-256 of a secret: what is kept of it, and compared in constant time. */
final class SecretHash {
  private final byte[] digest;

  private SecretHash(byte[] digest) {
    this.digest = digest;
  }

  /** Of a secret that nobody can guess; of passwords there are slower ones. */
  static SecretHash of(String secret) {
    return new SecretHash(Sha256.of(secret));
  }

  /** As it was written by {@link #text()}. */
  static SecretHash read(String text) {
    return new SecretHash(HexFormat.of().parseHex(text));
  }

  String text() {
    return HexFormat.of().formatHex(digest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecretHash hash && MessageDigest.isEqual(digest, hash.digest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(digest);
  }
}
