package dev.alidade.ask.model;

/** How much was read and written by a model. */
public record Tokens(long input, long output) {
  /** Nothing. */
  public static final Tokens NONE = new Tokens(0, 0);

  /** These and those. */
  public Tokens plus(Tokens other) {
    return new Tokens(input + other.input, output + other.output);
  }
}
