package dev.alidade.ask;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** How new the data of an answer is. */
public record Freshness(
    @Description("When the source was read for this answer") String readAt,
    @Description("The latest date in the tables that were read, where it is known")
        Optional<String> newest) {
  public Freshness {
    Objects.requireNonNull(readAt, "readAt");
    Objects.requireNonNull(newest, "newest");
  }
}
