package dev.alidade.policy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The limits that hold for somebody, by kind; what is not among them is not limited. */
public record Limits(Map<LimitKind, Limit> byKind) {
  /** Limits nothing. */
  public static final Limits NONE = new Limits(Map.of());

  public Limits {
    Map<LimitKind, Limit> sorted = new EnumMap<>(LimitKind.class);
    sorted.putAll(byKind);
    byKind = Collections.unmodifiableMap(sorted);
  }

  /** Limits that a role or a caller has, which {@code rule} names. */
  public static Limits of(String rule, Map<LimitKind, Long> most) {
    Map<LimitKind, Limit> limits = new EnumMap<>(LimitKind.class);
    most.forEach((kind, value) -> limits.put(kind, new Limit(kind, value, rule)));
    return new Limits(limits);
  }

  /** The limit of a kind. */
  public Optional<Limit> find(LimitKind kind) {
    return Optional.ofNullable(byKind.get(kind));
  }

  /** The smaller one of each kind: whoever has several roles is held by the tightest. */
  public Limits tightest(Limits others) {
    if (others.byKind.isEmpty()) {
      return this;
    }
    Map<LimitKind, Limit> both = new EnumMap<>(others.byKind);
    byKind.forEach(
        (kind, limit) ->
            both.merge(kind, limit, (one, two) -> one.most() < two.most() ? one : two));
    return new Limits(both);
  }
}
