package dev.alidade.ask.model;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.Caches;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one model said, in memory and in our own database, so that it outlasts a restart. The whole
 * prompt is the key: whoever asks the very same may see the very same.
 */
final class KeptAnswers {
  private static final long MOST_BYTES = 8L << 20;
  private static final int BYTES_OF_AN_ENTRY = 300;

  private final String model;
  private final Duration keep;
  private final AnswerBook book;
  private final Clock clock;
  private final Cache<String, KeptAnswer> memory =
      Caches.builder()
          .maximumWeight(MOST_BYTES)
          .weigher((String key, KeptAnswer one) -> BYTES_OF_AN_ENTRY + 2 * one.text().length())
          .build();

  /** Answers of {@code model}, each for {@code keep}. */
  KeptAnswers(String model, Duration keep, AnswerBook book, Clock clock) {
    this.model = model;
    this.keep = keep;
    this.book = book;
    this.clock = clock;
  }

  Optional<KeptAnswer> find(String key) {
    if (keep.isZero()) {
      return Optional.empty();
    }
    Instant oldest = clock.instant().minus(keep);
    Optional<KeptAnswer> known =
        Optional.ofNullable(memory.getIfPresent(key)).filter(one -> one.at().isAfter(oldest));
    if (known.isPresent()) {
      return known;
    }
    Optional<KeptAnswer> stored = book.find(key, oldest);
    stored.ifPresent(one -> memory.put(key, one));
    return stored;
  }

  void keep(String key, String text) {
    if (!keep.isZero()) {
      KeptAnswer answer = new KeptAnswer(text, clock.instant());
      memory.put(key, answer);
      book.add(key, model, answer, answer.at().minus(keep));
    }
  }
}
