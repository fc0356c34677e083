package dev.alidade.app;

import dev.alidade.policy.LimitKind;
import dev.alidade.policy.Limits;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads `limits` of a role or a caller. */
final class LimitsReader {
  private static final List<String> SETTINGS =
      Arrays.stream(LimitKind.values()).map(LimitKind::setting).toList();

  // So many calls are remembered for each caller who is limited.
  private static final int MOST_REQUESTS = 100_000;

  private LimitsReader() {}

  /** The limits that stand in {@code fields}, under a rule of that name. */
  static Limits read(Map<String, ConfigNode> fields, String rule) {
    if (!fields.containsKey("limits")) {
      return Limits.NONE;
    }
    Map<String, ConfigNode> given = fields.get("limits").fields(SETTINGS);
    Map<LimitKind, Long> most = new EnumMap<>(LimitKind.class);
    for (LimitKind kind : LimitKind.values()) {
      if (given.containsKey(kind.setting())) {
        given
            .get(kind.setting())
            .longNumber(1, highest(kind))
            .ifPresent(value -> most.put(kind, value));
      }
    }
    return Limits.of(rule, most);
  }

  private static long highest(LimitKind kind) {
    return switch (kind) {
      case REQUESTS_PER_MINUTE -> MOST_REQUESTS;
      case CONCURRENT_QUERIES, SECONDS -> Integer.MAX_VALUE;
      case ROWS, BYTES, COST -> Long.MAX_VALUE;
    };
  }
}
