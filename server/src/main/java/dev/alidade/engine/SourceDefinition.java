package dev.alidade.engine;

import java.util.Map;
import java.util.Objects;

/** A source as configured: its name, the engine that reads it, and that engine's settings. */
public record SourceDefinition(String name, String engine, Map<String, Object> settings) {
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
