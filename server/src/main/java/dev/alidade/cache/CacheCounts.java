package dev.alidade.cache;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often results came from where, by source. */
final class CacheCounts {
  private final Map<String, Map<CacheOutcome.State, LongAdder>> counts = new ConcurrentHashMap<>();

  void count(String source, CacheOutcome.State state) {
    counts.computeIfAbsent(source, ignored -> empty()).get(state).increment();
  }

  /** By source, in the order of the names. */
  Map<String, Map<CacheOutcome.State, Long>> now() {
    Map<String, Map<CacheOutcome.State, Long>> now = new TreeMap<>();
    counts.forEach(
        (source, states) -> {
          Map<CacheOutcome.State, Long> numbers = new EnumMap<>(CacheOutcome.State.class);
          states.forEach((state, number) -> numbers.put(state, number.sum()));
          now.put(source, numbers);
        });
    return now;
  }

  private static Map<CacheOutcome.State, LongAdder> empty() {
    Map<CacheOutcome.State, LongAdder> states = new EnumMap<>(CacheOutcome.State.class);
    for (CacheOutcome.State state : CacheOutcome.State.values()) {
      states.put(state, new LongAdder());
    }
    return states;
  }
}
