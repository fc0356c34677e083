package dev.alidade.identity;

import dev.alidade.base.Caller;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A caller that exists.
 *
 * @param password as {@link Passwords} reads it
 * @param limits of a caller that was created, as the configuration writes them
 * @param configured whether it stands in `alidade.yaml`; otherwise it was created by an operation
 */
record Principal(
    String name,
    Set<String> roles,
    Map<String, String> attributes,
    Optional<String> password,
    Map<String, Long> limits,
    boolean configured) {
  Principal {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(password, "password");
    roles = Set.copyOf(roles);
    attributes = Map.copyOf(attributes);
    limits = Map.copyOf(limits);
  }

  static Principal of(ConfiguredCaller caller) {
    return new Principal(
        caller.name(), caller.roles(), caller.attributes(), caller.password(), Map.of(), true);
  }

  /** The caller with all its roles. */
  Caller caller() {
    return new Caller(name, roles, attributes);
  }

  /** The caller with those of its roles that a key was given. */
  Caller caller(Set<String> keyRoles) {
    return new Caller(
        name,
        roles.stream().filter(keyRoles::contains).collect(java.util.stream.Collectors.toSet()),
        attributes);
  }

  /** Without the password's hash. */
  @Override
  public String toString() {
    return "caller " + name + " " + roles;
  }
}
