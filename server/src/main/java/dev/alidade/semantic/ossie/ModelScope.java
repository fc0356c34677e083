package dev.alidade.semantic.ossie;

import dev.alidade.base.Nearest;
import dev.alidade.semantic.Formula;
import dev.alidade.semantic.Relationship;
import dev.alidade.semantic.formula.FormulaScope;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What names stand for in the formulas of one model, or of one of its datasets. */
final class ModelScope implements FormulaScope {
  private final List<DatasetDraft> datasets;
  private final List<Relationship> relationships;
  private final List<String> metrics;
  private final Optional<DatasetDraft> within;

  ModelScope(List<DatasetDraft> datasets, List<Relationship> relationships, List<String> metrics) {
    this(datasets, relationships, metrics, Optional.empty());
  }

  private ModelScope(
      List<DatasetDraft> datasets,
      List<Relationship> relationships,
      List<String> metrics,
      Optional<DatasetDraft> within) {
    this.datasets = List.copyOf(datasets);
    this.relationships = List.copyOf(relationships);
    this.metrics = List.copyOf(metrics);
    this.within = within;
  }

  /** The same, where a name that stands alone belongs to this dataset. */
  ModelScope within(DatasetDraft dataset) {
    return new ModelScope(datasets, relationships, metrics, Optional.of(dataset));
  }

  @Override
  public Meaning column(Optional<String> dataset, String name) {
    if (dataset.isPresent()) {
      return find(dataset.get())
          .map(found -> found.meaning(name))
          .orElseGet(() -> new Meaning.Unknown(unknownDataset(dataset.get())));
    }
    if (within.isPresent()) {
      return within.get().meaning(name);
    }
    if (datasets.size() == 1) {
      return datasets.getFirst().meaning(name);
    }
    List<DatasetDraft> having = datasets.stream().filter(one -> one.hasName(name)).toList();
    if (having.size() == 1) {
      return having.getFirst().meaning(name);
    }
    return new Meaning.Unknown(
        having.isEmpty()
            ? "no dataset has a field `%s`; write the dataset before it, as in orders.%1$s"
                .formatted(name)
            : "`%s` is in %s; write the dataset before it, as in %s.%1$s"
                .formatted(name, list(having), having.getFirst().name()));
  }

  @Override
  public Meaning metric(Optional<String> before, String name) {
    Optional<String> found =
        metrics.stream().filter(metric -> metric.equalsIgnoreCase(name)).findFirst();
    if (found.isPresent()) {
      return new Meaning.Known(new Formula.MetricUse(found.get()));
    }
    boolean isColumn = datasets.stream().anyMatch(dataset -> dataset.hasName(name));
    return new Meaning.Unknown(
        isColumn
            ? "column `%s` must stand within an aggregate such as SUM(%1$s)".formatted(name)
            : "there is no metric `%s`%s".formatted(name, Nearest.hint(name, metrics)));
  }

  @Override
  public Optional<String> dataset(String name) {
    return find(name).map(DatasetDraft::name);
  }

  @Override
  public boolean isKey(Formula.Column column) {
    return find(column.dataset())
        .map(dataset -> dataset.part().texts("primary_key"))
        .filter(key -> key.size() == 1 && key.getFirst().equalsIgnoreCase(column.column()))
        .isPresent();
  }

  @Override
  public Optional<String> home(Set<String> used) {
    if (used.isEmpty()) {
      return (datasets.size() == 1 ? Optional.of(datasets.getFirst()) : within)
          .map(DatasetDraft::name);
    }
    return used.stream().filter(one -> reached(one).containsAll(used)).findFirst();
  }

  private Set<String> reached(String from) {
    Set<String> reached = new HashSet<>(Set.of(from));
    Deque<String> next = new ArrayDeque<>(Set.of(from));
    while (!next.isEmpty()) {
      String here = next.remove();
      relationships.stream()
          .filter(relationship -> relationship.from().equals(here))
          .map(Relationship::to)
          .filter(reached::add)
          .forEach(next::add);
    }
    return reached;
  }

  Optional<DatasetDraft> find(String name) {
    return datasets.stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }

  String unknownDataset(String name) {
    List<String> names = datasets.stream().map(DatasetDraft::name).toList();
    String hint = Nearest.hint(name, names);
    return "there is no dataset `%s`%s"
        .formatted(name, hint.isEmpty() ? "; there are: " + String.join(", ", names) : hint);
  }

  private static String list(Collection<DatasetDraft> datasets) {
    return String.join(" and ", datasets.stream().map(one -> "`" + one.name() + "`").toList());
  }
}
