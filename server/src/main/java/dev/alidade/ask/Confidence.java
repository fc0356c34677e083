package dev.alidade.ask;

import dev.alidade.ask.plan.Candidate;
import dev.alidade.ask.text.WordList;
import java.util.List;
import java.util.Map;

/** How likely a reading is right, from its lead over the others and the words it leaves over. */
final class Confidence {
  private static final String RESOURCE = "/dev/alidade/ask/confidence.tsv";

  private final Map<String, String> settings;

  private Confidence(Map<String, String> settings) {
    this.settings = settings;
  }

  static Confidence builtIn() {
    return new Confidence(WordList.pairs(RESOURCE));
  }

  double of(Candidate candidate, List<Candidate> all) {
    double total = 0;
    for (Candidate other : all) {
      total += Math.exp(other.score() - candidate.score());
    }
    double share = total == 0 ? 0 : 1 / total;
    double sum = weight("bias") + weight("share") * share;
    sum += weight("unexplained") * candidate.unexplained().size();
    for (Map.Entry<String, Double> feature : candidate.features().entrySet()) {
      String setting = settings.get("feature " + feature.getKey());
      if (setting != null) {
        sum += Double.parseDouble(setting) * feature.getValue();
      }
    }
    return 1 / (1 + Math.exp(-sum));
  }

  private double weight(String name) {
    return Double.parseDouble(settings.getOrDefault(name, "0"));
  }
}
