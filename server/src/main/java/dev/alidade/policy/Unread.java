package dev.alidade.policy;

import java.util.HashMap;
import java.util.Map;

/**
 * Rules that are kept and could not be read. Nobody gains by that: whoever has such a role may do
 * nothing, and of such a source only those see something to whom no policy applies.
 *
 * @param roles by name, a sentence that says what is wrong
 * @param sources by name, a sentence that names the policy
 */
public record Unread(Map<String, String> roles, Map<String, String> sources) {
  /** All could be read. */
  public static final Unread NOTHING = new Unread(Map.of(), Map.of());

  public Unread {
    roles = Map.copyOf(roles);
    sources = Map.copyOf(sources);
  }

  /** The same without a role, which is kept no longer or can be read. */
  public Unread withoutRole(String name) {
    Map<String, String> others = new HashMap<>(roles);
    others.remove(name);
    return new Unread(others, sources);
  }
}
