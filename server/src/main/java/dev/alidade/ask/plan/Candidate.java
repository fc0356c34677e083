package dev.alidade.ask.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One reading of a question.
 *
 * @param score higher is better; comparable within one question only
 * @param features what the score is the weighted sum of
 * @param unexplained content words that the plan does not account for
 */
public record Candidate(
    Plan plan,
    double score,
    Map<String, Double> features,
    List<Understood> understood,
    List<String> unexplained) {
  public Candidate {
    Objects.requireNonNull(plan, "plan");
    features = Map.copyOf(features);
    understood = List.copyOf(understood);
    unexplained = List.copyOf(unexplained);
  }
}
