package dev.alidade.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.alidade.base.Caches;
import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The results that lie in this process, by all that they depend on besides the data. What is pinned
 * lies apart, and what is used least of the others is forgotten.
 */
final class Kept {
  private final Cache<CacheKey, Held> results;
  private final PinnedPlace pinned;
  private final Map<String, AtomicLong> editions = new ConcurrentHashMap<>();

  /** Keeps what fits into the memory of these settings, for as long as it may be given. */
  Kept(CacheSettings settings, Lifetime lifetime) {
    pinned = new PinnedPlace(settings.pins().memory(), lifetime);
    results =
        Caches.builder()
            .maximumWeight(settings.memory())
            .weigher((CacheKey key, Held held) -> weight(key.bytes() + held.bytes()))
            .expireAfter(
                Expiry.writing((CacheKey key, Held held) -> lifetime.left(held.origin().readAt())))
            .build();
  }

  /** Where the result of a statement lies, of the source that has that name now. */
  CacheKey keyOf(CacheQuestion question) {
    long edition = edition(question.sql().source()).get();
    return CacheKey.of(question.sql(), question.parameters(), edition);
  }

  /** Whether its source was not forgotten since. */
  boolean isCurrent(CacheKey key) {
    return edition(key.source()).get() == key.edition();
  }

  /** The sources that were asked. */
  Set<String> sources() {
    return editions.keySet();
  }

  PinnedPlace pinned() {
    return pinned;
  }

  /** What is kept of this statement stays from now on, under that name. */
  void pin(String name, CacheKey key) {
    pinned.pin(name, key);
    if (pinned.find(key).isEmpty()) {
      find(key).ifPresent(held -> put(key, held));
    }
  }

  Optional<Held> find(CacheKey key) {
    Optional<Held> held = pinned.find(key);
    return held.isPresent() ? held : Optional.ofNullable(results.getIfPresent(key));
  }

  void put(CacheKey key, Held held) {
    if (pinned.isPinned(key) && pinned.take(key, held)) {
      results.invalidate(key);
      return;
    }
    results.put(key, held);
  }

  /** Forgets all of a source, also what is being read now; gives how many. */
  long forget(String source) {
    edition(source).incrementAndGet();
    return forget(entry -> entry.getKey().source().equals(source));
  }

  /** Forgets what read a table, with or without its schema; gives how many. */
  long forget(String source, String table) {
    return forget(
        entry ->
            entry.getKey().source().equals(source)
                && entry.getValue().origin().tables().stream()
                    .anyMatch(name -> isWritten(name, table)));
  }

  SourceStatistics statistics(String source, Map<CacheOutcome.State, Long> numbers) {
    results.cleanUp();
    List<Map.Entry<CacheKey, Held>> entries =
        all().filter(entry -> entry.getKey().source().equals(source)).toList();
    long bytes =
        entries.stream()
            .mapToLong(entry -> entry.getKey().bytes() + entry.getValue().bytes())
            .sum();
    return new SourceStatistics(source, numbers, entries.size(), bytes);
  }

  private long forget(Predicate<Map.Entry<CacheKey, Held>> which) {
    List<CacheKey> keys = all().filter(which).map(Map.Entry::getKey).toList();
    pinned.results().keySet().removeAll(keys);
    results.invalidateAll(keys);
    return keys.size();
  }

  private Stream<Map.Entry<CacheKey, Held>> all() {
    return Stream.of(pinned.results(), results.asMap()).flatMap(each -> each.entrySet().stream());
  }

  private AtomicLong edition(String source) {
    return editions.computeIfAbsent(source, ignored -> new AtomicLong());
  }

  private static boolean isWritten(TableName name, String table) {
    return name.toString().equalsIgnoreCase(table) || name.table().equalsIgnoreCase(table);
  }

  private static int weight(long bytes) {
    return (int) Math.min(bytes, Integer.MAX_VALUE);
  }
}
