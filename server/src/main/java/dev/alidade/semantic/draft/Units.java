package dev.alidade.semantic.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the numbers of a column count, as far as its name says. */
final class Units {
  private static final Map<String, String> LAST =
      Map.ofEntries(
          Map.entry("usd", "USD"),
          Map.entry("dollars", "USD"),
          Map.entry("eur", "EUR"),
          Map.entry("euros", "EUR"),
          Map.entry("gbp", "GBP"),
          Map.entry("chf", "CHF"),
          Map.entry("jpy", "JPY"),
          Map.entry("cents", "cents"),
          Map.entry("pct", "%"),
          Map.entry("percent", "%"),
          Map.entry("percentage", "%"),
          Map.entry("kg", "kg"),
          Map.entry("grams", "g"),
          Map.entry("km", "km"),
          Map.entry("cm", "cm"),
          Map.entry("mm", "mm"),
          Map.entry("miles", "mi"),
          Map.entry("lbs", "lb"),
          Map.entry("sqm", "m²"),
          Map.entry("sqft", "ft²"),
          Map.entry("seconds", "s"),
          Map.entry("secs", "s"),
          Map.entry("minutes", "min"),
          Map.entry("mins", "min"),
          Map.entry("hours", "h"),
          Map.entry("days", "days"),
          Map.entry("weeks", "weeks"),
          Map.entry("ms", "ms"),
          Map.entry("bytes", "bytes"),
          Map.entry("kwh", "kWh"),
          Map.entry("celsius", "°C"),
          Map.entry("fahrenheit", "°F"));

  private Units() {}

  static Optional<String> of(List<String> words) {
    return words.isEmpty() ? Optional.empty() : Optional.ofNullable(LAST.get(words.getLast()));
  }
}
