package dev.alidade.ask.build;

import dev.alidade.ask.ground.NameWords;
import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.Token;
import dev.alidade.engine.Column;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which columns can be added up, and which words ask for it. */
public final class Measures {
  private static final Set<String> NO_QUANTITY =
      Set.of(
          "year",
          "latitude",
          "longitude",
          "lat",
          "lon",
          "lng",
          "code",
          "zip",
          "postal",
          "phone",
          "fax",
          "number",
          "id",
          "key");
  private static final Set<String> AMOUNTS =
      Set.of(
          "population",
          "number",
          "num",
          "count",
          "total",
          "quantity",
          "attendance",
          "enrollment",
          "capacity",
          "amount");
  private static final Set<String> NOT_ADDITIVE =
      Set.of(
          "price",
          "rate",
          "percent",
          "pct",
          "ratio",
          "score",
          "rating",
          "average",
          "avg",
          "age",
          "rank",
          "ranking",
          "grade",
          "temperature",
          "level");

  private Measures() {}

  /** Whether the sum over rows of the column means something. */
  public static boolean isAdditive(Column column) {
    if (!column.type().kind().isNumeric() || column.name().endsWith("ID")) {
      return false;
    }
    String spaced = column.name().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return List.of(spaced.split("[^\\p{L}]+", -1)).stream()
        .noneMatch(word -> NOT_ADDITIVE.contains(word) || isNoQuantity(word));
  }

  /** Whether the column holds how many there are of something. */
  static boolean isAmount(Column column) {
    return column.type().kind().isNumeric()
        && NameWords.lemmas(column.name()).stream().anyMatch(AMOUNTS::contains);
  }

  /** Whether numbers with this word in their name tell places, codes or years, not how much. */
  public static boolean isNoQuantity(String word) {
    return NO_QUANTITY.contains(word);
  }

  /** Whether "by" or "per" follows the words at once. */
  static boolean isDivided(Surroundings around, Span span) {
    return isBy(around, span) || is(around, span.end(), "per");
  }

  /** Whether "by" follows the words at once. */
  static boolean isBy(Surroundings around, Span span) {
    return is(around, span.end(), "by");
  }

  /** Whether "by" stands between the two. */
  static boolean isRankedBy(Surroundings around, Span superlative, Span measure) {
    for (int at = superlative.end(); at < measure.start(); at++) {
      if (is(around, at, "by")) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(Surroundings around, int at, String word) {
    List<Token> tokens = around.lattice().question().tokens();
    return at < tokens.size() && tokens.get(at).is(word);
  }
}
