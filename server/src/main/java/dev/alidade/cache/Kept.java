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

/** The results that lie in this process, by all that they depend on besides the data. */
final class Kept {
  private final Cache<CacheKey, Held> results;
  private final Map<String, AtomicLong> editions = new ConcurrentHashMap<>();

  /** Keeps up to {@code memory} bytes, of each result for as long as it may be given. */
  Kept(long memory, Lifetime lifetime) {
    results =
        Caches.builder()
            .maximumWeight(memory)
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

  Optional<Held> find(CacheKey key) {
    return Optional.ofNullable(results.getIfPresent(key));
  }

  void put(CacheKey key, Held held) {
    results.put(key, held);
  }

  void putIfAbsent(CacheKey key, Held held) {
    results.asMap().putIfAbsent(key, held);
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
        results.asMap().entrySet().stream()
            .filter(entry -> entry.getKey().source().equals(source))
            .toList();
    long bytes =
        entries.stream()
            .mapToLong(entry -> entry.getKey().bytes() + entry.getValue().bytes())
            .sum();
    return new SourceStatistics(source, numbers, entries.size(), bytes);
  }

  private long forget(Predicate<Map.Entry<CacheKey, Held>> which) {
    List<CacheKey> keys =
        results.asMap().entrySet().stream().filter(which).map(Map.Entry::getKey).toList();
    results.invalidateAll(keys);
    return keys.size();
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
