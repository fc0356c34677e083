package dev.alidade.policy;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What some callers see of a table. All policies that concern a caller hold together.
 *
 * @param table a pattern as {@link TablePattern} reads it
 * @param roles whom it concerns; empty for everybody but administrators
 * @param masks by column, letter case aside
 */
public record TablePolicy(
    String name,
    String source,
    String table,
    Set<String> roles,
    Optional<RowFilter> rows,
    Map<String, Mask> masks) {
  public TablePolicy {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(rows, "rows");
    roles = Set.copyOf(roles);
    Map<String, Mask> copied = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copied.putAll(masks);
    masks = java.util.Collections.unmodifiableMap(copied);
  }

  /** Whether it concerns somebody with these roles. */
  boolean concerns(Set<String> held) {
    return roles.isEmpty() || held.stream().anyMatch(roles::contains);
  }
}
