package dev.alidade.app;

import dev.alidade.base.Caller;
import dev.alidade.identity.RoleBook;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Right;
import java.util.Set;

/** The roles of `alidade.yaml`; where there are none, only `admin` grants something of its own. */
record ConfiguredRoles(AccessRules rules, AccessConfig config) implements RoleBook {
  @Override
  public Set<String> names() {
    return config.roleNames();
  }

  @Override
  public boolean administers(Caller caller) {
    return rules.of(caller).operation("create_caller", Right.ADMINISTER).allowed();
  }
}
