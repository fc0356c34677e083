package dev.alidade.cache;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The place of results that are pinned by name: what else is kept takes none of it, and together
 * they take no more than it has.
 */
final class PinnedPlace {
  private final long most;
  private final Lifetime lifetime;
  private final Map<String, CacheKey> keys = new HashMap<>();
  private final Set<CacheKey> tooLarge = new HashSet<>();
  private final Map<CacheKey, Held> results = new ConcurrentHashMap<>();
  private volatile Set<CacheKey> pinned = Set.of();

  /** Has {@code most} bytes. */
  PinnedPlace(long most, Lifetime lifetime) {
    this.most = most;
    this.lifetime = lifetime;
  }

  /** The result of this statement stays, and no longer that of what had the name before. */
  synchronized void pin(String name, CacheKey key) {
    keys.put(name, key);
    settle();
  }

  synchronized void unpin(String name) {
    keys.remove(name);
    settle();
  }

  private void settle() {
    pinned = Set.copyOf(keys.values());
    results.keySet().retainAll(pinned);
    tooLarge.retainAll(pinned);
  }

  boolean isPinned(CacheKey key) {
    return pinned.contains(key);
  }

  /** The name that a statement is pinned by. */
  synchronized Optional<String> nameOf(CacheKey key) {
    return keys.entrySet().stream()
        .filter(entry -> entry.getValue().equals(key))
        .map(Map.Entry::getKey)
        .min(String::compareTo);
  }

  Optional<Held> find(CacheKey key) {
    return pinned.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(results.get(key))
            .filter(held -> !lifetime.isOver(held.origin().readAt()));
  }

  /** Puts what was read in its place; false where it has none, or takes more than there is. */
  synchronized boolean take(CacheKey key, Held held) {
    if (!isPinned(key)) {
      return false;
    }
    boolean isResult = held instanceof Held.Result;
    if (isResult && bytes(key, held) <= roomFor(key)) {
      tooLarge.remove(key);
      results.put(key, held);
      return true;
    }
    results.remove(key);
    if (isResult) {
      tooLarge.add(key);
    }
    return false;
  }

  /** What was read took more than {@link #roomFor}. */
  synchronized void refuse(CacheKey key) {
    if (isPinned(key)) {
      results.remove(key);
      tooLarge.add(key);
    }
  }

  /** The bytes that a result may take; none where it is not pinned. */
  long roomFor(CacheKey key) {
    if (!isPinned(key)) {
      return 0;
    }
    long others =
        results.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(key))
            .mapToLong(entry -> bytes(entry.getKey(), entry.getValue()))
            .sum();
    return most - others;
  }

  synchronized PinState state(String name) {
    CacheKey key = keys.get(name);
    if (key == null) {
      return new PinState.Away();
    }
    if (tooLarge.contains(key)) {
      return new PinState.TooLarge();
    }
    if (!(results.get(key) instanceof Held.Result result)
        || lifetime.isOver(result.origin().readAt())) {
      return new PinState.Away();
    }
    long rows = result.batches().stream().mapToLong(HeldBatch::rows).sum();
    return new PinState.Stays(rows, bytes(key, result), result.origin().readAt());
  }

  /** What lies here; what is removed from it is removed here. */
  Map<CacheKey, Held> results() {
    return results;
  }

  private static long bytes(CacheKey key, Held held) {
    return key.bytes() + held.bytes();
  }
}
