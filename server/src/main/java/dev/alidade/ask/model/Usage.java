package dev.alidade.ask.model;

/** How much of a model was used: calls, tokens, and the cost in millionths. */
public record Usage(long calls, Tokens tokens, long millionths) {
  /** None of it. */
  public static final Usage NONE = new Usage(0, Tokens.NONE, 0);

  /** This and that. */
  public Usage plus(Usage other) {
    return new Usage(calls + other.calls, tokens.plus(other.tokens), millionths + other.millionths);
  }
}
