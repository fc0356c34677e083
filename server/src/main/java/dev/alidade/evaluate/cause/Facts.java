package dev.alidade.evaluate.cause;

import java.util.List;
import java.util.Set;

/**
 * What a statement is made of, gathered from all queries in it.
 *
 * @param tables wherever they are read
 * @param conditions of rows, wherever they stand, but for those that only join
 * @param having conditions of groups
 * @param groups columns by which rows are grouped
 * @param joins pairs of columns by which tables belong together
 * @param aggregates the functions that sum up what is shown, in alphabetical order
 * @param shown what is shown without being summed up, in alphabetical order
 * @param order sort keys with their direction, and the limit
 */
record Facts(
    Set<Trait> traits,
    Set<String> tables,
    Set<Condition> conditions,
    Set<Condition> having,
    Set<String> groups,
    Set<String> joins,
    List<String> aggregates,
    List<String> shown,
    List<String> order) {
  Facts {
    traits = Set.copyOf(traits);
    tables = Set.copyOf(tables);
    conditions = Set.copyOf(conditions);
    having = Set.copyOf(having);
    groups = Set.copyOf(groups);
    joins = Set.copyOf(joins);
    aggregates = aggregates.stream().sorted().toList();
    shown = shown.stream().sorted().toList();
    order = List.copyOf(order);
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }
}
