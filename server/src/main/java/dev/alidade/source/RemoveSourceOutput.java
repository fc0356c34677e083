package dev.alidade.source;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.Objects;

/** What {@code remove_source} gives. */
public record RemoveSourceOutput(
    @Headline(1) String name,
    @Headline(2) @Description("How many uploaded files were deleted with it") int filesDeleted) {
  public RemoveSourceOutput {
    Objects.requireNonNull(name, "name");
  }
}
