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
    @Description("Why it is unavailable") Optional<String> error,
    @Description("True where add_source added it, rather than the configuration")
        Optional<Boolean> added,
    @Description("When its tables were last read from end to end") Optional<String> readAt) {
  public SourceSummary {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(error, "error");
    Objects.requireNonNull(added, "added");
    Objects.requireNonNull(readAt, "readAt");
  }

  SourceSummary(
      String name, String engine, SourceStatus status, int tables, Optional<String> error) {
    this(name, engine, status, tables, error, Optional.empty(), Optional.empty());
  }

  /** The same with how it came here and when it was read. */
  SourceSummary with(boolean wasAdded, Optional<String> moment) {
    return new SourceSummary(
        name,
        engine,
        status,
        tables,
        error,
        Optional.of(wasAdded).filter(Boolean::booleanValue),
        moment);
  }
}
