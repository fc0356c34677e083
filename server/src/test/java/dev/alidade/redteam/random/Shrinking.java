package dev.alidade.redteam.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds fewer and simpler choices that still make a statement of which something holds. */
final class Shrinking {
  private static final int TRIES = 600;

  private final Predicate<List<Integer>> holds;
  private int tries;

  Shrinking(Predicate<List<Integer>> holds) {
    this.holds = holds;
  }

  List<Integer> smallest(List<Integer> choices) {
    List<Integer> best = choices;
    boolean better = true;
    while (better && tries < TRIES) {
      int before = weight(best);
      for (int length = Math.max(1, best.size() / 2); length >= 1; length /= 2) {
        best = without(best, length);
      }
      better = weight(best) < before;
    }
    return best;
  }

  /** Leaves out, or makes simple, runs of choices of one length wherever it still holds. */
  private List<Integer> without(List<Integer> choices, int length) {
    List<Integer> best = choices;
    for (int from = 0; from + length <= best.size() && tries < TRIES; from++) {
      List<Integer> shorter = new ArrayList<>(best);
      shorter.subList(from, from + length).clear();
      List<Integer> simpler = new ArrayList<>(best);
      simpler.subList(from, from + length).replaceAll(ignored -> 0);
      if (!shorter.isEmpty() && stillHolds(shorter)) {
        best = shorter;
      } else if (!simpler.equals(best) && stillHolds(simpler)) {
        best = simpler;
      }
    }
    return best;
  }

  private boolean stillHolds(List<Integer> choices) {
    tries++;
    return holds.test(choices);
  }

  private static int weight(List<Integer> choices) {
    return choices.size() + (int) choices.stream().filter(choice -> choice > 0).count();
  }
}
