package dev.alidade.rules;

import dev.alidade.policy.Role;
import dev.alidade.policy.TablePolicy;
import java.util.Set;

/**
 * Reads rules as the configuration writes them, in JSON, with the checks and the words of the
 * configuration; whatever is wrong is an INVALID_INPUT.
 */
public interface RuleReader {
  /** A role that is to be kept. */
  Role role(String definition);

  /** A role that was kept: sources that are gone by now grant and deny nothing. */
  Role keptRole(String definition);

  /** A policy that is to be kept, where these roles exist. */
  TablePolicy policy(String definition, Set<String> roles);

  /** A policy that was kept, whatever has become of its source and roles. */
  TablePolicy keptPolicy(String definition);
}
