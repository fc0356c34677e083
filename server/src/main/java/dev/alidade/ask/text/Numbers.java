package dev.alidade.ask.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads numbers written in digits or words: "2.5 million", "a dozen", "twenty one", "third". */
public final class Numbers {
  private static final Map<String, Integer> SMALL =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90),
          Map.entry("dozen", 12));
  private static final Map<String, Long> SCALE =
      Map.of(
          "hundred",
          100L,
          "thousand",
          1_000L,
          "k",
          1_000L,
          "million",
          1_000_000L,
          "billion",
          1_000_000_000L,
          "trillion",
          1_000_000_000_000L,
          "dozen",
          12L);

  private Numbers() {}

  /** A number and the tokens that say it. */
  public record Found(BigDecimal value, Span span, boolean inDigits) {}

  /** The number that starts at a token, as long as it goes. */
  public static Optional<Found> at(List<Token> tokens, int start) {
    Token first = tokens.get(start);
    if (first.is("a") && isScaleAt(tokens, start + 1)) {
      return scaled(tokens, BigDecimal.ONE, start, start + 1, false);
    }
    if (first.kind() == TokenKind.NUMBER) {
      return digits(first.lower()).flatMap(value -> scaled(tokens, value, start, start + 1, true));
    }
    Integer small = SMALL.get(first.lower());
    if (small == null) {
      return Optional.empty();
    }
    int end = start + 1;
    BigDecimal value = BigDecimal.valueOf(small);
    if (small >= 20 && end < tokens.size()) {
      Integer unit = SMALL.get(tokens.get(end).lower());
      if (unit != null && unit > 0 && unit < 10) {
        value = value.add(BigDecimal.valueOf(unit));
        end++;
      }
    }
    return scaled(tokens, value, start, end, false);
  }

  private static Optional<Found> scaled(
      List<Token> tokens, BigDecimal value, int start, int end, boolean inDigits) {
    BigDecimal scaled = value;
    int after = end;
    while (isScaleAt(tokens, after)) {
      scaled = scaled.multiply(BigDecimal.valueOf(SCALE.get(tokens.get(after).lower())));
      after++;
    }
    return Optional.of(new Found(scaled, new Span(start, after), inDigits));
  }

  private static boolean isScaleAt(List<Token> tokens, int index) {
    return index < tokens.size() && SCALE.containsKey(tokens.get(index).lower());
  }

  private static Optional<BigDecimal> digits(String lower) {
    String plain = lower.replace(",", "").replaceAll("(?<=\\d)(st|nd|rd|th)$", "");
    if (!plain.matches("[-+]?\\d+(\\.\\d+)?")) {
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(plain));
  }
}
