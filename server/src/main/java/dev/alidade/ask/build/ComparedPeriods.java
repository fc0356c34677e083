package dev.alidade.ask.build;

import dev.alidade.ask.text.Period;
import dev.alidade.ask.text.TimeCut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads two periods that no row can lie in both of as a comparison: "2024 and 2025". */
final class ComparedPeriods {
  private ComparedPeriods() {}

  /** The facts with a row for each of the two periods; empty where nothing is compared. */
  static Optional<List<Fact>> of(List<Fact> facts) {
    List<Fact.OpenPeriod> periods = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.GroupPeriod || fact instanceof Fact.Across) {
        return Optional.empty();
      }
      if (fact instanceof Fact.OpenPeriod open && !open.negated()) {
        periods.add(open);
      }
    }
    if (periods.size() != 2 || !areApart(periods)) {
      return Optional.empty();
    }
    List<Fact> compared = new ArrayList<>();
    for (Fact fact : facts) {
      boolean second = fact.equals(periods.getLast());
      compared.add(
          second
              ? new Fact.OpenPeriod(periods.getLast().period(), false, Fact.Joint.OR, fact.span())
              : fact);
      if (second) {
        compared.add(
            new Fact.GroupPeriod(
                new TimeCut.Into(periods.getLast().period().grain()), fact.span()));
      }
    }
    return Optional.of(compared);
  }

  private static boolean areApart(List<Fact.OpenPeriod> periods) {
    Period first = periods.getFirst().period();
    Period last = periods.getLast().period();
    return first.grain() == last.grain() && first.isApartFrom(last);
  }
}
