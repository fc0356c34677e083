package dev.alidade.cache;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How results of a source are kept.
 *
 * @param off whether none are
 * @param maxAge how old an answer may be without asking the source; empty where it must be as the
 *     data are
 * @param whileRevalidating how much older it may be while a new one is read in the background
 */
public record SourceRule(
    boolean off, Optional<Duration> maxAge, Optional<Duration> whileRevalidating) {
  /** Answers are as the data are. */
  public static final SourceRule EXACT = new SourceRule(false, Optional.empty(), Optional.empty());

  /** Nothing is kept. */
  public static final SourceRule OFF = new SourceRule(true, Optional.empty(), Optional.empty());

  public SourceRule {
    Objects.requireNonNull(maxAge, "maxAge");
    Objects.requireNonNull(whileRevalidating, "whileRevalidating");
    if (maxAge.filter(Duration::isNegative).isPresent()
        || whileRevalidating.filter(Duration::isNegative).isPresent()) {
      throw new IllegalArgumentException("ages are not negative");
    }
  }
}
