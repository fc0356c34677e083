package dev.alidade.app;

import dev.alidade.base.Caller;
import dev.alidade.identity.RoleBook;
import java.util.Set;

/**
 * Roles while nothing says what they grant: whoever is at the machine or is `admin` administers.
 */
final class NamedRoles implements RoleBook {
  @Override
  public Set<String> names() {
    return Set.of();
  }

  @Override
  public boolean administers(Caller caller) {
    return caller.name().equals(Caller.LOCAL.name()) || caller.roles().contains("admin");
  }
}
