package dev.alidade.cache.derive;

import java.util.Optional;

/** A sign between a value and a literal. */
enum Comparison {
  EQUAL,
  UNEQUAL,
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL;

  /** The sign that is written so, with blanks between its characters. */
  static Optional<Comparison> of(String sign) {
    return switch (sign) {
      case "=" -> Optional.of(EQUAL);
      case "< >", "! =" -> Optional.of(UNEQUAL);
      case "<" -> Optional.of(LESS);
      case "< =" -> Optional.of(LESS_OR_EQUAL);
      case ">" -> Optional.of(GREATER);
      case "> =" -> Optional.of(GREATER_OR_EQUAL);
      default -> Optional.empty();
    };
  }

  /** Whether it is true of a value that compares with the literal like this. */
  boolean holds(int compared) {
    return switch (this) {
      case EQUAL -> compared == 0;
      case UNEQUAL -> compared != 0;
      case LESS -> compared < 0;
      case LESS_OR_EQUAL -> compared <= 0;
      case GREATER -> compared > 0;
      case GREATER_OR_EQUAL -> compared >= 0;
    };
  }

  /**
   * Whether another is true wherever this is, whose literal compares with the other's like this.
   */
  boolean implies(Comparison other, int compared) {
    return switch (this) {
      case EQUAL -> other.holds(compared);
      case UNEQUAL -> other == UNEQUAL && compared == 0;
      case LESS, LESS_OR_EQUAL ->
          (other == LESS || other == LESS_OR_EQUAL || other == UNEQUAL)
              && (compared < 0 || (compared == 0 && (this == LESS || other == LESS_OR_EQUAL)));
      case GREATER, GREATER_OR_EQUAL ->
          (other == GREATER || other == GREATER_OR_EQUAL || other == UNEQUAL)
              && (compared > 0
                  || (compared == 0 && (this == GREATER || other == GREATER_OR_EQUAL)));
    };
  }
}
