package dev.alidade.identity;

import dev.alidade.base.Caller;
import dev.alidade.policy.Limits;
import java.util.Map;
import java.util.Set;

/** What identity has to know of roles, which are kept elsewhere. */
public interface RoleBook {
  /** All roles that exist; empty where their names are not checked. */
  Set<String> names();

  /** Whether a caller may create others and give them rights. */
  boolean administers(Caller caller);

  /** The limits that a caller has by their own name. */
  Limits limitsOf(String caller);

  /** Fails with INVALID_INPUT where these are no limits of a caller. */
  void checkLimits(String caller, Map<String, Long> written);

  /** Callers of the store, or their limits, are others than before. */
  void callersChanged();
}
