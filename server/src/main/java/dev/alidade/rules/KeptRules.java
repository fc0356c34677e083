package dev.alidade.rules;

import dev.alidade.base.AlidadeException;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Limits;
import dev.alidade.policy.Mask;
import dev.alidade.policy.Role;
import dev.alidade.policy.TablePolicy;
import dev.alidade.policy.Unread;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The rules of the store as they were read, and what they make together with those of the file.
 * What could not be read, or has lost what it names, closes rather than opens.
 */
record KeptRules(
    FileRules file,
    List<KeptRule<Role>> roles,
    List<KeptRule<TablePolicy>> policies,
    Unread unread) {
  KeptRules {
    roles = List.copyOf(roles);
    policies = List.copyOf(policies);
  }

  static KeptRules of(
      FileRules file, RuleStore.Content content, RuleReader reader, Set<String> sources) {
    Map<String, String> unreadRoles = new LinkedHashMap<>();
    Map<String, String> unreadSources = new LinkedHashMap<>();
    List<KeptRule<Role>> roles = new ArrayList<>();
    for (RuleRow row : content.roles()) {
      roles.add(role(file, row, reader, sources, unreadRoles));
    }
    Set<String> names = new HashSet<>(Set.of(Role.ADMIN));
    file.roles().forEach(role -> names.add(role.name()));
    content.roles().forEach(row -> names.add(row.name()));
    List<KeptRule<TablePolicy>> policies = new ArrayList<>();
    for (RuleRow row : content.policies()) {
      policies.add(policy(row, reader, sources, names, unreadSources));
    }
    return new KeptRules(file, roles, policies, new Unread(unreadRoles, unreadSources));
  }

  /** What is in force. */
  AccessRules rules(Map<String, Limits> callerLimits, Supplier<String> hashKey) {
    return rules(Optional.empty(), Optional.empty(), callerLimits, hashKey);
  }

  /** What would be in force with drafts in the places of what has their names. */
  AccessRules rules(
      Optional<Role> role,
      Optional<TablePolicy> policy,
      Map<String, Limits> callerLimits,
      Supplier<String> hashKey) {
    Map<String, Role> allRoles = new LinkedHashMap<>();
    roles.stream().flatMap(kept -> kept.rule().stream()).forEach(each -> put(allRoles, each));
    file.roles().forEach(each -> put(allRoles, each));
    role.ifPresent(each -> put(allRoles, each));
    List<TablePolicy> allPolicies = new ArrayList<>(file.policies());
    policies.stream().flatMap(kept -> kept.rule().stream()).forEach(allPolicies::add);
    policy.ifPresent(
        draft -> {
          allPolicies.removeIf(each -> each.name().equals(draft.name()));
          allPolicies.add(draft);
        });
    boolean hashes =
        allPolicies.stream().anyMatch(each -> each.masks().containsValue(new Mask.Hash()));
    return new AccessRules(
        allRoles.values().stream().map(each -> each.usuallyOn(file.sources())).toList(),
        allPolicies,
        hashes ? hashKey.get() : "",
        callerLimits,
        role.map(draft -> unread.withoutRole(draft.name())).orElse(unread));
  }

  /** What is wrong with single rules, a sentence each. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    roles.forEach(kept -> kept.problem().ifPresent(problems::add));
    policies.forEach(kept -> kept.problem().ifPresent(problems::add));
    return problems;
  }

  private static void put(Map<String, Role> all, Role role) {
    all.put(role.name(), role);
  }

  private static KeptRule<Role> role(
      FileRules file,
      RuleRow row,
      RuleReader reader,
      Set<String> sources,
      Map<String, String> unread) {
    if (file.definesRole(row.name())) {
      return kept(
          row,
          Optional.empty(),
          Optional.of(
              "Role `%s` was saved by an operation and stands in alidade.yaml too, which is what holds"
                  .formatted(row.name())));
    }
    try {
      Role role = reader.keptRole(row.definition());
      return kept(row, Optional.of(role), lostSources(role, sources));
    } catch (AlidadeException unreadable) {
      String problem =
          "Role `%s` cannot be read (%s); until it is saved again, whoever has it may do nothing"
              .formatted(row.name(), unreadable.getMessage());
      unread.put(row.name(), "role `%s` cannot be read".formatted(row.name()));
      return kept(row, Optional.empty(), Optional.of(problem));
    }
  }

  private static Optional<String> lostSources(Role role, Set<String> sources) {
    Set<String> named = new HashSet<>(role.deny().sources());
    role.sources().ifPresent(named::addAll);
    named.removeAll(sources);
    named.remove(Role.EVERY_SOURCE);
    return named.stream()
        .sorted()
        .findFirst()
        .map(
            source ->
                "Role `%s` names the source `%s`, which does not exist; it grants and denies nothing there"
                    .formatted(role.name(), source));
  }

  private static KeptRule<TablePolicy> policy(
      RuleRow row,
      RuleReader reader,
      Set<String> sources,
      Set<String> roles,
      Map<String, String> unread) {
    String source = row.source().orElse("");
    try {
      return policy(row, reader.keptPolicy(row.definition()), sources, roles);
    } catch (AlidadeException unreadable) {
      String problem =
          "Policy `%s` cannot be read (%s); until it is saved again or removed, only administrators see `%s`"
              .formatted(row.name(), unreadable.getMessage(), source);
      unread.put(source, "policy `%s` on `%s` cannot be read".formatted(row.name(), source));
      return kept(row, Optional.empty(), Optional.of(problem));
    }
  }

  private static KeptRule<TablePolicy> policy(
      RuleRow row, TablePolicy policy, Set<String> sources, Set<String> roles) {
    Optional<String> lost =
        policy.roles().stream().filter(role -> !roles.contains(role)).sorted().findFirst();
    if (lost.isPresent()) {
      // Those whom it concerned may have another role by now, and must not see more by that.
      TablePolicy forAll =
          new TablePolicy(
              policy.name(),
              policy.source(),
              policy.table(),
              Set.of(),
              policy.rows(),
              policy.masks());
      return kept(
          row,
          Optional.of(forAll),
          Optional.of(
              "Policy `%s` names the role `%s`, which does not exist; until it is saved again, it holds for everybody but `%s`"
                  .formatted(policy.name(), lost.get(), Role.ADMIN)));
    }
    return kept(
        row,
        Optional.of(policy),
        sources.contains(policy.source())
            ? Optional.empty()
            : Optional.of(
                "Policy `%s` is on the source `%s`, which does not exist; it holds again when it does"
                    .formatted(policy.name(), policy.source())));
  }

  private static <T> KeptRule<T> kept(RuleRow row, Optional<T> rule, Optional<String> problem) {
    return new KeptRule<>(
        row.name(), row.definition(), row.savedBy(), row.savedAt(), rule, problem);
  }
}
