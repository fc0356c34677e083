package dev.alidade.ask.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The units that numbers are given in, and how many of one are another. */
public final class Units {
  private static final String RESOURCE = "/dev/alidade/ask/units.tsv";
  private static final Units ALL = new Units();

  private final Map<String, Unit> byName = new HashMap<>();
  private final Set<String> firstWords = new HashSet<>();

  /**
   * A unit.
   *
   * @param measure what it measures; only units of the same can be changed into each other
   * @param size how many of the smallest one it is
   */
  public record Unit(String name, String measure, BigDecimal size) {
    /** The same quantity in another unit; empty where that measures something else. */
    public Optional<BigDecimal> in(Unit other, BigDecimal quantity) {
      if (!measure.equals(other.measure)) {
        return Optional.empty();
      }
      BigDecimal changed =
          quantity.multiply(size).divide(other.size, MathContext.DECIMAL64).stripTrailingZeros();
      return Optional.of(changed.scale() < 0 ? changed.setScale(0) : changed);
    }
  }

  /** A unit and the tokens that say it. */
  public record Found(Unit unit, Span span) {}

  private Units() {
    for (List<String> row : WordList.rows(RESOURCE)) {
      Unit unit = new Unit(row.get(0), row.get(1), new BigDecimal(row.get(2)));
      byName.put(unit.name(), unit);
      for (String other : row.get(3).split("\\|", -1)) {
        byName.put(other, unit);
        if (other.contains(" ")) {
          firstWords.add(other.substring(0, other.indexOf(' ')));
        }
      }
    }
  }

  /** The unit of that name. */
  public static Optional<Unit> named(String name) {
    return Optional.ofNullable(ALL.byName.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The unit that a token and perhaps the next say. */
  public static Optional<Found> at(List<Token> tokens, int start) {
    if (start >= tokens.size()) {
      return Optional.empty();
    }
    Token first = tokens.get(start);
    if (start + 1 < tokens.size() && ALL.firstWords.contains(first.lower())) {
      Optional<Found> two =
          named(first.lower() + " " + tokens.get(start + 1).lemma())
              .map(unit -> new Found(unit, new Span(start, start + 2)));
      if (two.isPresent()) {
        return two;
      }
    }
    // "in" is far more often a preposition than an inch.
    return first.is("in")
        ? Optional.empty()
        : named(first.lower())
            .or(() -> named(first.lemma()))
            .map(unit -> new Found(unit, new Span(start, start + 1)));
  }
}
