package dev.alidade.caching;

import dev.alidade.operation.Description;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@code cache_stats} gives. */
public record CacheStatsOutput(
    List<OfSource> sources,
    @Description("Bytes that kept results take, about") long bytes,
    @Description("Bytes that they may take, besides those that are pinned") long mostBytes,
    @Description("Bytes that one result may take") long largestBytes,
    @Description("Bytes that all pinned results may take") long mostPinnedBytes,
    @Description("Results that the configuration pins, which stay however much else is asked")
        List<OfPin> pins,
    @Description("What else is kept: schemas of sources, plans of questions, answers of models")
        List<OfKind> others,
    @Description("What is shared with other instances, where the configuration says so")
        Optional<Shared> shared) {
  public CacheStatsOutput {
    sources = List.copyOf(sources);
    pins = List.copyOf(pins);
    others = List.copyOf(others);
    Objects.requireNonNull(shared, "shared");
  }

  /** A pinned result. */
  public record OfPin(
      String name,
      String source,
      @Description("As whom it is read") String caller,
      @Description("Whether its rows are here; they are given while they are the data's")
          boolean kept,
      @Description("Why they are not here, or cannot be given now") Optional<String> why,
      long rows,
      long bytes,
      @Description("When the source gave them") Optional<Instant> readAt,
      @Description("When it was last looked whether the data have changed")
          Optional<Instant> lookedAt,
      Optional<PinFailure> lastFailure) {}

  /** What went wrong when a pinned result was to be read, since the start of this process. */
  public record PinFailure(String code, String message, Instant at) {}

  /** How sharing results with other instances goes, since the start of this process. */
  public record Shared(
      String place,
      @Description("Whether it is used now; results come from this process and the sources else")
          boolean answers,
      @Description("Why it is not used") Optional<String> why,
      @Description("Results of other instances that were given here") long hits,
      @Description("Looked for in vain") long misses,
      @Description("Results that were put there") long written,
      @Description("Not put there: too large, or too many at once") long dropped,
      @Description("Found and not taken, since they were damaged or sealed with another key")
          long refused,
      @Description("How often it failed or took too long") long failures,
      @Description("Sources that were cleared here and are told to the others once it answers")
          List<String> uncleared) {
    public Shared {
      uncleared = List.copyOf(uncleared);
    }
  }

  /** How often something was kept when it was needed, since the start of this process. */
  public record OfKind(
      String kind,
      long hits,
      long misses,
      @Description("The share of all that was kept, 0 to 1") double hitRate) {}

  /**
   * What is kept of a source, and where its rows came from since the start of this process.
   *
   * @param hitRate of all results the share that the source was not asked for
   */
  public record OfSource(
      String source,
      @Description("Kept, and the source said that its data are the same") long hits,
      @Description("Taken from a kept result that holds more, of the same data") long derived,
      @Description("Kept, and younger than the configuration allows") long aged,
      @Description("Kept and older than the data, while new ones were read") long stale,
      @Description("Shared with somebody who asked the same at the same time") long joined,
      @Description("Read from the source and kept") long misses,
      @Description("Read from the source and not kept; explain_cache says why") long bypassed,
      @Description("The share of all that the source was not asked for, 0 to 1") double hitRate,
      @Description("Results that are kept now") long results,
      long bytes) {}
}
