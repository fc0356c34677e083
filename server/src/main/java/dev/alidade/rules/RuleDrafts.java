package dev.alidade.rules;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Sources;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Role;
import dev.alidade.policy.TablePolicy;
import dev.alidade.query.QueryService;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads and checks rules that are written but not kept, and says what would be in force. */
public final class RuleDrafts {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._*-]{0,199}");

  private final LiveRules rules;
  private final RuleTrial trial;

  /** Drafts beside {@code rules}, tried on {@code sources}. */
  public RuleDrafts(LiveRules rules, Sources sources, QueryService queries) {
    this.rules = rules;
    this.trial = new RuleTrial(sources, queries);
  }

  /**
   * What would be in force with these in the places of what has their names; fails where they are
   * wrong, as saving them would.
   *
   * @param attributes of the caller that a policy is tried with
   */
  public AccessRules with(
      Optional<RoleText> role,
      Optional<PolicyText> policy,
      Map<String, String> attributes,
      Invocation invocation) {
    Optional<Role> readRole = role.map(this::read);
    readRole.ifPresent(trial::of);
    Set<String> names = new HashSet<>(rules.now().roleNames());
    role.ifPresent(draft -> names.add(draft.name()));
    Optional<TablePolicy> readPolicy = policy.map(draft -> read(draft, names));
    readPolicy.ifPresent(draft -> trial.of(draft, attributes, invocation));
    return rules.with(readRole, readPolicy);
  }

  RuleTrial trial() {
    return trial;
  }

  Role read(RoleText text) {
    Role role = rules.reader().role(text.definition());
    checkName("role", role.name());
    return role;
  }

  TablePolicy read(PolicyText text) {
    return read(text, rules.now().roleNames());
  }

  private TablePolicy read(PolicyText text, Set<String> roles) {
    TablePolicy policy = rules.reader().policy(text.definition(), roles);
    checkName("policy", policy.name());
    return policy;
  }

  private static void checkName(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "The name of a %s has 1 to 200 letters, digits, spaces or . _ * - and begins with a letter or digit"
              .formatted(what));
    }
  }
}
