package dev.alidade.audit;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which of somebody's statements are wanted.
 *
 * @param text stands in the statement, in any case
 * @param failed whether they failed
 * @param until the time before which they began
 */
public record HistoryFilter(
    Optional<String> text,
    Optional<String> source,
    Optional<Boolean> failed,
    Optional<Instant> from,
    Optional<Instant> until) {
  public HistoryFilter {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(failed, "failed");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
  }
}
