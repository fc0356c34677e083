package dev.alidade.ask.build;

import dev.alidade.ask.text.Span;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes drafts from facts: settles what the question is about and what was left open. */
final class DraftMaker {
  private static final int MOST_DRAFTS = 24;
  private static final Feature PER_ROW = Feature.of("average.per-row");
  private static final Feature COMPARED_VALUES = Feature.of("compared.values");
  private static final Feature MATCH_DEFAULT = Feature.of("text.match.display-column");

  private final JoinGraph graph;
  private final OutputMaker outputs;
  private final Totals totals;
  private final AcrossMaker across;
  private final OpenDates dates;

  DraftMaker(JoinGraph graph) {
    this.graph = graph;
    this.outputs = new OutputMaker(graph);
    this.totals = new Totals(graph);
    this.across = new AcrossMaker(graph);
    this.dates = new OpenDates(graph, totals);
  }

  /** The facts of a reading, with what its last words left open. */
  static List<Fact> facts(State state) {
    List<Fact> facts = Chain.list(state.facts);
    if (state.count) {
      Fact rows = new Fact.ShowCount(Optional.empty(), Optional.empty(), false, new Span(0, 1));
      facts.add(ranked(facts).orElse(rows));
    }
    return facts;
  }

  /** "Which store sold the most units, and how many?": what is ranked by is shown too. */
  private static Optional<Fact> ranked(List<Fact> facts) {
    for (Fact fact : facts) {
      if (fact instanceof Fact.SortMetric sort && sort.limit().isPresent()) {
        return Optional.of(new Fact.ShowMetric(sort.metric(), sort.span()));
      }
      if (fact instanceof Fact.SortCount sort && sort.limit().isPresent()) {
        return Optional.of(new Fact.ShowCount(sort.table(), Optional.empty(), false, sort.span()));
      }
      if (fact instanceof Fact.SortColumn sort
          && sort.limit().isPresent()
          && sort.target().isPresent()
          && sort.aggregate().isPresent()) {
        return Optional.of(
            new Fact.Show(sort.target().get(), sort.aggregate(), false, sort.span()));
      }
    }
    return Optional.empty();
  }

  List<Draft> make(List<Fact> facts, State state) {
    List<Draft> drafts = new ArrayList<>();
    ComparedPeriods.of(facts).ifPresent(compared -> drafts.addAll(settled(compared, state)));
    ComparedValues.of(facts)
        .ifPresent(
            compared ->
                settled(compared, state)
                    .forEach(draft -> drafts.add(draft.feature(COMPARED_VALUES, 1))));
    averagedRows(facts)
        .ifPresent(
            rows -> settled(rows, state).forEach(draft -> drafts.add(draft.feature(PER_ROW, 1))));
    drafts.addAll(settled(facts, state));
    return drafts;
  }

  /** "The average refund per return" is that of all returns, not one for each. */
  private static Optional<List<Fact>> averagedRows(List<Fact> facts) {
    for (Fact fact : facts) {
      if (fact instanceof Fact.GroupTable group && LostGroups.averages(facts, group.table())) {
        List<Fact> rows = new ArrayList<>(facts);
        rows.remove(fact);
        return Optional.of(rows);
      }
    }
    return Optional.empty();
  }

  private List<Draft> settled(List<Fact> facts, State state) {
    Optional<TableName> root = root(facts);
    if (root.isEmpty() || !totals.areMeant(facts)) {
      return List.of();
    }
    List<Draft> drafts = new ArrayList<>();
    for (Draft draft : outputs.make(root.get(), facts)) {
      for (Draft settled : settle(draft, facts, state)) {
        across.make(settled, facts).ifPresent(drafts::add);
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
        case Fact.SideBySide sides -> {}
        case Fact.ShowMetric show -> measured.addAll(show.metric().tables());
        case Fact.SortMetric sort -> measured.addAll(sort.metric().tables());
        case Fact.MetricTest test -> measured.addAll(test.metric().tables());
        case Fact.ShowAll all -> {}
        case Fact.ShowKind kind -> {}
        case Fact.OpenPeriod open -> {}
        case Fact.OpenPart open -> {}
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
        case Fact.OpenPeriod open -> drafts = dates.settle(drafts, open, state, facts);
        case Fact.OpenPart open -> drafts = dates.settle(drafts, open, state, facts);
        case Fact.OpenMatch open -> {
          Table table = graph.table(draft.root);
          Target target = new Target(draft.root, graph.columns().display(table).getFirst());
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
        case Fact.SideBySide sides -> {}
        case Fact.ShowMetric show -> {}
        case Fact.SortMetric sort -> {}
        case Fact.MetricTest test -> {}
      }
    }
    return drafts;
  }
}
