package dev.alidade.engine.duckdb;

import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * Whether statements run in processes of their own, and what those may use.
 *
 * @param wanted may change while the source is open
 * @param megabytes what one worker may hold
 * @param most how many work at once
 */
record Isolation(BooleanSupplier wanted, long megabytes, int most) {
  Isolation {
    Objects.requireNonNull(wanted, "wanted");
    if (megabytes < 1 || most < 1) {
      throw new IllegalArgumentException("a worker has some memory, and there is one at least");
    }
  }
}
