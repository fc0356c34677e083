package dev.alidade.edge.mcp.tool;

import dev.alidade.base.Caller;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;

/** What is listed for callers who have one of these roles. */
public record Toolset(Set<String> roles, Listing listing) {
  public Toolset {
    roles = Set.copyOf(roles);
    Objects.requireNonNull(listing, "listing");
  }

  boolean isFor(Caller caller) {
    return !Collections.disjoint(roles, caller.roles());
  }
}
