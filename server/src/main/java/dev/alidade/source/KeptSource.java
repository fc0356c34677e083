package dev.alidade.source;

import dev.alidade.engine.Setting;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A source as operations added it.
 *
 * @param settings as they were written: variables of the environment stand as their names
 */
record KeptSource(
    String name,
    String engine,
    Map<String, Object> settings,
    String addedBy,
    Instant addedAt,
    Instant changedAt) {
  KeptSource {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(engine, "engine");
    settings = Map.copyOf(settings);
    Objects.requireNonNull(addedBy, "addedBy");
    Objects.requireNonNull(addedAt, "addedAt");
    Objects.requireNonNull(changedAt, "changedAt");
  }

  KeptSource with(Map<String, Object> other, Instant moment) {
    return new KeptSource(name, engine, other, addedBy, addedAt, moment);
  }

  boolean isWritable() {
    return Setting.isWritable(settings);
  }

  /** Settings may hold secrets. */
  @Override
  public String toString() {
    return name + " (" + engine + ")";
  }
}
