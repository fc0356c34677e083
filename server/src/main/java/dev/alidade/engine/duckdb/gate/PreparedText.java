package dev.alidade.engine.duckdb.gate;

import java.util.List;
import java.util.Objects;

/**
 * A governed statement as the driver takes it: parameters are numbered.
 *
 * @param text the statement, with {@code $1} where the caller wrote {@code $name}
 * @param parameters the names of the parameters by their numbers; numbers where they have none
 */
public record PreparedText(String text, List<String> parameters) {
  public PreparedText {
    Objects.requireNonNull(text, "text");
    parameters = List.copyOf(parameters);
  }
}
