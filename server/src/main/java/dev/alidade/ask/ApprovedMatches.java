package dev.alidade.ask;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.ask.verified.VerifiedMatch;
import dev.alidade.ask.verified.VerifiedMatcher;
import dev.alidade.ask.verified.VerifiedPair;
import dev.alidade.base.Caches;
import java.util.List;
import java.util.Optional;

/** Which approved answer fits a question, for as long as the same answers are approved. */
final class ApprovedMatches {
  private static final int MOST = 1_000;

  private final VerifiedMatcher matcher;
  private final List<VerifiedPair> taught;
  private final List<VerifiedPair> pairs;
  private final Cache<String, Optional<VerifiedMatch>> known =
      Caches.builder().maximumSize(MOST).build();

  /**
   * @param taught what people approved, as it was told
   * @param pairs that, and what the semantic model says
   */
  ApprovedMatches(VerifiedMatcher matcher, List<VerifiedPair> taught, List<VerifiedPair> pairs) {
    this.matcher = matcher;
    this.taught = taught;
    this.pairs = List.copyOf(pairs);
  }

  /** Whether people have approved nothing else since. */
  boolean isBy(List<VerifiedPair> now) {
    return taught.equals(now);
  }

  Optional<VerifiedMatch> of(String question) {
    return pairs.isEmpty()
        ? Optional.empty()
        : known.get(question, asked -> matcher.match(asked, pairs));
  }
}
