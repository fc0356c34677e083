package dev.alidade.cache;

import dev.alidade.cache.shared.SharedSettings;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How much is kept in this process, and how of each source.
 *
 * @param memory bytes in all
 * @param largest bytes of one result
 * @param sources by name; what is not named is kept exactly
 * @param pins what stays however much else is kept
 * @param shared where results are shared with other instances, if they are
 */
public record CacheSettings(
    long memory,
    long largest,
    Map<String, SourceRule> sources,
    PinSettings pins,
    Optional<SharedSettings> shared) {
  private static final long MEGABYTE = 1024 * 1024;

  /** What is kept where nobody says anything else. */
  public static final CacheSettings USUAL =
      new CacheSettings(64 * MEGABYTE, 4 * MEGABYTE, Map.of());

  /** Nothing is kept. */
  public static final CacheSettings NONE = new CacheSettings(0, 0, Map.of());

  public CacheSettings {
    sources = Map.copyOf(sources);
    Objects.requireNonNull(pins, "pins");
    Objects.requireNonNull(shared, "shared");
    if (memory < 0 || largest < 0) {
      throw new IllegalArgumentException("sizes are not negative");
    }
  }

  /** What is kept in this process alone. */
  public CacheSettings(long memory, long largest, Map<String, SourceRule> sources) {
    this(memory, largest, sources, PinSettings.NONE, Optional.empty());
  }

  /** What holds for a source. */
  public SourceRule of(String source) {
    return memory == 0 ? SourceRule.OFF : sources.getOrDefault(source, SourceRule.EXACT);
  }
}
