package dev.alidade.identity;

import dev.alidade.base.Caller;
import java.util.Set;

/** What identity has to know of roles, which are kept elsewhere. */
public interface RoleBook {
  /** All roles that exist; empty where their names are not checked. */
  Set<String> names();

  /** Whether a caller may create others and give them rights. */
  boolean administers(Caller caller);
}
