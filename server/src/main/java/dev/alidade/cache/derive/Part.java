package dev.alidade.cache.derive;

import dev.alidade.engine.ResultRules;
import java.util.Optional;
import java.util.OptionalLong;

/** How the rows of a statement are found among those that another one gave. */
public final class Part {
  private final Shape whole;
  private final Shape asked;
  private final Way way;

  private Part(Shape whole, Shape asked, Way way) {
    this.whole = whole;
    this.asked = asked;
    this.way = way;
  }

  /** Whether {@code whole} may hold what is {@code asked} for, as far as the texts tell. */
  public static Optional<Part> of(Shape whole, Shape asked) {
    return way(whole, asked).map(way -> new Part(whole, asked, way));
  }

  /** The rows; empty where they are not surely those that the engine would give. */
  public Optional<Answer> take(Answer given, ResultRules rules) {
    if (!reaches(given.rows())) {
      return Optional.empty();
    }
    return way.take(given, rules)
        .map(rows -> asked.limit().isPresent() ? rows.first(asked.limit().getAsLong()) : rows)
        .filter(rows -> rows.keepsTypes(rules));
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
    return "%s%s %s".formatted(rows, way.told(), limit);
  }

  private static Optional<Way> way(Shape whole, Shape asked) {
    if (!whole.scope().equals(asked.scope())) {
      return Optional.empty();
    }
    if (whole.stem().equals(asked.stem())) {
      return Optional.of(new Way.Same());
    }
    if (whole.select().isPresent() && asked.select().isPresent()) {
      return Narrowed.of(whole.select().get(), asked.select().get());
    }
    return whole.grouped().isPresent() && asked.grouped().isPresent()
        ? Coarser.of(whole.grouped().get(), asked.grouped().get())
        : Optional.empty();
  }

  /** Whether no row is missing that the whole left out because of its own limit. */
  private boolean reaches(long rows) {
    OptionalLong most = whole.limit();
    boolean isWhole = most.isEmpty() || rows < most.getAsLong();
    boolean isFirst = asked.limit().isPresent() && asked.limit().getAsLong() <= rows;
    return isWhole || (way instanceof Way.Same && isFirst);
  }
}
