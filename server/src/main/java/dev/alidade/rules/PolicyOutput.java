package dev.alidade.rules;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** A policy that exists. */
record PolicyOutput(
    String name,
    @Description("Whether it stands in alidade.yaml, where alone it can be changed")
        boolean configured,
    @Description("Absent where it cannot be read") Optional<PolicyText> policy,
    @Description("What is wrong with it, and what follows from that") Optional<String> problem,
    Optional<String> savedBy,
    Optional<String> savedAt) {
  PolicyOutput {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(savedBy, "savedBy");
    Objects.requireNonNull(savedAt, "savedAt");
  }
}
