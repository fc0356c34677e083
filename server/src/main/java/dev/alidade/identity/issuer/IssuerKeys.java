package dev.alidade.identity.issuer;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The public keys of one issuer, kept and fetched anew: in time, and for a key that is not known,
 * but never more often than every few seconds, whatever tokens come.
 */
final class IssuerKeys {
  private static final Logger LOG = System.getLogger("dev.alidade");
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(5);
  // Nobody should wait often for an issuer that is down while its keys are here.
  private static final Duration BETWEEN_FAILURES = Duration.ofMinutes(1);
  // An issuer that is down for longer may have withdrawn a key that was stolen.
  private static final Duration LONGEST_STALE = Duration.ofHours(12);
  private static final int MOST_TRIED = 8;

  private final TrustedIssuer issuer;
  private final Fetching documents;
  private final Clock clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile Known known = new Known(List.of(), Instant.MIN, Instant.MIN, "");

  /** Keys, when they were fetched, when that was last tried, and what was wrong then. */
  private record Known(List<JWK> keys, Instant fetched, Instant tried, String problem) {}

  IssuerKeys(TrustedIssuer issuer, Fetching documents, Clock clock) {
    this.issuer = issuer;
    this.documents = documents;
    this.clock = clock;
  }

  /** Whether the keys that may verify a token are here, or were sought just now. */
  boolean isReadyFor(JWSHeader header) {
    return !isDue(known, header);
  }

  /** The keys that may verify a token; fails with ISSUER_UNAVAILABLE where none could be had. */
  List<JWK> matching(JWSHeader header) {
    refreshIfDue(header);
    Known now = known;
    List<JWK> matching = usable(now, header);
    if (matching.isEmpty() && !now.problem().isEmpty()) {
      throw new AlidadeException(
          ErrorCode.ISSUER_UNAVAILABLE,
          "The keys of the issuer `%s` cannot be had: %s; try again later, or ask an administrator to look at `issuers` in alidade.yaml"
              .formatted(issuer.name(), now.problem()));
    }
    return matching;
  }

  private List<JWK> usable(Known now, JWSHeader header) {
    boolean isTooOld = now.fetched().isBefore(clock.instant().minus(LONGEST_STALE));
    return isTooOld ? List.of() : select(now.keys(), header);
  }

  private boolean isDue(Known now, JWSHeader header) {
    Instant moment = clock.instant();
    boolean isHere = !usable(now, header).isEmpty();
    Duration pause = isHere && !now.problem().isEmpty() ? BETWEEN_FAILURES : BETWEEN_FETCHES;
    if (moment.isBefore(plus(now.tried(), pause))) {
      return false;
    }
    return !isHere || moment.isAfter(plus(now.fetched(), FRESH));
  }

  private static Instant plus(Instant moment, Duration time) {
    return moment.equals(Instant.MIN) ? Instant.MIN : moment.plus(time);
  }

  /** One fetches at a time; of the others only those wait who have no key. */
  private void refreshIfDue(JWSHeader header) {
    if (!isDue(known, header)) {
      return;
    }
    if (usable(known, header).isEmpty()) {
      fetching.lock();
    } else if (!fetching.tryLock()) {
      return;
    }
    try {
      if (isDue(known, header)) {
        refresh();
      }
    } finally {
      fetching.unlock();
    }
  }

  private void refresh() {
    Known before = known;
    try {
      String document = documents.read(KeyAddress.find(issuer, documents));
      Instant now = clock.instant();
      known = new Known(List.copyOf(JWKSet.parse(document).getKeys()), now, now, "");
    } catch (ParseException malformed) {
      failed(before, "what it gives is no set of keys");
    } catch (IOException unreachable) {
      failed(before, unreachable.getMessage());
    }
  }

  private void failed(Known before, String problem) {
    LOG.log(Level.WARNING, "The keys of the issuer {0} cannot be had: {1}", issuer.name(), problem);
    known = new Known(before.keys(), before.fetched(), clock.instant(), problem);
  }

  /**
   * By the algorithm's kind, the key's own algorithm and use, and the key's id where one is named.
   */
  private static List<JWK> select(List<JWK> keys, JWSHeader header) {
    JWKMatcher matcher = JWKMatcher.forJWSHeader(header);
    if (matcher == null) {
      return List.of();
    }
    return new JWKSelector(matcher).select(new JWKSet(keys)).stream().limit(MOST_TRIED).toList();
  }
}
