package dev.alidade.semantic.imports;

import dev.alidade.base.AlidadeException;
import dev.alidade.semantic.Formula;
import dev.alidade.semantic.formula.FormulaParser;
import dev.alidade.semantic.formula.FormulaScope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What names stand for in a foreign model: fields, or else columns, of one dataset or all. */
final class PartsScope implements FormulaScope {
  private static final int DEEPEST = 20;

  private final ModelParts parts;
  private final Optional<RawDataset> within;
  private final List<String> resolving;

  PartsScope(ModelParts parts, Optional<RawDataset> within) {
    this(parts, within, List.of());
  }

  private PartsScope(ModelParts parts, Optional<RawDataset> within, List<String> resolving) {
    this.parts = parts;
    this.within = within;
    this.resolving = resolving;
  }

  /** The formula of a field; a name that is being worked out stands for the column of that name. */
  Formula field(RawDataset dataset, RawDataset.RawField field) {
    List<String> inner = new ArrayList<>(resolving);
    inner.add(dataset.name() + "." + field.name());
    return FormulaParser.field(field.text(), new PartsScope(parts, Optional.of(dataset), inner));
  }

  @Override
  public Meaning column(Optional<String> dataset, String name) {
    if (dataset.isPresent()) {
      return parts
          .dataset(dataset.get())
          .map(found -> meaning(found, name))
          .orElseGet(() -> new Meaning.Unknown("`%s` was not taken over".formatted(dataset.get())));
    }
    if (within.isPresent()) {
      return meaning(within.get(), name);
    }
    return new Meaning.Unknown("`%s` does not say of what it is a column".formatted(name));
  }

  private Meaning meaning(RawDataset dataset, String name) {
    Optional<RawDataset.RawField> field = dataset.field(name);
    String key = dataset.name() + "." + field.map(RawDataset.RawField::name).orElse("");
    boolean itself = !resolving.isEmpty() && resolving.getLast().equals(key);
    if (field.isEmpty() || itself) {
      return new Meaning.Known(new Formula.Column(dataset.name(), name));
    }
    if (resolving.contains(key) || resolving.size() > DEEPEST) {
      return new Meaning.Unknown("field `%s` is worked out from itself".formatted(name));
    }
    Meaning known = parts.meanings().get(key);
    if (known != null) {
      return known;
    }
    Meaning found = read(dataset, field.get());
    parts.meanings().put(key, found);
    return found;
  }

  private Meaning read(RawDataset dataset, RawDataset.RawField field) {
    try {
      return new Meaning.Known(field(dataset, field));
    } catch (AlidadeException unreadable) {
      return new Meaning.Unknown("field `%s` was not taken over".formatted(field.name()));
    }
  }

  @Override
  public Meaning metric(Optional<String> dataset, String name) {
    Optional<String> of = dataset.or(() -> within.map(RawDataset::name));
    Optional<RawMetric> own =
        parts.metrics().stream()
            .filter(metric -> metric.name().equalsIgnoreCase(name))
            .filter(metric -> of.isPresent() && of.equals(metric.dataset()))
            .findFirst();
    Optional<RawMetric> any =
        parts.metrics().stream()
            .filter(metric -> metric.name().equalsIgnoreCase(name))
            .filter(metric -> dataset.isEmpty() || metric.dataset().isEmpty())
            .findFirst();
    return own.or(() -> any)
        .<Meaning>map(metric -> new Meaning.Known(new Formula.MetricUse(parts.calledIn(metric))))
        .orElseGet(() -> new Meaning.Unknown("there is no metric `%s`".formatted(name)));
  }

  @Override
  public Optional<String> dataset(String name) {
    return parts.dataset(name).map(RawDataset::name);
  }

  @Override
  public boolean isKey(Formula.Column column) {
    return parts
        .dataset(column.dataset())
        .filter(found -> found.key().size() == 1)
        .filter(found -> found.key().getFirst().equalsIgnoreCase(column.column()))
        .isPresent();
  }

  @Override
  public Optional<String> home(Set<String> used) {
    if (used.isEmpty()) {
      return within.map(RawDataset::name);
    }
    return used.stream().filter(one -> reached(one).containsAll(used)).findFirst();
  }

  private Set<String> reached(String from) {
    Set<String> reached = new HashSet<>(Set.of(from));
    Deque<String> next = new ArrayDeque<>(Set.of(from));
    while (!next.isEmpty()) {
      String here = next.remove();
      parts.relationships().stream()
          .map(ModelParts.RawRelationship::relationship)
          .filter(relationship -> relationship.from().equals(here))
          .map(relationship -> relationship.to())
          .filter(reached::add)
          .forEach(next::add);
    }
    return reached;
  }
}
