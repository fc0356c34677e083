package dev.alidade.app;

import dev.alidade.base.Caller;
import dev.alidade.identity.RoleBook;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Limits;
import dev.alidade.policy.Right;
import dev.alidade.rules.LiveRules;
import java.util.Map;
import java.util.Set;

/** The roles of the file and of the store; where there are none, only `admin` is one of its own. */
record LiveRoles(LiveRules rules) implements RoleBook {
  @Override
  public Set<String> names() {
    AccessRules now = rules.now();
    return now.hasRoles() ? now.roleNames() : Set.of();
  }

  @Override
  public boolean administers(Caller caller) {
    return rules.now().of(caller).operation("create_caller", Right.ADMINISTER).allowed();
  }

  @Override
  public Limits limitsOf(String caller) {
    return rules.now().limitsOf(caller);
  }

  @Override
  public void checkLimits(String caller, Map<String, Long> written) {
    WrittenRules.limits(caller, written);
  }

  @Override
  public void callersChanged() {
    rules.changed();
  }
}
