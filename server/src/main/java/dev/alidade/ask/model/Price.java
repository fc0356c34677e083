package dev.alidade.ask.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/** What a million tokens cost, in whatever money the provider is paid. */
public record Price(BigDecimal input, BigDecimal output) {
  /** Nothing, as of a model on a machine of one's own. */
  public static final Price FREE = new Price(BigDecimal.ZERO, BigDecimal.ZERO);

  private static final int MILLION_DIGITS = 6;
  private static final int MILLIONTHS = 1_000_000;

  public Price {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(output, "output");
  }

  /** The cost of these tokens in millionths, rounded up so that nothing is free that is not. */
  long millionths(Tokens tokens) {
    return input
        .multiply(BigDecimal.valueOf(tokens.input()))
        .add(output.multiply(BigDecimal.valueOf(tokens.output())))
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }

  /** An amount of millionths, for people. */
  public static BigDecimal amount(long millionths) {
    return BigDecimal.valueOf(millionths, MILLION_DIGITS);
  }

  /** Millionths of an amount. */
  static long millionths(BigDecimal amount) {
    return amount.multiply(BigDecimal.valueOf(MILLIONTHS)).longValue();
  }
}
