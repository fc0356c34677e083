package dev.alidade.evaluate;

import dev.alidade.evaluate.cause.Cause;
import java.util.Collection;
import java.util.List;

/**
 * Why the best reading is wrong.
 *
 * @param causes every cause that was found, the one that counts first
 * @param rightPlace at which place a right reading stands; 0 where none is among them
 */
record Finding(List<Cause> causes, int rightPlace) {
  Finding {
    causes = List.copyOf(causes);
    if (causes.isEmpty() || rightPlace < 0 || rightPlace == 1) {
      throw new IllegalArgumentException("what is wrong has a cause and is not right itself");
    }
  }

  static Finding of(Collection<Cause> causes, int rightPlace) {
    return new Finding(causes.stream().sorted().toList(), rightPlace);
  }

  Cause cause() {
    return causes.getFirst();
  }

  /** Whether nothing else is wrong, as far as could be seen. */
  boolean isAlone() {
    return causes.size() == 1;
  }
}
