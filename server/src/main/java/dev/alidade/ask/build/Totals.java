package dev.alidade.ask.build;

import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Output;
import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges rankings by a total: many rows of the measure must belong to one that is ranked. */
final class Totals {
  private final JoinGraph graph;

  Totals(JoinGraph graph) {
    this.graph = graph;
  }

  /** Whether every total that is both shown and ranked by adds up rows of what is shown first. */
  boolean areMeant(List<Fact> facts) {
    for (Fact fact : facts) {
      if (fact instanceof Fact.SortColumn sort
          && sort.limit().isPresent()
          && sort.aggregate().equals(Optional.of(AggregateFunction.SUM))
          && isShown(sort, facts)
          && !adds(sort.target().orElseThrow().table(), facts)) {
        return false;
      }
      if (fact instanceof Fact.Show show
          && show.aggregate().equals(Optional.of(AggregateFunction.SUM))
          && countsTwice(show.target().table(), facts)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a row of the measure would be added to several groups. */
  private boolean countsTwice(TableName measured, List<Fact> facts) {
    for (Fact fact : facts) {
      Optional<TableName> grouped =
          fact instanceof Fact.GroupColumn column
              ? Optional.of(column.target().table())
              : fact instanceof Fact.GroupTable table
                  ? Optional.of(table.table())
                  : Optional.empty();
      if (grouped.isPresent()) {
        List<List<Edge>> trees = graph.trees(measured, List.of(grouped.get()));
        if (trees.isEmpty() || trees.getFirst().stream().anyMatch(Edge::toMany)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Where the dates of what is counted or added up stand, if not in the tables that it is grouped
   * by: in its own table, else in the largest one that its rows belong to.
   */
  Set<TableName> happened(Draft draft, List<Fact> facts) {
    for (Fact fact : facts) {
      Optional<TableName> counted =
          fact instanceof Fact.SortCount sort
              ? sort.table()
              : fact instanceof Fact.CountTest test ? test.table() : Optional.empty();
      if (counted.filter(graph::isDated).isPresent()) {
        return Set.of(counted.get());
      }
    }
    for (Output output : draft.outputs) {
      if (output.expression() instanceof Expression.Aggregate aggregate
          && aggregate.function() == AggregateFunction.SUM
          && aggregate.argument().orElse(null) instanceof Expression.ColumnUse measure) {
        return draft.hard.stream()
            .filter(table -> table.toString().equals(measure.table()))
            .findFirst()
            .map(table -> graph.isDated(table) ? Set.of(table) : graph.datedOwner(table))
            .orElse(Set.of());
      }
    }
    return Set.of();
  }

  private static boolean isShown(Fact.SortColumn sort, List<Fact> facts) {
    return facts.stream()
        .anyMatch(
            fact ->
                fact instanceof Fact.Show show
                    && show.aggregate().equals(sort.aggregate())
                    && show.span().equals(sort.span()));
  }

  private boolean adds(TableName measured, List<Fact> facts) {
    for (Fact fact : facts) {
      if (fact instanceof Fact.ShowTable ranked) {
        return isPartOf(measured, ranked.table());
      }
      if (fact instanceof Fact.Show ranked && ranked.aggregate().isEmpty()) {
        Target target = ranked.target();
        return target.table().equals(measured)
            ? graph.columns().repeats(target)
            : isPartOf(measured, target.table());
      }
    }
    return false;
  }

  /** Whether each row of the measure belongs to one row of the owner, and many may. */
  private boolean isPartOf(TableName measured, TableName owner) {
    if (measured.equals(owner)) {
      return false;
    }
    List<List<Edge>> trees = graph.trees(owner, List.of(measured));
    return !trees.isEmpty() && trees.getFirst().stream().allMatch(Edge::toMany);
  }
}
