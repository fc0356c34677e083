package dev.alidade.engine;

import java.util.Objects;

/** One setting of an engine's sources: checks the configuration and describes the form. */
public record Setting(
    String name, Kind kind, boolean required, boolean secret, String description) {
  /** The shape of a setting's value. */
  public enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    PATH,
    PATHS
  }

  public Setting {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(description, "description");
  }
}
