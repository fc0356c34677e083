package dev.alidade.cache.derive;

import dev.alidade.engine.ResultRules;
import java.util.Optional;
import java.util.OptionalLong;

/** How the rows of a statement are found among those that another one gave. */
public final class Part {
  private final Shape whole;
  private final Shape asked;
  private final Optional<Narrowed> narrowed;

  private Part(Shape whole, Shape asked, Optional<Narrowed> narrowed) {
    this.whole = whole;
    this.asked = asked;
    this.narrowed = narrowed;
  }

  /** Whether {@code whole} may hold what is {@code asked} for, as far as the texts tell. */
  public static Optional<Part> of(Shape whole, Shape asked) {
    if (!whole.scope().equals(asked.scope())) {
      return Optional.empty();
    }
    if (whole.stem().equals(asked.stem())) {
      return Optional.of(new Part(whole, asked, Optional.empty()));
    }
    return whole
        .select()
        .flatMap(select -> asked.select().flatMap(other -> Narrowed.of(select, other)))
        .map(narrowed -> new Part(whole, asked, Optional.of(narrowed)));
  }

  /** The rows; empty where they are not surely those that the engine would give. */
  public Optional<Answer> take(Answer given, ResultRules rules) {
    if (!reaches(given.rows())) {
      return Optional.empty();
    }
    return (narrowed.isEmpty() ? Optional.of(given) : narrowed.get().take(given, rules))
        .map(rows -> asked.limit().isPresent() ? rows.first(asked.limit().getAsLong()) : rows)
        .filter(rows -> rows.keepsTypes(rules));
  }

  /** What was done, in words that tell nothing of who asked for the whole. */
  public String told() {
    String rows =
        asked.limit().isPresent()
            ? "The first %d rows".formatted(asked.limit().getAsLong())
            : "All rows";
    String picked = narrowed.isEmpty() ? "" : " that fulfil its conditions";
    String conditions = narrowed.isEmpty() ? "" : " with fewer conditions and";
    String limit =
        whole.limit().isPresent()
            ? "with LIMIT %d".formatted(whole.limit().getAsLong())
            : "without a LIMIT";
    return "%s%s of the kept result of the same statement%s %s"
        .formatted(rows, picked, conditions, limit);
  }

  /** Whether no row is missing that the whole left out because of its own limit. */
  private boolean reaches(long rows) {
    OptionalLong most = whole.limit();
    boolean isWhole = most.isEmpty() || rows < most.getAsLong();
    return isWhole
        || (narrowed.isEmpty() && asked.limit().isPresent() && asked.limit().getAsLong() <= rows);
  }
}
