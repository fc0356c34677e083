package dev.alidade.semantic;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What the data of one source mean; Ossie's core model with our additions.
 *
 * @param firstMonth the month, 1 to 12, that a fiscal year begins with
 */
public record SemanticModel(
    String name,
    Optional<String> description,
    List<Dataset> datasets,
    List<Relationship> relationships,
    List<Metric> metrics,
    List<GlossaryTerm> glossary,
    List<VerifiedQuestion> verifiedQuestions,
    int firstMonth) {
  /** Says nothing about a source. */
  public static final SemanticModel NONE =
      new SemanticModel(
          "", Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of(), 1);

  public SemanticModel {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    datasets = List.copyOf(datasets);
    relationships = List.copyOf(relationships);
    metrics = List.copyOf(metrics);
    glossary = List.copyOf(glossary);
    verifiedQuestions = List.copyOf(verifiedQuestions);
    if (firstMonth < 1 || firstMonth > 12) {
      throw new IllegalArgumentException("a fiscal year begins with a month from 1 to 12");
    }
  }

  /** The dataset of this name, letter case aside. */
  public Optional<Dataset> dataset(String wanted) {
    return datasets.stream().filter(one -> isSame(one.name(), wanted)).findFirst();
  }

  /** The metric of this name, letter case aside. */
  public Optional<Metric> metric(String wanted) {
    return metrics.stream().filter(one -> isSame(one.name(), wanted)).findFirst();
  }

  private static boolean isSame(String left, String right) {
    return left.toLowerCase(Locale.ROOT).equals(right.toLowerCase(Locale.ROOT));
  }
}
