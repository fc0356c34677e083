package dev.alidade.ask.build;

import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.SetOperator;
import dev.alidade.ask.plan.SetPlan;
import dev.alidade.ask.plan.Words;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Composes the facts of a reading into plans. */
final class Composer {
  private static final Feature INTERSECTION = Feature.of("plan.intersection");
  private static final Feature BOTH_EXIST = Feature.of("plan.both-exist");
  private static final Feature COUNTED_GROUPS = Feature.of("plan.counted-groups");
  private static final Feature CONTRADICTION = Feature.of("plan.contradiction");

  /** A plan with the features that composing it adds to those of the reading. */
  record Composed(Plan plan, List<State.Weighed> features) {}

  private final JoinGraph graph;
  private final DraftMaker drafts;
  private final Assembler assembler;
  private final MetricComposer metrics;
  private final GroupCounter counter;

  Composer(JoinGraph graph) {
    this.graph = graph;
    this.drafts = new DraftMaker(graph);
    this.assembler = new Assembler(graph);
    this.metrics = new MetricComposer(graph, assembler);
    this.counter = new GroupCounter(graph);
  }

  /** Every plan that the reading may mean. */
  List<Composed> compose(State state) {
    List<Fact> facts = DraftMaker.facts(state);
    Optional<List<Fact>> groups = counter.groups(facts);
    if (groups.isEmpty()) {
      return compose(facts, state);
    }
    List<Composed> counted = new ArrayList<>();
    for (Composed keys : compose(groups.get(), state)) {
      counter
          .counted(keys.plan(), facts)
          .ifPresent(
              plan -> {
                List<State.Weighed> features = new ArrayList<>(keys.features());
                features.add(new State.Weighed(COUNTED_GROUPS, 1));
                counted.add(new Composed(plan, features));
              });
    }
    return counted.isEmpty() ? compose(facts, state) : counted;
  }

  private List<Composed> compose(List<Fact> facts, State state) {
    List<Composed> composed = new ArrayList<>();
    Set<TableName> named = new LinkedHashSet<>(state.tables);
    boolean measured = !MetricFacts.of(facts).isEmpty();
    for (Draft draft : drafts.make(facts, state)) {
      int twin = twin(draft);
      if (measured) {
        if (twin > 0) {
          draft.feature(CONTRADICTION, 1);
        }
        composed.addAll(metrics.compose(draft, named));
        continue;
      }
      if (twin > 0 && !draft.aggregates() && draft.groups.isEmpty()) {
        intersect(draft, twin, named, composed);
        continue;
      }
      if (twin > 0 && draft.groups.isEmpty() && isOfOthers(draft, draft.conditions.get(twin))) {
        Draft both = draft.copy();
        both.others.add(both.conditions.remove(twin));
        for (Assembler.Assembled assembled : assembler.assemble(both, named)) {
          List<State.Weighed> features = new ArrayList<>(draft.features);
          features.addAll(assembled.features());
          features.add(new State.Weighed(BOTH_EXIST, 1));
          composed.add(new Composed(assembled.plan(), features));
        }
      }
      for (Assembler.Assembled assembled : assembler.assemble(draft, named)) {
        List<State.Weighed> features = new ArrayList<>(draft.features);
        features.addAll(assembled.features());
        if (twin > 0) {
          features.add(new State.Weighed(CONTRADICTION, 1));
        }
        composed.add(new Composed(assembled.plan(), features));
      }
    }
    return composed;
  }

  /** Whether several rows of the condition's table may belong to what is counted. */
  private boolean isOfOthers(Draft draft, Fact.Condition condition) {
    TableName table = condition.target().table();
    return !draft.hard.contains(table) && !graph.isToOne(draft.root, table);
  }

  /** The condition that demands another value of the same column, which one row cannot have. */
  private static int twin(Draft draft) {
    for (int later = 1; later < draft.conditions.size(); later++) {
      Fact.Condition second = draft.conditions.get(later);
      if (second.joint() == Fact.Joint.OR || second.negated()) {
        continue;
      }
      for (int earlier = 0; earlier < later; earlier++) {
        Fact.Condition first = draft.conditions.get(earlier);
        boolean alternatives =
            later + 1 < draft.conditions.size()
                && draft.conditions.get(later).joint() == Fact.Joint.OR;
        if (!first.negated()
            && !alternatives
            && first.target().isSame(second.target())
            && contradict(first.test(), second.test())) {
          return later;
        }
      }
    }
    return 0;
  }

  private static boolean contradict(Test first, Test second) {
    if (first instanceof Test.Equals && second instanceof Test.Equals) {
      return true;
    }
    if (first instanceof Test.Within one && second instanceof Test.Within two) {
      return one.period().isApartFrom(two.period());
    }
    if (first instanceof Test.Compares one && second instanceof Test.Compares two) {
      int order = one.value().compareTo(two.value());
      return switch (one.operator()) {
        case EQUAL -> order != 0 || one.operator() == two.operator();
        case GREATER, GREATER_OR_EQUAL ->
            order >= 0
                && switch (two.operator()) {
                  case LESS, LESS_OR_EQUAL -> true;
                  case EQUAL, NOT_EQUAL, GREATER, GREATER_OR_EQUAL -> false;
                };
        case LESS, LESS_OR_EQUAL ->
            order <= 0
                && switch (two.operator()) {
                  case GREATER, GREATER_OR_EQUAL -> true;
                  case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL -> false;
                };
        case NOT_EQUAL -> false;
      };
    }
    return false;
  }

  private void intersect(Draft draft, int twin, Set<TableName> named, List<Composed> composed) {
    Draft left = draft.copy();
    Draft right = draft.copy();
    Fact.Condition second = draft.conditions.get(twin);
    left.conditions.remove(twin);
    right.conditions.clear();
    for (int index = 0; index < draft.conditions.size(); index++) {
      Fact.Condition condition = draft.conditions.get(index);
      boolean replaced =
          index != twin
              && condition.target().isSame(second.target())
              && contradict(condition.test(), second.test());
      if (!replaced) {
        right.conditions.add(condition);
      }
    }
    List<Assembler.Assembled> lefts = assembler.assemble(left, named);
    List<Assembler.Assembled> rights = assembler.assemble(right, named);
    for (int index = 0; index < Math.min(lefts.size(), rights.size()); index++) {
      SelectPlan first = lefts.get(index).plan();
      SelectPlan other = rights.get(index).plan();
      if (!first.order().isEmpty() || first.limit().isPresent()) {
        continue;
      }
      List<State.Weighed> features = new ArrayList<>(draft.features);
      features.addAll(lefts.get(index).features());
      features.add(new State.Weighed(INTERSECTION, 1));
      composed.add(
          new Composed(
              new SetPlan(SetOperator.INTERSECT, first, other, Words.of(second.span())), features));
    }
  }
}
