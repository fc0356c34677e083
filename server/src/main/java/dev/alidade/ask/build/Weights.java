package dev.alidade.ask.build;

import dev.alidade.ask.text.WordList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much each feature counts. */
public final class Weights {
  private static final String LEARNED = "/dev/alidade/ask/weights.tsv";
  private static final String START = "/dev/alidade/ask/weights-start.tsv";

  private final Map<String, Double> byName;
  private volatile double[] byNumber = new double[0];

  /** Weights by the names of features; what is not named weighs nothing. */
  public Weights(Map<String, Double> byName) {
    this.byName = Map.copyOf(byName);
  }

  /** The weights that come with the product. */
  public static Weights builtIn() {
    return read(LEARNED);
  }

  /** The weights set by hand, from which learning starts. */
  public static Weights start() {
    return read(START);
  }

  private static Weights read(String resource) {
    Map<String, Double> weights = new HashMap<>();
    for (List<String> row : WordList.rows(resource)) {
      weights.put(row.get(0), Double.valueOf(row.get(1)));
    }
    return new Weights(weights);
  }

  /** All named weights. */
  public Map<String, Double> byName() {
    return byName;
  }

  double of(Feature feature) {
    double[] known = byNumber;
    return feature.number() < known.length ? known[feature.number()] : extend(feature);
  }

  private synchronized double extend(Feature feature) {
    List<Feature> all = Feature.all();
    double[] extended = new double[all.size()];
    for (int number = 0; number < extended.length; number++) {
      extended[number] = byName.getOrDefault(all.get(number).name(), 0.0);
    }
    byNumber = extended;
    return extended[feature.number()];
  }
}
