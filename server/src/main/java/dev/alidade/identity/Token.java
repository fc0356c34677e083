package dev.alidade.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret of 256 random bits that Alidade gave out, as in {@code ald_0123456789abcdef_SECRET}: the
 * id finds it, the secret proves it.
 */
record Token(Kind kind, String id, String secret) {
  /** What a token is for. */
  enum Kind {
    API_KEY("ald"),
    SESSION("als");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern FORM =
      Pattern.compile("(ald|als)_([0-9a-f]{16})_([A-Za-z0-9_-]{43})");

  Token {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(secret, "secret");
  }

  /** A new one. */
  static Token next(Kind kind) {
    byte[] id = new byte[8];
    byte[] secret = new byte[32];
    RANDOM.nextBytes(id);
    RANDOM.nextBytes(secret);
    return new Token(
        kind,
        HexFormat.of().formatHex(id),
        Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** Reads what somebody shows; empty for whatever Alidade cannot have given out. */
  static Optional<Token> read(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Kind kind = matcher.group(1).equals(Kind.API_KEY.prefix) ? Kind.API_KEY : Kind.SESSION;
    return Optional.of(new Token(kind, matcher.group(2), matcher.group(3)));
  }

  /** What its owner keeps. */
  String text() {
    return kind.prefix + "_" + id + "_" + secret;
  }

  /** What is kept of it here. */
  String hash() {
    return SecretHash.of(secret).text();
  }

  /** Whether its secret is the one of which that hash was kept. */
  boolean matches(String hash) {
    return SecretHash.of(secret).equals(SecretHash.read(hash));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return kind.prefix + "_" + id;
  }
}
