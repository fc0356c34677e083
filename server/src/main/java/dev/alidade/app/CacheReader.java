package dev.alidade.app;

import dev.alidade.cache.CacheSettings;
import dev.alidade.cache.PinSettings;
import dev.alidade.cache.SourceRule;
import dev.alidade.cache.shared.SharedSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the section `cache`. */
final class CacheReader {
  private static final String MEMORY = "memory-mb";
  private static final String LARGEST = "largest-mb";
  private static final String PIN_MEMORY = "pins-mb";
  private static final String PINS = "pins";
  private static final String MAX_AGE = "max-age-seconds";
  private static final String REVALIDATE = "revalidate-seconds";
  private static final int MOST_MEGABYTES = 1_000_000;
  private static final int LONGEST_SECONDS = 7 * 24 * 3_600;
  private static final long MEGABYTE = 1024 * 1024;

  private final List<String> sources;
  private final List<String> pinners;
  private final Path folder;

  /**
   * {@code sources} are those of the configuration, {@code folder} is where its file lies; pins are
   * read as one of {@code pinners}.
   */
  CacheReader(List<String> sources, List<String> pinners, Path folder) {
    this.sources = List.copyOf(sources);
    this.pinners = List.copyOf(pinners);
    this.folder = folder;
  }

  CacheSettings read(ConfigNode section) {
    Map<String, ConfigNode> fields =
        section.fields(List.of(MEMORY, LARGEST, PIN_MEMORY, PINS, "sources", "redis"));
    long memory =
        megabytes(fields, MEMORY, 0).orElse(CacheSettings.USUAL.memory() / MEGABYTE) * MEGABYTE;
    Optional<Long> largest = megabytes(fields, LARGEST, 1).map(number -> number * MEGABYTE);
    if (largest.isPresent() && largest.get() > memory && memory > 0) {
      fields.get(LARGEST).problem("is more than `%s`, all that is kept".formatted(MEMORY));
    }
    Optional<SharedSettings> shared =
        Optional.ofNullable(fields.get("redis"))
            .flatMap(redis -> new RedisReader(folder).read(redis));
    if (fields.containsKey("redis") && memory == 0) {
      fields.get("redis").problem("shares nothing where `%s` is 0".formatted(MEMORY));
    }
    if (fields.containsKey(PINS) && memory == 0) {
      fields.get(PINS).problem("keeps nothing where `%s` is 0".formatted(MEMORY));
    }
    Map<String, SourceRule> rules = rules(fields);
    return new CacheSettings(
        memory,
        largest.orElse(Math.min(memory, CacheSettings.USUAL.largest())),
        rules,
        pins(fields, rules),
        shared);
  }

  private PinSettings pins(Map<String, ConfigNode> fields, Map<String, SourceRule> rules) {
    long memory =
        megabytes(fields, PIN_MEMORY, 1)
            .map(number -> number * MEGABYTE)
            .orElse(PinSettings.NONE.memory());
    return new PinSettings(
        memory,
        Optional.ofNullable(fields.get(PINS))
            .map(list -> new PinReader(sources, pinners, rules).read(list))
            .orElse(List.of()));
  }

  private Map<String, SourceRule> rules(Map<String, ConfigNode> fields) {
    Map<String, SourceRule> rules = new HashMap<>();
    if (!fields.containsKey("sources")) {
      return rules;
    }
    for (ConfigNode item : fields.get("sources").items()) {
      Map<String, ConfigNode> rule = item.fields(List.of("source", "keep", MAX_AGE, REVALIDATE));
      if (!rule.containsKey("source")) {
        item.problem("needs `source: ...`");
        continue;
      }
      Optional<String> source = rule.get("source").oneOf(sources);
      boolean keep = Optional.ofNullable(rule.get("keep")).flatMap(ConfigNode::flag).orElse(true);
      SourceRule read =
          new SourceRule(!keep, seconds(rule, MAX_AGE, 0), seconds(rule, REVALIDATE, 0));
      if (source.isPresent() && rules.put(source.get(), read) != null) {
        rule.get("source").problem("stands here twice; put its settings together");
      }
    }
    return rules;
  }

  private static Optional<Long> megabytes(Map<String, ConfigNode> fields, String name, int least) {
    return Optional.ofNullable(fields.get(name))
        .flatMap(field -> field.longNumber(least, MOST_MEGABYTES));
  }

  private static Optional<Duration> seconds(
      Map<String, ConfigNode> fields, String name, int least) {
    return Optional.ofNullable(fields.get(name))
        .flatMap(field -> field.number(least, LONGEST_SECONDS))
        .map(Duration::ofSeconds);
  }
}
