package dev.alidade.ask.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads alternatives as a comparison: "revenue of gold and bronze customers", for each of them. */
final class ComparedValues {
  private ComparedValues() {}

  /** The facts with a row for each of the values; empty where none stand beside each other. */
  static Optional<List<Fact>> of(List<Fact> facts) {
    Fact.Condition before = null;
    for (Fact fact : facts) {
      if (fact instanceof Fact.GroupColumn group
          && before != null
          && group.target().isSame(before.target())) {
        return Optional.empty();
      }
      if (!(fact instanceof Fact.Condition condition)
          || !(condition.test() instanceof Test.Equals)) {
        continue;
      }
      boolean alternative =
          before != null
              && condition.joint() == Fact.Joint.OR
              && !condition.negated()
              && condition.target().isSame(before.target());
      if (alternative) {
        List<Fact> compared = new ArrayList<>(facts);
        compared.add(new Fact.GroupColumn(condition.target(), true, condition.span()));
        return measures(facts) ? Optional.of(compared) : Optional.empty();
      }
      before = condition;
    }
    return Optional.empty();
  }

  private static boolean measures(List<Fact> facts) {
    return facts.stream()
        .anyMatch(
            fact ->
                fact instanceof Fact.ShowCount
                    || fact instanceof Fact.ShowMetric
                    || (fact instanceof Fact.Show show && show.aggregate().isPresent()));
  }
}
