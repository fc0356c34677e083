package dev.alidade.policy;

import java.util.Objects;

/**
 * Whether something is allowed, and by which rule.
 *
 * @param rule a sentence that names the role or the policy
 */
public record Decision(boolean allowed, String rule) {
  public Decision {
    Objects.requireNonNull(rule, "rule");
  }

  static Decision allow(String rule) {
    return new Decision(true, rule);
  }

  static Decision deny(String rule) {
    return new Decision(false, rule);
  }
}
