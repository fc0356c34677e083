package dev.alidade.ask;

import java.util.List;

/** Decides whether to answer, to ask back or to abstain; never guesses silently. */
public final class Decider {
  /** A reading that is less likely right than this is not answered without asking. */
  public static final double THRESHOLD = 0.5;

  private static final double CHOICE = 0.15;

  /** Nothing tells readings apart whose scores are this close: "by region", whose region? */
  private static final double TIE = 0.01;

  private static final int MOST_CHOICES = 3;

  /** What to do with these readings, of which the best is first. */
  public Decision decide(List<Reading> readings) {
    if (readings.isEmpty()) {
      return new Decision.Abstain(List.of());
    }
    Reading best = readings.getFirst();
    if (!best.candidate().unexplained().isEmpty()) {
      return new Decision.Abstain(best.candidate().unexplained());
    }
    List<Reading> ties =
        readings.stream()
            .filter(reading -> reading.candidate().unexplained().isEmpty())
            .filter(reading -> reading.candidate().score() >= best.candidate().score() - TIE)
            .limit(MOST_CHOICES)
            .toList();
    if (ties.size() > 1) {
      return new Decision.Clarify(ties);
    }
    if (best.confidence() >= THRESHOLD) {
      return new Decision.Answer(best);
    }
    List<Reading> choices =
        readings.stream()
            .filter(
                reading ->
                    reading.candidate().unexplained().isEmpty() && reading.confidence() >= CHOICE)
            .limit(MOST_CHOICES)
            .toList();
    return choices.size() > 1 ? new Decision.Clarify(choices) : new Decision.Abstain(List.of());
  }
}
