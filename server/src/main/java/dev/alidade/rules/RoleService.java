package dev.alidade.rules;

import dev.alidade.audit.Audit;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Lists, keeps and forgets roles. */
final class RoleService {
  private static final int MOST_NAMED = 10;

  private final LiveRules rules;
  private final RuleDrafts drafts;
  private final Supplier<Map<String, Set<String>>> callers;
  private final Audit audit;
  private final Clock clock;

  /** {@code callers} tells who there is, with their roles. */
  RoleService(
      LiveRules rules,
      RuleDrafts drafts,
      Supplier<Map<String, Set<String>>> callers,
      Audit audit,
      Clock clock) {
    this.rules = rules;
    this.drafts = drafts;
    this.callers = callers;
    this.audit = audit;
    this.clock = clock;
  }

  ListRolesOutput list() {
    List<RoleOutput> roles = new ArrayList<>();
    for (Role role : rules.file().roles()) {
      roles.add(
          new RoleOutput(
              role.name(),
              true,
              Optional.of(RoleText.of(role)),
              holders(role.name()),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
    }
    for (KeptRule<Role> kept : rules.kept().roles()) {
      roles.add(
          new RoleOutput(
              kept.name(),
              false,
              kept.rule().map(RoleText::of),
              holders(kept.name()),
              kept.problem(),
              Optional.of(kept.savedBy()),
              Optional.of(kept.savedAt().toString())));
    }
    return new ListRolesOutput(
        roles,
        rules.now().hasRoles()
            ? "Callers may do what their roles grant, and nothing else; `admin` may do everything"
            : "There are no roles, so that everybody who is let in may do everything");
  }

  synchronized SaveRoleOutput save(SaveRoleInput input, Invocation invocation) {
    Role role = drafts.read(input.text());
    refuseConfigured(role.name());
    List<String> notices = new ArrayList<>(drafts.trial().of(role));
    AccessRules after = rules.with(Optional.of(role), Optional.empty());
    checkAdministers(after, invocation.caller());
    if (!rules.now().hasRoles()) {
      String what = closing(role.name());
      if (!input.confirm().orElse(false)) {
        throw new AlidadeException(
            ErrorCode.INVALID_INPUT,
            "This is the first role. %s. Say `confirm: true` if that is meant".formatted(what));
      }
      notices.add(what);
    }
    Optional<KeptRule<Role>> before = find(role.name());
    String definition = RoleText.of(role).definition();
    record(invocation.caller(), role.name(), before, Optional.of(definition));
    rules
        .store()
        .saveRole(
            new RuleRow(
                role.name(),
                Optional.empty(),
                definition,
                invocation.caller().name(),
                clock.instant()));
    rules.changed();
    return new SaveRoleOutput(RoleText.of(role), before.isPresent(), notices);
  }

  synchronized RemovedOutput remove(RemoveRoleInput input, Invocation invocation) {
    String name = input.name();
    Optional<KeptRule<Role>> before = find(name);
    if (before.isEmpty()) {
      refuseConfigured(name);
      throw new AlidadeException(
          ErrorCode.ROLE_NOT_FOUND,
          "There is no role `%s`%s; list_roles names those that exist"
              .formatted(name, Nearest.hint(name, rules.now().roleNames())));
    }
    // What stands in the file too goes on existing.
    if (!rules.file().definesRole(name)) {
      refuseUsed(name);
    }
    AccessRules after = rules.without(name);
    checkAdministers(after, invocation.caller());
    boolean opens = rules.now().hasRoles() && !after.hasRoles();
    String what = "Without it there are no roles, and everybody who is let in may do everything";
    if (opens && !input.confirm().orElse(false)) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`%s` is the last role. %s. Say `confirm: true` if that is meant".formatted(name, what));
    }
    record(invocation.caller(), name, before, Optional.empty());
    rules.store().removeRole(name);
    rules.changed();
    return new RemovedOutput(name, opens ? Optional.of(what) : Optional.empty());
  }

  private void refuseConfigured(String name) {
    if (rules.file().definesRole(name)) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "Role `%s` stands in alidade.yaml, below `roles:`; change it there and restart"
              .formatted(name));
    }
  }

  /** A policy whose role is gone would concern others than it did; so would a later role. */
  private void refuseUsed(String name) {
    List<String> holders = holders(name);
    if (!holders.isEmpty()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "Callers have the role `%s`: %s; take it from them first, with change_caller"
              .formatted(name, named(holders)));
    }
    List<String> policies = new ArrayList<>();
    rules.file().policies().stream()
        .filter(policy -> policy.roles().contains(name))
        .forEach(policy -> policies.add(policy.name()));
    rules.kept().policies().stream()
        .filter(kept -> kept.rule().map(policy -> policy.roles().contains(name)).orElse(false))
        .forEach(kept -> policies.add(kept.name()));
    if (!policies.isEmpty()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "Policies name the role `%s`: %s; save them without it, or remove them first"
              .formatted(name, named(policies)));
    }
  }

  private void checkAdministers(AccessRules after, Caller caller) {
    if (!after.of(caller).operation("save_role", Right.ADMINISTER).allowed()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "You would no longer administer; have `%s`, or another administrator do it"
              .formatted(Role.ADMIN));
    }
  }

  private String closing(String role) {
    List<String> without =
        callers.get().entrySet().stream()
            .filter(
                caller ->
                    !caller.getValue().contains(role) && !caller.getValue().contains(Role.ADMIN))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    String closing =
        "Until now everybody who is let in may do everything; from then on callers may do what their roles grant, and nothing else";
    return without.isEmpty()
        ? closing
        : closing
            + "; so nothing is left to those who have neither `%s` nor `%s`: %s"
                .formatted(role, Role.ADMIN, named(without));
  }

  private List<String> holders(String role) {
    return callers.get().entrySet().stream()
        .filter(caller -> caller.getValue().contains(role))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private Optional<KeptRule<Role>> find(String name) {
    return rules.kept().roles().stream().filter(kept -> kept.name().equals(name)).findFirst();
  }

  /** Without its record a change does not happen. */
  private void record(
      Caller caller, String name, Optional<KeptRule<Role>> before, Optional<String> after) {
    audit.record(
        new AuditEvent.RuleChange(
            clock.instant(), caller, "role " + name, before.map(KeptRule::definition), after));
  }

  private static String named(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
    return names.size() <= MOST_NAMED
        ? first
        : "%s and %d more".formatted(first, names.size() - MOST_NAMED);
  }
}
