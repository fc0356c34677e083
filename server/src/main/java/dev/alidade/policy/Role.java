package dev.alidade.policy;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What those who have the role may do; several roles add up, and a denial of one wins over all.
 *
 * @param operations names; empty for every operation that the rights allow
 * @param sources names, or {@link #EVERY_SOURCE}; empty for every source
 * @param tables patterns as {@link TablePattern} reads them; empty for every table
 * @param columns by table, the columns that may be seen; a table that is not here shows all
 * @param limits how much of it; of several roles the tightest holds
 * @param restraints what it binds them to; one role is enough
 */
public record Role(
    String name,
    Set<Right> rights,
    Optional<Set<String>> operations,
    Optional<Set<String>> sources,
    Optional<Set<String>> tables,
    Map<String, Set<String>> columns,
    Denials deny,
    Limits limits,
    Set<Restraint> restraints) {
  /** The role that may do everything and to which no policy applies; nobody defines it. */
  public static final String ADMIN = "admin";

  /** Stands among sources for all there are and all that are added later. */
  public static final String EVERY_SOURCE = "*";

  public Role {
    Objects.requireNonNull(name, "name");
    rights = Set.copyOf(rights);
    operations = operations.map(Set::copyOf);
    sources = sources.map(Set::copyOf);
    tables = tables.map(Set::copyOf);
    Map<String, Set<String>> copied = new TreeMap<>();
    columns.forEach((table, names) -> copied.put(table, Set.copyOf(names)));
    columns = Map.copyOf(copied);
    Objects.requireNonNull(deny, "deny");
    Objects.requireNonNull(limits, "limits");
    restraints = Set.copyOf(restraints);
  }

  /** A role without limits and restraints. */
  public Role(
      String name,
      Set<Right> rights,
      Optional<Set<String>> operations,
      Optional<Set<String>> sources,
      Optional<Set<String>> tables,
      Map<String, Set<String>> columns,
      Denials deny) {
    this(name, rights, operations, sources, tables, columns, deny, Limits.NONE, Set.of());
  }

  /** The same, which grants these sources only where it names none. */
  public Role usuallyOn(Set<String> usual) {
    return sources.isPresent()
        ? this
        : new Role(
            name,
            rights,
            operations,
            Optional.of(usual),
            tables,
            columns,
            deny,
            limits,
            restraints);
  }

  /** Whether it grants a source. */
  boolean grantsSource(String source) {
    return sources
        .map(names -> names.contains(source) || names.contains(EVERY_SOURCE))
        .orElse(true);
  }
}
