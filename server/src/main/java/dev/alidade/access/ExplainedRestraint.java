package dev.alidade.access;

import dev.alidade.operation.Description;
import dev.alidade.policy.Restraint;
import java.util.Objects;

/** What a role binds to, whatever other roles grant. */
public record ExplainedRestraint(
    @Description("As in the configuration, such as queries") String name,
    String value,
    @Description("What it means") String what,
    @Description("The rule that says so") String rule) {
  public ExplainedRestraint {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(rule, "rule");
  }

  static ExplainedRestraint of(Restraint restraint, String rule) {
    return new ExplainedRestraint(restraint.setting(), restraint.word(), restraint.words(), rule);
  }
}
