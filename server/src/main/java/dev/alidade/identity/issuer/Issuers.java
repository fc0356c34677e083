package dev.alidade.identity.issuer;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says who bears a token: signature, issuer, audience and time are checked at every call. */
public final class Issuers {
  private static final Duration SKEW = Duration.ofSeconds(30);

  private final Map<String, Trusted> byIssuer = new LinkedHashMap<>();
  private final Clock clock;

  private record Trusted(TrustedIssuer issuer, IssuerKeys keys) {}

  /** Believes these issuers. */
  public Issuers(Collection<TrustedIssuer> issuers, Clock clock) {
    this.clock = clock;
    Fetching fetching = new Fetching();
    for (TrustedIssuer issuer : issuers) {
      byIssuer.put(issuer.issuer(), new Trusted(issuer, new IssuerKeys(issuer, fetching, clock)));
    }
  }

  /** Whether nobody is believed. */
  public boolean isEmpty() {
    return byIssuer.isEmpty();
  }

  /** Whether it is for an issuer to say who bears this. */
  public boolean isToken(String text) {
    return !isEmpty() && Signed.isOne(text);
  }

  /** Whether keys have to be fetched before the token can be judged. */
  public boolean needsKeys(String text) {
    return isToken(text)
        && readable(text)
            .filter(
                token ->
                    trusted(token).filter(by -> !by.keys().isReadyFor(token.header())).isPresent())
            .isPresent();
  }

  /** Fetches the keys for a token; what goes wrong is said when the token is judged. */
  public void fetchKeys(String text) {
    readable(text).ifPresent(this::fetchKeys);
  }

  private void fetchKeys(Signed token) {
    try {
      trusted(token).ifPresent(by -> by.keys().matching(token.header()));
    } catch (AlidadeException remembered) {
      // The keys remember it for a while.
    }
  }

  /** Whether a caller of that name comes from an issuer who is still trusted. */
  public boolean knows(String caller) {
    return byIssuer.values().stream()
        .anyMatch(trusted -> TokenCaller.isOf(trusted.issuer(), caller));
  }

  /**
   * The caller whom a token stands for. Fails with UNAUTHENTICATED, or with ISSUER_UNAVAILABLE
   * where nobody can tell.
   */
  public Caller caller(String text) {
    Signed token = Signed.read(text);
    Trusted by =
        trusted(token).orElseThrow(() -> Refusal.of("its issuer (`iss`) is not trusted here"));
    boolean isSigned = by.keys().matching(token.header()).stream().anyMatch(token::isSignedBy);
    if (!isSigned) {
      throw Refusal.of("no key of its issuer has signed it");
    }
    checkTime(token.claims());
    List<String> audiences = token.claims().getAudience();
    if (audiences.stream().noneMatch(by.issuer().audiences()::contains)) {
      throw Refusal.of("it is for another audience (`aud`) than this server");
    }
    return TokenCaller.of(by.issuer(), token.claims());
  }

  private static Optional<Signed> readable(String text) {
    try {
      return Optional.of(Signed.read(text));
    } catch (AlidadeException refused) {
      return Optional.empty();
    }
  }

  private Optional<Trusted> trusted(Signed token) {
    return token.issuer().map(byIssuer::get);
  }

  private void checkTime(JWTClaimsSet claims) {
    Instant now = clock.instant();
    Date ends = claims.getExpirationTime();
    if (ends == null || !now.isBefore(ends.toInstant().plus(SKEW))) {
      throw Refusal.of(ends == null ? "it never expires (`exp`)" : "it is expired");
    }
    Date begins = claims.getNotBeforeTime();
    Date issued = claims.getIssueTime();
    Instant latest = now.plus(SKEW);
    if ((begins != null && begins.toInstant().isAfter(latest))
        || (issued != null && issued.toInstant().isAfter(latest))) {
      throw Refusal.of("it is not valid yet");
    }
  }
}
