package dev.alidade.rules;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A role that exists. */
record RoleOutput(
    String name,
    @Description("Whether it stands in alidade.yaml, where alone it can be changed")
        boolean configured,
    @Description("Absent where it cannot be read") Optional<RoleText> role,
    @Description("Callers who have it") List<String> callers,
    @Description("What is wrong with it, and what follows from that") Optional<String> problem,
    Optional<String> savedBy,
    Optional<String> savedAt) {
  RoleOutput {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    callers = List.copyOf(callers);
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(savedBy, "savedBy");
    Objects.requireNonNull(savedAt, "savedAt");
  }
}
