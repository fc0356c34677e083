package dev.alidade.base;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks, as a door authenticated it.
 *
 * @param door the way in: "rest", "mcp", "cli", "web", "system" for Alidade itself
 * @param scope how far what they showed lets them go, whatever their roles grant
 * @param trace of another system that their call is part of
 */
public record Caller(
    String name,
    Set<String> roles,
    Map<String, String> attributes,
    String door,
    Scope scope,
    Optional<Trace> trace) {
  /** The person at the machine while no authentication is configured. */
  public static final Caller LOCAL = new Caller("local", Set.of(), Map.of());

  /** Alidade itself, reading catalogs and profiles. */
  public static final Caller SYSTEM = new Caller("system", Set.of(), Map.of(), "system");

  /** Who has not said who they are and may do nothing but sign in. */
  public static final Caller STRANGER = new Caller("stranger", Set.of(), Map.of());

  public Caller {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(door, "door");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(trace, "trace");
    roles = Set.copyOf(roles);
    attributes = Map.copyOf(attributes);
  }

  /** A caller whom nothing narrows but their roles. */
  public Caller(String name, Set<String> roles, Map<String, String> attributes, String door) {
    this(name, roles, attributes, door, Scope.ADMIN, Optional.empty());
  }

  /** A caller inside this process who came through no door. */
  public Caller(String name, Set<String> roles, Map<String, String> attributes) {
    this(name, roles, attributes, "local");
  }

  /** The same, come through another door. */
  public Caller through(String otherDoor) {
    return new Caller(name, roles, attributes, otherDoor, scope, trace);
  }

  /** The same, whose token lets them go so far at most. */
  public Caller within(Scope narrower) {
    return new Caller(name, roles, attributes, door, narrower, trace);
  }

  /** The same, whose call is part of a trace. */
  public Caller partOf(Trace other) {
    return new Caller(name, roles, attributes, door, scope, Optional.of(other));
  }

  /** Whether a model or an agent asks, rather than a person. */
  public boolean isModel() {
    return door.equals("mcp");
  }
}
