package dev.alidade.engine;

import java.util.Map;
import java.util.Objects;

/** A source as configured: its name, the engine that reads it, and that engine's settings. */
public record SourceDefinition(String name, String engine, Map<String, Object> settings) {
  /** What names of sources look like. */
  public static final String NAME = "[A-Za-z][A-Za-z0-9_-]{0,62}";

  /** The same in words. */
  public static final String NAME_IN_WORDS =
      "must be a letter, then letters, digits, `_` or `-`, 63 characters at most";

  public SourceDefinition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(engine, "engine");
    settings = Map.copyOf(settings);
  }

  /** Names only: settings may hold secrets. */
  @Override
  public String toString() {
    return name + " (" + engine + ")";
  }
}
