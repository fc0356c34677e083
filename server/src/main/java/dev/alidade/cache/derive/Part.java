package dev.alidade.cache.derive;

import dev.alidade.engine.ResultRules;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the rows of a statement are found among those that another one gave.
 *
 * @param whole what the other asks for
 * @param asked what it asks for
 */
public record Part(Shape whole, Shape asked) {
  public Part {
    Objects.requireNonNull(whole, "whole");
    Objects.requireNonNull(asked, "asked");
  }

  /** Whether {@code whole} may hold what is asked for, as far as the texts tell. */
  public static Optional<Part> of(Shape whole, Shape asked) {
    return whole.scope().equals(asked.scope()) && whole.stem().equals(asked.stem())
        ? Optional.of(new Part(whole, asked))
        : Optional.empty();
  }

  /** The rows; empty where they are not surely those that the engine would give. */
  public Optional<Answer> take(Answer given, ResultRules rules) {
    if (!reaches(given.rows())) {
      return Optional.empty();
    }
    Answer taken = asked.limit().isPresent() ? given.first(asked.limit().getAsLong()) : given;
    return taken.keepsTypes(rules) ? Optional.of(taken) : Optional.empty();
  }

  /** What was done, in words that tell nothing of who asked for the whole. */
  public String told() {
    String rows =
        asked.limit().isPresent()
            ? "The first %d rows".formatted(asked.limit().getAsLong())
            : "All rows";
    String limit =
        whole.limit().isPresent()
            ? "with LIMIT %d".formatted(whole.limit().getAsLong())
            : "without a LIMIT";
    return "%s of the kept result of the same statement %s".formatted(rows, limit);
  }

  /** Whether no row is missing that the whole left out because of its own limit. */
  private boolean reaches(long rows) {
    OptionalLong most = whole.limit();
    return most.isEmpty()
        || rows < most.getAsLong()
        || (asked.limit().isPresent() && asked.limit().getAsLong() <= rows);
  }
}
