package dev.alidade.ask;

import dev.alidade.ask.plan.Candidate;
import dev.alidade.ask.text.WordList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely a reading is right: a logistic regression over its lead, what it leaves over and what
 * it is made of, learned from readings of questions that the planner had not learned from.
 */
public final class Confidence {
  private static final String RESOURCE = "/dev/alidade/ask/confidence.tsv";
  private static final double LARGEST_LEAD = 10;

  private final Map<String, Double> weights;

  /** Weights by the names of signals; {@code bias} is added always. */
  public Confidence(Map<String, Double> weights) {
    this.weights = Map.copyOf(weights);
  }

  /** The weights that come with the product. */
  public static Confidence builtIn() {
    Map<String, Double> weights = new HashMap<>();
    WordList.pairs(RESOURCE).forEach((name, weight) -> weights.put(name, Double.valueOf(weight)));
    return new Confidence(weights);
  }

  /** From 0 to 1. */
  double of(Candidate candidate, List<Candidate> all, int words) {
    double sum = weights.getOrDefault("bias", 0.0);
    for (Map.Entry<String, Double> signal : signals(candidate, all, words).entrySet()) {
      sum += weights.getOrDefault(signal.getKey(), 0.0) * signal.getValue();
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /**
   * What tells of being right.
   *
   * @param all every reading of the question, the candidate among them
   * @param words how many words the question has
   */
  public static Map<String, Double> signals(Candidate candidate, List<Candidate> all, int words) {
    Map<String, Double> signals = new HashMap<>();
    candidate.features().entrySet().stream()
        .filter(feature -> isPlain(feature.getKey()))
        .forEach(feature -> signals.put("feature " + feature.getKey(), feature.getValue()));
    double total = 0;
    double others = Double.NEGATIVE_INFINITY;
    for (Candidate other : all) {
      total += Math.exp(other.score() - candidate.score());
      if (!other.equals(candidate)) {
        others = Math.max(others, other.score());
      }
    }
    signals.put("share", total == 0 ? 0 : 1 / total);
    double lead = Math.min(LARGEST_LEAD, candidate.score() - others);
    signals.put("lead", Math.max(-LARGEST_LEAD, lead));
    signals.put("readings", Math.log(Math.max(1, all.size())));
    signals.put("words", (double) words);
    signals.put("unexplained", (double) candidate.unexplained().size());
    return signals;
  }

  /** Refinements of a feature would only repeat it. */
  private static boolean isPlain(String feature) {
    return feature.indexOf('+') < 0 && feature.indexOf('|') < 0;
  }
}
