package dev.alidade.catalog;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** A source in the list of sources. */
public record SourceSummary(
    @Description("The name that other operations take as source") String name,
    @Description("The kind of database") String engine,
    SourceStatus status,
    @Description("How many tables and views it has") int tables,
    @Description("Why it is unavailable") Optional<String> error) {
  public SourceSummary {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(error, "error");
  }
}
