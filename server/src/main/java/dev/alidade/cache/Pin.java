package dev.alidade.cache;

import java.time.Duration;
import java.util.Objects;

/**
 * A statement whose result stays, however much else is asked.
 *
 * @param caller as whom it is read
 * @param every how long after a look it is looked again whether its data have changed
 */
public record Pin(String name, String source, String sql, String caller, Duration every) {
  public Pin {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(caller, "caller");
    if (!every.isPositive()) {
      throw new IllegalArgumentException("a pin is looked at again after a while: " + every);
    }
  }
}
