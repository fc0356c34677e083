package dev.alidade.rules;

import dev.alidade.policy.Limits;
import dev.alidade.policy.Role;
import dev.alidade.policy.TablePolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code alidade.yaml} says of who may do and see what; operations cannot change it.
 *
 * @param sources what a role grants that names no sources: those that were there when the file was
 *     written, and none that are added later
 */
public record FileRules(
    List<Role> roles,
    List<TablePolicy> policies,
    Map<String, Limits> callerLimits,
    Set<String> sources) {
  public FileRules {
    roles = List.copyOf(roles);
    policies = List.copyOf(policies);
    callerLimits = Map.copyOf(callerLimits);
    sources = Set.copyOf(sources);
  }

  boolean definesRole(String name) {
    return roles.stream().anyMatch(role -> role.name().equals(name));
  }

  boolean definesPolicy(String name) {
    return policies.stream().anyMatch(policy -> policy.name().equals(name));
  }
}
