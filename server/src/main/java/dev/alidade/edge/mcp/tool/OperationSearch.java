package dev.alidade.edge.mcp.tool;

import dev.alidade.operation.Operation;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds operations by words in their names, titles and descriptions. */
final class OperationSearch {
  private static final double NAME = 4;
  private static final double TITLE = 3;
  private static final double DESCRIPTION = 1;
  private static final int SHORTEST_STEM = 4;
  private static final Set<String> EMPTY =
      Set.of(
          "a", "an", "and", "are", "can", "did", "do", "does", "for", "from", "how", "i", "in",
          "is", "it", "me", "my", "of", "on", "or", "that", "the", "there", "to", "what", "when",
          "which", "who", "why", "with");

  private final Collection<Operation<?, ?>> operations;

  OperationSearch(Collection<Operation<?, ?>> operations) {
    this.operations = operations;
  }

  private record Found(Operation<?, ?> operation, double score) {}

  /** The best first; the operation of exactly that name alone. */
  List<? extends Operation<?, ?>> find(String query) {
    String name = query.strip().toLowerCase(Locale.ROOT);
    List<Operation<?, ?>> exact =
        operations.stream()
            .<Operation<?, ?>>map(each -> each)
            .filter(each -> each.name().equals(name))
            .toList();
    if (!exact.isEmpty()) {
      return exact;
    }
    Map<String, Double> weights = weights(words(query));
    return operations.stream()
        .map(each -> new Found(each, score(each, weights)))
        .filter(found -> found.score > 0)
        .sorted(Comparator.comparingDouble(Found::score).reversed())
        .map(Found::operation)
        .toList();
  }

  /** A word that few operations have says more. */
  private Map<String, Double> weights(Set<String> words) {
    Map<String, Double> weights = new HashMap<>();
    for (String word : words) {
      long with = operations.stream().filter(each -> score(each, Map.of(word, 1.0)) > 0).count();
      weights.put(word, with == 0 ? 0 : Math.log(1 + (double) operations.size() / with));
    }
    return weights;
  }

  private static double score(Operation<?, ?> operation, Map<String, Double> weights) {
    Set<String> name = words(operation.name());
    Set<String> title = words(operation.title());
    Set<String> description = words(operation.description());
    double score = 0;
    for (Map.Entry<String, Double> word : weights.entrySet()) {
      double of =
          (name.contains(word.getKey()) ? NAME : 0)
              + (title.contains(word.getKey()) ? TITLE : 0)
              + (description.contains(word.getKey()) ? DESCRIPTION : 0);
      score += of * word.getValue();
    }
    return score;
  }

  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty() && !EMPTY.contains(word)) {
        words.add(stem(word));
      }
    }
    return words;
  }

  /** Queries, query; approving, approved, approve; models, model. */
  private static String stem(String word) {
    String stem = word.replaceFirst("ies$", "y").replaceFirst("(ing|ed|es|e|s)$", "");
    return stem.length() < SHORTEST_STEM ? word.replaceFirst("(?<=..)s$", "") : stem;
  }
}
