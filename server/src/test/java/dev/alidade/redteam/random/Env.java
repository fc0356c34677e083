package dev.alidade.redteam.random;

import dev.alidade.redteam.random.Relation.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * What names mean at one place of a statement.
 *
 * @param inner what stands in the FROM of the query here
 * @param outer what stands in those around it
 * @param common the common table expressions that are seen
 */
record Env(List<Relation> inner, List<Relation> outer, List<Relation> common) {
  static final Env EMPTY = new Env(List.of(), List.of(), List.of());

  Env {
    inner = List.copyOf(inner);
    outer = List.copyOf(outer);
    common = List.copyOf(common);
  }

  /** Inside a query of these relations. */
  Env in(List<Relation> relations) {
    List<Relation> around = new ArrayList<>(inner);
    around.addAll(outer);
    return new Env(relations, around, common);
  }

  /** Where only what stands in the FROM here is meant: what aggregates are over. */
  Env closed() {
    return new Env(inner, List.of(), common);
  }

  /** Inside a sub-query that sees nothing of what is around it. */
  Env alone() {
    return new Env(List.of(), List.of(), common);
  }

  /** With one more common table expression, which hides those of its name. */
  Env with(Relation expression) {
    List<Relation> all =
        new ArrayList<>(
            common.stream().filter(one -> !one.name().equals(expression.name())).toList());
    all.add(expression);
    return new Env(inner, outer, all);
  }

  boolean isCommon(String name) {
    return common.stream().anyMatch(one -> one.name().equals(name));
  }

  /** Whether a column is found by its bare name, and means one thing only. */
  boolean isPlain(Field field) {
    long holders = inner.stream().filter(relation -> relation.has(field.name())).count();
    return holders == 1;
  }
}
