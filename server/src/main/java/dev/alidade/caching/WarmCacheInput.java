package dev.alidade.caching;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Optional;

/** What {@code warm_cache} takes. */
public record WarmCacheInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("Statements that read, in the source's own SQL") List<Statement> queries) {
  public WarmCacheInput {
    queries = List.copyOf(queries);
  }

  /** A statement and its values. */
  public record Statement(
      String sql,
      @Description("Values to bind: an array for ? or an object for $name")
          Optional<Object> parameters) {}
}
