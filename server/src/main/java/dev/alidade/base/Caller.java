package dev.alidade.base;

import java.util.Map;
import java.util.Set;

/** Who asks, as a door authenticated it. */
public record Caller(String name, Set<String> roles, Map<String, String> attributes) {
  /** The person at the machine while no authentication is configured. */
  public static final Caller LOCAL = new Caller("local", Set.of(), Map.of());

  /** Alidade itself, reading catalogs and profiles. */
  public static final Caller SYSTEM = new Caller("system", Set.of(), Map.of());

  public Caller {
    roles = Set.copyOf(roles);
    attributes = Map.copyOf(attributes);
  }
}
