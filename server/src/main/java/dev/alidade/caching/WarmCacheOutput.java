package dev.alidade.caching;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Optional;

/** What {@code warm_cache} gives. */
public record WarmCacheOutput(@Description("In the order of the input") List<Warmed> queries) {
  public WarmCacheOutput {
    queries = List.copyOf(queries);
  }

  /** What became of a statement. */
  public record Warmed(
      @Description("Whether its rows are kept now") boolean kept,
      @Description("Why they are not, or why it failed") Optional<String> why,
      long elapsedMs) {}
}
