package dev.alidade.policy;

import java.util.Set;

/**
 * What a role takes away from everybody who has it, whatever other roles grant.
 *
 * @param tables patterns as {@link TablePattern} reads them
 * @param columns {@code table.column} or {@code schema.table.column}
 */
public record Denials(
    Set<String> operations, Set<String> sources, Set<String> tables, Set<String> columns) {
  /** Takes nothing away. */
  public static final Denials NONE = new Denials(Set.of(), Set.of(), Set.of(), Set.of());

  public Denials {
    operations = Set.copyOf(operations);
    sources = Set.copyOf(sources);
    tables = Set.copyOf(tables);
    columns = Set.copyOf(columns);
  }
}
