package dev.alidade.access;

import dev.alidade.operation.Description;
import dev.alidade.policy.Limit;
import java.util.Objects;

/** How much of something is allowed, and by which rule. */
public record ExplainedLimit(
    @Description("As in the configuration, such as rows") String name,
    long most,
    @Description("What is counted") String what,
    @Description("The role or caller with the tightest limit") String rule) {
  public ExplainedLimit {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(rule, "rule");
  }

  static ExplainedLimit of(Limit limit) {
    return new ExplainedLimit(
        limit.kind().setting(), limit.most(), limit.kind().words(), limit.rule());
  }
}
