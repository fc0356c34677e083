package dev.alidade.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Works that are compared: they take turns, so that a noisy moment hits them all. */
public final class Rounds {
  private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(20);

  private Rounds() {}

  /** What is compared. */
  public record Subject(String name, Worker.Factory factory) {}

  /** Lets each subject work once, uncounted. */
  public static void warmUp(Pace pace, int callers, List<Subject> subjects) throws Exception {
    for (Subject subject : subjects) {
      ClosedLoop.run(callers, pace.warmUp(), LONGEST_WARM_UP, subject.factory());
    }
  }

  /**
   * The median of each subject's rounds, after one that is not counted, in the order of the
   * subjects.
   */
  public static Map<String, Measurement> run(Pace pace, int callers, List<Subject> subjects)
      throws Exception {
    Map<String, List<Measurement>> rounds = new LinkedHashMap<>();
    for (int round = 0; round <= pace.rounds(); round++) {
      for (Subject subject : subjects) {
        Measurement measured = ClosedLoop.run(callers, pace.round(), subject.factory());
        if (round > 0) {
          rounds.computeIfAbsent(subject.name(), name -> new ArrayList<>()).add(measured);
        }
      }
    }
    Map<String, Measurement> medians = new LinkedHashMap<>();
    rounds.forEach((name, measured) -> medians.put(name, Measurement.median(measured)));
    return medians;
  }
}
