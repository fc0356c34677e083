package dev.alidade.ask.build;

import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes drafts from facts: settles what the question is about and what was left open. */
final class DraftMaker {
  private static final int MOST_DRAFTS = 24;
  private static final Feature PERIOD_ROOT = Feature.of("period.column-of-root");
  private static final Feature PERIOD_NAMED = Feature.of("period.column-of-named");
  private static final Feature PERIOD_OTHER = Feature.of("period.column-of-other");
  private static final Feature PERIOD_CHOICES = Feature.of("period.choices");
  private static final Feature MATCH_DEFAULT = Feature.of("text.match.display-column");

  private final JoinGraph graph;
  private final OutputMaker outputs;
  private final Totals totals;

  DraftMaker(JoinGraph graph) {
    this.graph = graph;
    this.outputs = new OutputMaker(graph);
    this.totals = new Totals(graph);
  }

  /** The facts of a reading, with what its last words left open. */
  static List<Fact> facts(State state) {
    List<Fact> facts = Chain.list(state.facts);
    if (state.count) {
      facts.add(
          new Fact.ShowCount(
              Optional.empty(), Optional.empty(), false, new dev.alidade.ask.text.Span(0, 1)));
    }
    return facts;
  }

  List<Draft> make(List<Fact> facts, State state) {
    List<Draft> drafts = new ArrayList<>();
    ComparedPeriods.of(facts).ifPresent(compared -> drafts.addAll(settled(compared, state)));
    drafts.addAll(settled(facts, state));
    return drafts;
  }

  private List<Draft> settled(List<Fact> facts, State state) {
    Optional<TableName> root = root(facts);
    if (root.isEmpty() || !totals.areMeant(facts)) {
      return List.of();
    }
    List<Draft> drafts = new ArrayList<>();
    for (Draft draft : outputs.make(root.get(), facts)) {
      for (Draft settled : settle(draft, facts, state)) {
        AcrossMaker.make(settled, facts).ifPresent(drafts::add);
        if (drafts.size() >= MOST_DRAFTS) {
          return drafts;
        }
      }
    }
    return drafts;
  }

  /** What the question is about: what is counted, else what is shown, else what is named first. */
  private static Optional<TableName> root(List<Fact> facts) {
    List<TableName> shown = new ArrayList<>();
    List<TableName> counted = new ArrayList<>();
    List<TableName> measured = new ArrayList<>();
    List<TableName> other = new ArrayList<>();
    for (Fact fact : facts) {
      switch (fact) {
        case Fact.ShowCount count -> {
          count.table().ifPresent(counted::add);
          count.column().ifPresent(column -> counted.add(column.table()));
        }
        case Fact.Show show -> shown.add(show.target().table());
        case Fact.ShowTable show -> shown.add(show.table());
        case Fact.Touch touch -> {
          if (!touch.negated()) {
            other.add(touch.table());
          }
        }
        case Fact.Condition condition -> other.add(condition.target().table());
        case Fact.SortColumn sort -> sort.target().ifPresent(target -> other.add(target.table()));
        case Fact.GroupColumn group -> other.add(group.target().table());
        case Fact.GroupTable group -> other.add(group.table());
        case Fact.SortCount sort -> sort.table().ifPresent(other::add);
        case Fact.CountTest test -> test.table().ifPresent(other::add);
        case Fact.AggregateTest test -> other.add(test.target().table());
        case Fact.Across across -> {}
        case Fact.AverageOver over -> {}
        case Fact.ShowMetric show -> measured.addAll(show.metric().tables());
        case Fact.SortMetric sort -> measured.addAll(sort.metric().tables());
        case Fact.MetricTest test -> measured.addAll(test.metric().tables());
        case Fact.ShowAll all -> {}
        case Fact.ShowKind kind -> {}
        case Fact.OpenPeriod open -> {}
        case Fact.OpenMatch open -> {}
        case Fact.GroupPeriod group -> {}
      }
    }
    if (!counted.isEmpty()) {
      return Optional.of(counted.getFirst());
    }
    if (!shown.isEmpty()) {
      return Optional.of(shown.getFirst());
    }
    return measured.stream().findFirst().or(() -> other.stream().findFirst());
  }

  private List<Draft> settle(Draft draft, List<Fact> facts, State state) {
    List<Draft> drafts = new ArrayList<>();
    drafts.add(draft);
    for (Fact fact : facts) {
      switch (fact) {
        case Fact.Condition condition -> drafts.forEach(one -> one.conditions.add(condition));
        case Fact.Touch touch -> drafts.forEach(one -> one.touches.add(touch));
        case Fact.OpenPeriod open ->
            drafts = periods(drafts, open, state, MetricFacts.times(facts));
        case Fact.OpenMatch open -> {
          Table table = graph.table(draft.root);
          Target target = new Target(draft.root, DisplayColumns.of(table).getFirst());
          drafts.forEach(
              one -> {
                one.feature(MATCH_DEFAULT, 1);
                one.conditions.add(
                    new Fact.Condition(
                        target,
                        new Test.Matches(open.kind(), open.text()),
                        open.negated(),
                        Fact.Joint.AND,
                        open.span()));
              });
        }
        case Fact.Show show -> {}
        case Fact.ShowTable show -> {}
        case Fact.ShowAll show -> {}
        case Fact.ShowKind show -> {}
        case Fact.ShowCount show -> {}
        case Fact.GroupColumn group -> {}
        case Fact.GroupTable group -> {}
        case Fact.GroupPeriod group -> {}
        case Fact.SortColumn sort -> {}
        case Fact.SortCount sort -> {}
        case Fact.CountTest test -> {}
        case Fact.AggregateTest test -> {}
        case Fact.Across across -> {}
        case Fact.AverageOver over -> {}
        case Fact.ShowMetric show -> {}
        case Fact.SortMetric sort -> {}
        case Fact.MetricTest test -> {}
      }
    }
    return drafts;
  }

  private List<Draft> periods(
      List<Draft> drafts, Fact.OpenPeriod open, State state, List<Target> times) {
    List<Draft> settled = new ArrayList<>();
    for (Draft draft : drafts) {
      Set<TableName> near = new LinkedHashSet<>();
      near.add(draft.root);
      near.addAll(draft.hard);
      near.addAll(state.tables);
      Set<TableName> happened = totals.happened(draft);
      List<Target> columns =
          times.isEmpty() ? dates(happened.isEmpty() ? near : happened, open) : times;
      Feature other = PERIOD_NAMED;
      if (columns.isEmpty()) {
        columns = dates(graph.neighbors(draft.root), open);
        other = PERIOD_OTHER;
      }
      for (Target target : columns) {
        Draft copy = draft.copy();
        copy.feature(target.table().equals(draft.root) ? PERIOD_ROOT : other, 1);
        copy.feature(PERIOD_CHOICES, columns.size() - 1.0);
        copy.conditions.add(
            new Fact.Condition(
                target,
                PeriodRule.test(target, open.period()),
                open.negated(),
                open.joint(),
                open.span()));
        settled.add(copy);
      }
    }
    return settled;
  }

  private List<Target> dates(Set<TableName> tables, Fact.OpenPeriod open) {
    List<Target> found = new ArrayList<>();
    for (TableName name : tables) {
      for (Column column : graph.table(name).columns()) {
        Target target = new Target(name, column);
        if (PeriodRule.holds(target, open.period()) && graph.happens(target)) {
          found.add(target);
        }
      }
    }
    return found.size() > 4 ? found.subList(0, 4) : found;
  }
}
