package dev.alidade.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values that are bound to a statement, never spliced into it: null, Boolean, Long, BigDecimal,
 * Double, String, LocalDate, LocalTime, LocalDateTime, OffsetDateTime, UUID or byte[]. An engine
 * whose driver has no times or UUIDs binds them as text ({@code 10:00:00}, lower case). Intervals
 * are text that the statement casts.
 */
public sealed interface Parameters {
  /** No values. */
  Parameters NONE = new Positional(List.of());

  /** Whether there is nothing to bind. */
  boolean isEmpty();

  /** Values for {@code ?} in order of appearance. */
  record Positional(List<Object> values) implements Parameters {
    public Positional {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    @Override
    public boolean isEmpty() {
      return values.isEmpty();
    }
  }

  /** Values for {@code $name} (and {@code :name} where the engine reads it). */
  record Named(Map<String, Object> values) implements Parameters {
    public Named {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public boolean isEmpty() {
      return values.isEmpty();
    }
  }
}
