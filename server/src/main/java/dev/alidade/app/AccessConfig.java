package dev.alidade.app;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Limits;
import dev.alidade.policy.Mask;
import dev.alidade.policy.Role;
import dev.alidade.policy.TablePolicy;
import dev.alidade.rules.FileRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What `alidade.yaml` says of who may do and see what. */
record AccessConfig(
    List<Role> roles, List<TablePolicy> policies, Map<String, Limits> callerLimits) {
  static final AccessConfig NONE = new AccessConfig(List.of(), List.of(), Map.of());

  AccessConfig {
    roles = List.copyOf(roles);
    policies = List.copyOf(policies);
    callerLimits = Map.copyOf(callerLimits);
  }

  /** The same with limits of callers, by name. */
  AccessConfig limiting(Map<String, Limits> callers) {
    return new AccessConfig(roles, policies, callers);
  }

  /** The names that callers and policies may use; empty where no role is defined. */
  Set<String> roleNames() {
    if (roles.isEmpty()) {
      return Set.of();
    }
    Set<String> names = new LinkedHashSet<>();
    roles.forEach(role -> names.add(role.name()));
    names.add(Role.ADMIN);
    return names;
  }

  /** The rules; the key is asked for only where a mask needs it. */
  AccessRules rules(Supplier<String> maskKey) {
    boolean hashes =
        policies.stream().anyMatch(policy -> policy.masks().containsValue(new Mask.Hash()));
    return new AccessRules(roles, policies, hashes ? maskKey.get() : "", callerLimits);
  }

  /** What the rules of the store stand beside; {@code sources} are those of the configuration. */
  FileRules fileRules(Collection<String> sources) {
    return new FileRules(roles, policies, callerLimits, Set.copyOf(sources));
  }

  /** An operation that is misspelled would be neither granted nor denied. */
  void checkOperations(Collection<String> known) {
    List<String> problems = unknownOperations(known);
    if (!problems.isEmpty()) {
      throw new AlidadeException(ErrorCode.CONFIGURATION_INVALID, String.join("\n", problems));
    }
  }

  /** What {@link #checkOperations} fails with, a sentence each. */
  List<String> unknownOperations(Collection<String> known) {
    List<String> problems = new ArrayList<>();
    for (Role role : roles) {
      Set<String> named = new LinkedHashSet<>(role.deny().operations());
      role.operations().ifPresent(named::addAll);
      for (String operation : named) {
        if (!known.contains(operation)) {
          problems.add(
              "Role `%s`: no operation `%s`%s"
                  .formatted(role.name(), operation, Nearest.hint(operation, known)));
        }
      }
    }
    return problems;
  }
}
