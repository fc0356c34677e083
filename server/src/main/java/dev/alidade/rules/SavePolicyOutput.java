package dev.alidade.rules;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;

record SavePolicyOutput(
    PolicyText policy,
    @Description("Whether there was one of that name") boolean replaced,
    @Description("What should be known of it, such as a table that does not exist yet")
        List<String> notices) {
  SavePolicyOutput {
    Objects.requireNonNull(policy, "policy");
    notices = List.copyOf(notices);
  }
}
