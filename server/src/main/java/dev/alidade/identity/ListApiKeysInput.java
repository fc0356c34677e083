package dev.alidade.identity;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

record ListApiKeysInput(@Description("Whose keys; yours unless said") Optional<String> caller) {
  ListApiKeysInput {
    Objects.requireNonNull(caller, "caller");
  }
}
