package dev.alidade.ask.build;

import dev.alidade.ask.text.Span;
import dev.alidade.engine.Column;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Settles which dates a time restricts that the question names without a column. */
final class OpenDates {
  private static final int MOST = 4;
  private static final Feature ROOT = Feature.of("period.column-of-root");
  private static final Feature NAMED = Feature.of("period.column-of-named");
  private static final Feature OTHER = Feature.of("period.column-of-other");
  private static final Feature EXCLUDED = Feature.of("period.of-excluded");
  private static final Feature CHOICES = Feature.of("period.choices");

  private final JoinGraph graph;
  private final Totals totals;

  OpenDates(JoinGraph graph, Totals totals) {
    this.graph = graph;
    this.totals = totals;
  }

  /** A time for which a column is still to be found. */
  private record Dated(
      Predicate<Target> fits,
      Function<Target, Test> test,
      boolean negated,
      Fact.Joint joint,
      Span span) {
    Fact.Condition on(Target target, boolean excluded) {
      return new Fact.Condition(target, test.apply(target), negated ^ excluded, joint, span);
    }
  }

  /** The drafts with each date that the period may speak of. */
  List<Draft> settle(List<Draft> drafts, Fact.OpenPeriod open, State state, List<Fact> facts) {
    Dated dated =
        new Dated(
            target -> PeriodRule.holds(target, open.period()),
            target -> PeriodRule.test(target, open.period()),
            open.negated(),
            open.joint(),
            open.span());
    return settle(drafts, dated, state, facts);
  }

  /** The drafts with each date that the hours or days may speak of. */
  List<Draft> settle(List<Draft> drafts, Fact.OpenPart open, State state, List<Fact> facts) {
    Dated dated =
        new Dated(
            target -> PeriodRule.has(target, open.part()),
            target -> new Test.PartWithin(open.part(), open.first(), open.last()),
            open.negated(),
            Fact.Joint.AND,
            open.span());
    return settle(drafts, dated, state, facts);
  }

  private List<Draft> settle(List<Draft> drafts, Dated open, State state, List<Fact> facts) {
    List<Target> times = MetricFacts.times(facts);
    List<Draft> settled = new ArrayList<>();
    for (Draft draft : drafts) {
      settled.addAll(excluded(draft, open));
      Set<TableName> near = new LinkedHashSet<>();
      near.add(draft.root);
      near.addAll(draft.hard);
      near.addAll(state.tables);
      Set<TableName> happened = totals.happened(draft, facts);
      List<Target> columns =
          times.isEmpty() ? dates(happened.isEmpty() ? near : happened, open) : times;
      Feature other = NAMED;
      if (columns.isEmpty()) {
        columns = dates(graph.neighbors(draft.root), open);
        other = OTHER;
      }
      for (Target target : columns) {
        Draft copy = draft.copy();
        copy.feature(target.table().equals(draft.root) ? ROOT : other, 1);
        copy.feature(CHOICES, columns.size() - 1.0);
        copy.conditions.add(open.on(target, false));
        settled.add(copy);
      }
    }
    return settled;
  }

  /** "Products that did not sell in January": what is lacking would lie in the period. */
  private List<Draft> excluded(Draft draft, Dated open) {
    List<Draft> settled = new ArrayList<>();
    for (Fact.Touch touch : draft.touches) {
      if (!touch.negated() || open.negated() || touch.span().start() > open.span().start()) {
        continue;
      }
      Set<TableName> happened =
          graph.isDated(touch.table()) ? Set.of(touch.table()) : graph.datedOwner(touch.table());
      for (Target target : dates(happened, open)) {
        Draft copy = draft.copy().feature(EXCLUDED, 1);
        copy.touches.remove(touch);
        copy.conditions.add(open.on(target, true));
        settled.add(copy);
      }
    }
    return settled;
  }

  private List<Target> dates(Set<TableName> tables, Dated open) {
    List<Target> found = new ArrayList<>();
    for (TableName name : tables) {
      for (Column column : graph.table(name).columns()) {
        Target target = new Target(name, column);
        if (found.size() < MOST && open.fits().test(target) && graph.columns().happens(target)) {
          found.add(target);
        }
      }
    }
    return found;
  }
}
