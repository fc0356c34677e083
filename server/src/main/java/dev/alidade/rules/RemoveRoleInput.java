package dev.alidade.rules;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

record RemoveRoleInput(
    String name,
    @Description("Needed for the last role: from then on callers may do everything")
        Optional<Boolean> confirm) {
  RemoveRoleInput {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(confirm, "confirm");
  }
}
