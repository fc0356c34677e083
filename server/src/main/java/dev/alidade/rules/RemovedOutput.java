package dev.alidade.rules;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

record RemovedOutput(
    String removed,
    @Description("What follows from it, where that is more") Optional<String> notice) {
  RemovedOutput {
    Objects.requireNonNull(removed, "removed");
    Objects.requireNonNull(notice, "notice");
  }
}
