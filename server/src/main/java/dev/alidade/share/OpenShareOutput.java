package dev.alidade.share;

import dev.alidade.ask.SharedTurn;
import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@code open_share} gives. */
public record OpenShareOutput(
    String sharedBy,
    String sharedAt,
    Optional<String> expiresAt,
    @Description("Answers with rows, the first 30 at most") List<SharedTurn> turns) {
  public OpenShareOutput {
    Objects.requireNonNull(sharedBy, "sharedBy");
    Objects.requireNonNull(sharedAt, "sharedAt");
    Objects.requireNonNull(expiresAt, "expiresAt");
    turns = List.copyOf(turns);
  }
}
