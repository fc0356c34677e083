package dev.alidade.policy;

import java.util.Objects;

/**
 * How much of something is allowed.
 *
 * @param rule the role or the caller that it comes from, for messages
 */
public record Limit(LimitKind kind, long most, String rule) {
  public Limit {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(rule, "rule");
    if (most < 1) {
      throw new IllegalArgumentException("a limit allows something: " + kind);
    }
  }
}
