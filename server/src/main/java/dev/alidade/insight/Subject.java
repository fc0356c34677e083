package dev.alidade.insight;

import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Expression.ColumnUse;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.TableUse;
import dev.alidade.ask.plan.Words;
import dev.alidade.engine.Column;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is looked at.
 *
 * @param name what it is called in sentences
 * @param use how statements read it
 * @param body the statement whose result it is; empty for a table
 * @param keys columns that name rows and count nothing
 * @param sums columns that the semantic model adds up
 * @param times columns that the semantic model goes by in time
 * @param grouped whether each row stands for several already
 */
record Subject(
    String source,
    String name,
    TableUse use,
    Optional<String> body,
    List<Column> columns,
    Set<String> keys,
    Set<String> sums,
    Set<String> times,
    boolean grouped) {
  Subject {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(use, "use");
    Objects.requireNonNull(body, "body");
    columns = List.copyOf(columns);
    keys = Set.copyOf(keys);
    sums = Set.copyOf(sums);
    times = Set.copyOf(times);
  }

  /** A column of it within a plan. */
  ColumnUse column(Column column) {
    return new ColumnUse(use.alias(), column.name(), column.type(), Words.NONE);
  }

  /** Measures over it, a row for each value of the group. */
  SelectPlan plan(
      List<Output> outputs,
      List<Expression> groups,
      Optional<Predicate> filter,
      List<Ordering> order) {
    return new SelectPlan(
        outputs,
        false,
        List.of(use),
        List.of(),
        filter,
        groups,
        Optional.empty(),
        Optional.empty(),
        order,
        Optional.empty());
  }
}
