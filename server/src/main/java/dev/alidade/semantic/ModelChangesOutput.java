package dev.alidade.semantic;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;

/** What {@code list_semantic_changes} gives. */
public record ModelChangesOutput(@Description("The latest first") List<Version> versions) {
  public ModelChangesOutput {
    versions = List.copyOf(versions);
  }

  /** One version: who made it, when, why, and what it changed. */
  public record Version(
      int version,
      String savedBy,
      @Description("Through which door") String savedThrough,
      String savedAt,
      String reason,
      List<DefinitionChange> changes) {
    public Version {
      Objects.requireNonNull(savedBy, "savedBy");
      Objects.requireNonNull(savedThrough, "savedThrough");
      Objects.requireNonNull(savedAt, "savedAt");
      Objects.requireNonNull(reason, "reason");
      changes = List.copyOf(changes);
    }
  }
}
