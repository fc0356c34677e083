package dev.alidade.semantic.imports;

import dev.alidade.semantic.Accumulation;
import dev.alidade.sql.TimeGrain;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lengths of time such as {@code 7 days} and {@code month}. */
final class Periods {
  private static final Pattern LENGTH = Pattern.compile("(\\d{1,4})\\s*([a-z]+?)s?");

  private Periods() {}

  static Optional<TimeGrain> grain(String word) {
    return Arrays.stream(TimeGrain.values())
        .filter(grain -> grain.name().equals(word.strip().toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  /** A window that ends with the period itself. */
  static Optional<Accumulation> last(String written) {
    Matcher matcher = LENGTH.matcher(written.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches() || matcher.group(1).matches("0+")) {
      return Optional.empty();
    }
    return grain(matcher.group(2))
        .map(grain -> new Accumulation.Last(Integer.parseInt(matcher.group(1)), grain));
  }
}
