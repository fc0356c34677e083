package dev.alidade.ask.converse;

import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.build.SourceMap.Step;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Join;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.TableUse;
import dev.alidade.ask.plan.Words;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reaches further tables from a plan. */
final class Joiner {
  private final SourceMap map;

  Joiner(SourceMap map) {
    this.map = map;
  }

  /**
   * A plan that uses a table.
   *
   * @param multiplies whether the way to the table repeats rows
   */
  record Joined(SelectPlan plan, String alias, boolean multiplies) {}

  /** The alias under which the plan uses a table. */
  static Optional<String> alias(SelectPlan plan, TableName table) {
    return plan.tables().stream()
        .filter(use -> use.table().equals(table))
        .map(TableUse::alias)
        .findFirst();
  }

  static Set<TableName> tables(SelectPlan plan) {
    Set<TableName> tables = new LinkedHashSet<>();
    plan.tables().forEach(use -> tables.add(use.table()));
    return tables;
  }

  /** The plan with a table joined the cheapest way; empty where no way leads there. */
  Optional<Joined> join(SelectPlan plan, TableName table) {
    Optional<String> known = alias(plan, table);
    if (known.isPresent()) {
      return Optional.of(new Joined(plan, known.get(), false));
    }
    return map.way(tables(plan), table)
        .map(
            way ->
                new Joined(
                    joined(plan, way), table.toString(), way.stream().anyMatch(Step::toMany)));
  }

  /**
   * The plan with a condition on a column of any table; what only has to exist multiplies no rows.
   *
   * @param test written under the table's own name
   */
  Optional<SelectPlan> filter(SelectPlan plan, TableName table, Predicate test) {
    Optional<String> known = alias(plan, table);
    if (known.isPresent()) {
      return Optional.of(and(plan, Predicates.under(known.get(), test)));
    }
    Optional<List<Step>> way = map.way(tables(plan), table);
    if (way.isEmpty()) {
      return Optional.empty();
    }
    List<Step> steps = way.get();
    int many = 0;
    while (many < steps.size() && !steps.get(many).toMany()) {
      many++;
    }
    SelectPlan near = joined(plan, steps.subList(0, many));
    if (many == steps.size()) {
      return Optional.of(and(near, test));
    }
    Step first = steps.get(many);
    if (first.fromColumns().size() != 1) {
      return Optional.empty();
    }
    SelectPlan inner =
        and(
            joined(
                bare(first.to(), first.toColumns().getFirst()),
                steps.subList(many + 1, steps.size())),
            test);
    String from = alias(near, first.from()).orElseThrow();
    return Optional.of(
        and(
            near,
            new Predicate.Member(
                column(from, first.from(), first.fromColumns().getFirst()),
                inner,
                false,
                Words.NONE)));
  }

  /** A plan that shows one column of one table. */
  SelectPlan bare(TableName table, String column) {
    return new SelectPlan(
        List.of(SourceMap.shown(column(table.toString(), table, column))),
        false,
        List.of(new TableUse(table.toString(), table, Words.NONE)),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  Expression.ColumnUse column(String alias, TableName table, String name) {
    Column column = map.table(table).flatMap(known -> known.column(name)).orElseThrow();
    return new Place(table, column).use(alias);
  }

  /** The one column that tells the rows of a table apart; empty where it takes several. */
  Optional<Column> key(TableName name) {
    Optional<Table> table = map.table(name);
    List<Column> key = table.map(map::key).orElse(List.of());
    return key.size() == 1 ? Optional.of(key.getFirst()) : Optional.empty();
  }

  static SelectPlan and(SelectPlan plan, Predicate test) {
    List<Predicate> parts = new ArrayList<>(Predicates.conjuncts(plan.filter()));
    if (!parts.contains(test)) {
      parts.add(test);
    }
    return Predicates.filtered(plan, parts);
  }

  private static SelectPlan joined(SelectPlan plan, List<Step> steps) {
    PlanParts changed = new PlanParts(plan);
    for (Step step : steps) {
      String from =
          changed.tables.stream()
              .filter(use -> use.table().equals(step.from()))
              .map(TableUse::alias)
              .findFirst()
              .orElseThrow();
      changed.tables.add(new TableUse(step.to().toString(), step.to(), Words.NONE));
      changed.joins.add(new Join(from, step.fromColumns(), step.to().toString(), step.toColumns()));
    }
    return changed.made();
  }
}
