package dev.alidade.ask.build;

import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.TableUse;
import dev.alidade.ask.plan.Words;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts rows whose groups fulfill something: "how many customers have more than 3 orders" counts
 * customers, and only finds out by groups which.
 */
final class GroupCounter {
  private final JoinGraph graph;

  GroupCounter(JoinGraph graph) {
    this.graph = graph;
  }

  /** The facts with the key of what is counted in the place of the count; empty for others. */
  Optional<List<Fact>> groups(List<Fact> facts) {
    boolean tested =
        facts.stream()
            .anyMatch(
                fact ->
                    fact instanceof Fact.MetricTest
                        || fact instanceof Fact.AggregateTest
                        || fact instanceof Fact.CountTest);
    List<Fact> keyed = new ArrayList<>();
    Optional<Target> counted = Optional.empty();
    for (Fact fact : facts) {
      if (fact instanceof Fact.ShowCount count && counted.isEmpty() && count.column().isEmpty()) {
        counted = count.table().flatMap(this::key);
        counted.ifPresent(
            key -> keyed.add(new Fact.Show(key, Optional.empty(), false, count.span())));
        continue;
      }
      boolean others =
          fact instanceof Fact.Show
              || fact instanceof Fact.ShowTable
              || fact instanceof Fact.ShowAll
              || fact instanceof Fact.ShowMetric
              || fact instanceof Fact.GroupColumn
              || fact instanceof Fact.GroupTable
              || fact instanceof Fact.GroupPeriod
              || fact instanceof Fact.Across
              || fact instanceof Fact.AverageOver
              || fact instanceof Fact.SideBySide
              || fact instanceof Fact.ShowCount;
      if (others) {
        return Optional.empty();
      }
      keyed.add(fact);
    }
    return tested && counted.isPresent() ? Optional.of(keyed) : Optional.empty();
  }

  /** The count of the rows whose keys the plan gives. */
  Optional<Plan> counted(Plan keys, List<Fact> facts) {
    for (Fact fact : facts) {
      if (fact instanceof Fact.ShowCount count
          && keys instanceof SelectPlan select
          && select.outputs().size() == 1
          && select.order().isEmpty()) {
        TableName table = count.table().orElseThrow();
        Expression.ColumnUse key = Expressions.column(key(table).orElseThrow(), count.span());
        return Optional.of(
            new SelectPlan(
                List.of(Expressions.count(table.table(), count.span())),
                false,
                List.of(new TableUse(table.toString(), table, Words.NONE)),
                List.of(),
                Optional.of(new Predicate.Member(key, select, false, Words.NONE)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private Optional<Target> key(TableName name) {
    Table table = graph.table(name);
    List<Column> key = DisplayColumns.key(table);
    return key.size() == 1 ? Optional.of(new Target(name, key.getFirst())) : Optional.empty();
  }
}
