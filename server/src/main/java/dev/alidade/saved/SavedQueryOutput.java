package dev.alidade.saved;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.Objects;
import java.util.Optional;

/** A saved query, as far as a caller may see it. */
public record SavedQueryOutput(
    @Headline(1) String name,
    @Headline(2) @Description("The version that runs") Optional<QueryVersion> approved,
    @Headline(3) @Description("The version that waits for somebody who approves it")
        Optional<QueryVersion> waiting) {
  public SavedQueryOutput {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(approved, "approved");
    Objects.requireNonNull(waiting, "waiting");
  }

  static SavedQueryOutput of(Versions versions) {
    return new SavedQueryOutput(
        versions.name(),
        versions.approved().map(QueryVersion::of),
        versions.waiting().map(QueryVersion::of));
  }
}
