package dev.alidade.cache.derive;

import dev.alidade.engine.ResultRules;
import java.util.Optional;

/** How the rows of a statement follow from those of another, before its LIMIT. */
sealed interface Way permits Way.Same, Narrowed, Coarser {
  /** The rows; empty where it is not sure of each whether the engine would give it. */
  Optional<Answer> take(Answer given, ResultRules rules);

  /** What is done, between how many rows are taken and the LIMIT of what they are taken from. */
  String told();

  /** The statements differ in nothing else. */
  record Same() implements Way {
    @Override
    public Optional<Answer> take(Answer given, ResultRules rules) {
      return Optional.of(given);
    }

    @Override
    public String told() {
      return " of the kept result of the same statement";
    }
  }
}
