package dev.alidade.ask;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.ask.plan.Domain;
import dev.alidade.base.Caches;
import dev.alidade.base.Reuse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What was made of questions, for as long as all that it depends on is the same: what the asker may
 * know of the source, what it means, and the day. Callers who may know the same share it.
 */
final class KnownReadings {
  private static final long MOST_BYTES = 32L << 20;
  private static final int MOST_DOMAINS = 10_000;
  private static final int BYTES_OF_A_PLAN = 4_000;
  private static final int BYTES_OF_A_FEATURE = 60;
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern QUOTES = Pattern.compile("[\"'`\\p{Pi}\\p{Pf}]");

  private final Clock clock;
  private final AtomicLong last = new AtomicLong();
  // By identity, for no two that are known at different times are the same. A key that held what
  // is known itself would keep it in memory.
  private final Cache<Object, Long> numbers =
      Caches.builder().weakKeys().maximumSize(MOST_DOMAINS).build();
  private final Cache<Key, SourceReader.Outcome> known =
      Caches.builder()
          .maximumWeight(MOST_BYTES)
          .weigher(KnownReadings::bytes)
          .recordStats()
          .build();

  private record Key(long knowledge, long model, LocalDate day, String question) {}

  KnownReadings(Clock clock) {
    this.clock = clock;
  }

  /** What is known to be made of a question, or else what {@code reading} makes of it. */
  SourceReader.Outcome of(String question, Domain domain, Supplier<SourceReader.Outcome> reading) {
    Key key =
        new Key(
            number(domain.knowledge()),
            number(domain.model()),
            LocalDate.now(clock),
            normal(question));
    return known.get(key, ignored -> reading.get());
  }

  /** How often a question had not to be read again. */
  Reuse soFar() {
    return new Reuse(known.stats().hitCount(), known.stats().missCount());
  }

  private long number(Object one) {
    return numbers.get(one, ignored -> last.incrementAndGet());
  }

  /** Spaces between words say nothing, those in a name or a value may. */
  private static String normal(String question) {
    String stripped = question.strip();
    return QUOTES.matcher(stripped).find() ? stripped : SPACES.matcher(stripped).replaceAll(" ");
  }

  private static int bytes(Key key, SourceReader.Outcome outcome) {
    int bytes = BYTES_OF_A_PLAN + 2 * key.question().length();
    for (Reading reading : outcome.readings()) {
      bytes +=
          BYTES_OF_A_PLAN
              + 2 * reading.sql().length()
              + BYTES_OF_A_FEATURE * reading.candidate().features().size();
    }
    return bytes;
  }
}
