package dev.alidade.policy;

import dev.alidade.base.Caller;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All roles and policies as they are now. */
public final class AccessRules {
  /** Nothing is said, so everybody who is let in may do everything. */
  public static final AccessRules OPEN = new AccessRules(List.of(), List.of(), "");

  private final Map<String, Role> roles = new LinkedHashMap<>();
  private final List<TablePolicy> policies;
  private final String hashKey;
  private final Map<String, Limits> callerLimits;
  private final Unread unread;

  /** Rules; {@code hashKey} is the secret of masks that hash. */
  public AccessRules(List<Role> roles, List<TablePolicy> policies, String hashKey) {
    this(roles, policies, hashKey, Map.of());
  }

  /** The same with limits of single callers, by name. */
  public AccessRules(
      List<Role> roles,
      List<TablePolicy> policies,
      String hashKey,
      Map<String, Limits> callerLimits) {
    this(roles, policies, hashKey, callerLimits, Unread.NOTHING);
  }

  /** The same, where some could not be read. */
  public AccessRules(
      List<Role> roles,
      List<TablePolicy> policies,
      String hashKey,
      Map<String, Limits> callerLimits,
      Unread unread) {
    roles.forEach(role -> this.roles.put(role.name(), role));
    this.policies = List.copyOf(policies);
    this.hashKey = hashKey;
    this.callerLimits = Map.copyOf(callerLimits);
    this.unread = unread;
  }

  /** Whether callers may do what their roles grant, rather than everything. */
  public boolean hasRoles() {
    return !roles.isEmpty() || !unread.roles().isEmpty();
  }

  /** How much a caller may use by their own name, whatever their roles say. */
  public Limits limitsOf(String caller) {
    return callerLimits.getOrDefault(caller, Limits.NONE);
  }

  /** The names of all roles, with the one that nobody defines. */
  public Set<String> roleNames() {
    Set<String> names = new LinkedHashSet<>(roles.keySet());
    names.addAll(unread.roles().keySet());
    names.add(Role.ADMIN);
    return names;
  }

  /** The roles besides `admin` that let a source be seen. */
  public List<String> rolesSeeing(String source) {
    return roles.values().stream()
        .filter(role -> role.grantsSource(source) && !role.deny().sources().contains(source))
        .map(Role::name)
        .sorted()
        .toList();
  }

  /** What one caller may do. */
  public Access of(Caller caller) {
    if (caller.name().equals(Caller.STRANGER.name())) {
      return new Access(caller, List.of(), List.of(), false, hashKey, Limits.NONE, Unread.NOTHING);
    }
    Limits limits = limitsOf(caller.name());
    boolean everything =
        caller.roles().contains(Role.ADMIN)
            || caller.name().equals(Caller.LOCAL.name())
            || caller.name().equals(Caller.SYSTEM.name());
    if (everything) {
      return new Access(caller, List.of(), List.of(), true, hashKey, limits, Unread.NOTHING);
    }
    List<Role> held =
        caller.roles().stream().sorted().filter(roles::containsKey).map(roles::get).toList();
    List<TablePolicy> concerning =
        policies.stream().filter(policy -> policy.concerns(caller.roles())).toList();
    for (Role role : held) {
      limits = limits.tightest(role.limits());
    }
    return new Access(caller, held, concerning, !hasRoles(), hashKey, limits, unread);
  }
}
