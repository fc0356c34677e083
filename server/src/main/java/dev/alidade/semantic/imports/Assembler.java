package dev.alidade.semantic.imports;

import dev.alidade.base.AlidadeException;
import dev.alidade.semantic.Dataset;
import dev.alidade.semantic.Field;
import dev.alidade.semantic.Formula;
import dev.alidade.semantic.Metric;
import dev.alidade.semantic.Relationship;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.semantic.formula.FormulaParser;
import dev.alidade.semantic.formula.FormulaScope.Meaning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a model of what was read; what our formulas cannot say is left out, each with its reason.
 */
final class Assembler {
  private final ModelParts parts;
  private final Map<String, List<Field>> fields = new LinkedHashMap<>();

  Assembler(ModelParts parts) {
    this.parts = parts;
  }

  SemanticModel assemble() {
    List<Relationship> relationships = relationships();
    parts.datasets().forEach(dataset -> fields.put(dataset.name(), new ArrayList<>()));
    parts.datasets().forEach(this::fields);
    List<Metric> metrics = metrics();
    List<Dataset> datasets = parts.datasets().stream().map(this::dataset).toList();
    return new SemanticModel(
        parts.name(),
        parts.description(),
        datasets,
        relationships,
        metrics,
        List.of(),
        parts.questions(),
        1);
  }

  private Dataset dataset(RawDataset raw) {
    return new Dataset(
        raw.name(),
        raw.table(),
        raw.description(),
        raw.synonyms(),
        raw.key(),
        List.of(),
        fields.get(raw.name()));
  }

  private List<Relationship> relationships() {
    List<Relationship> known = new ArrayList<>();
    for (ModelParts.RawRelationship raw : parts.relationships()) {
      Relationship one = raw.relationship();
      if (parts.dataset(one.from()).isEmpty() || parts.dataset(one.to()).isEmpty()) {
        raw.item().leave("joins something that was not taken over");
      } else {
        known.add(one);
      }
    }
    parts.relationships().removeIf(raw -> !known.contains(raw.relationship()));
    return known;
  }

  private void fields(RawDataset dataset) {
    PartsScope scope = new PartsScope(parts, Optional.empty());
    for (RawDataset.RawField raw : dataset.fields()) {
      try {
        Formula formula = scope.field(dataset, raw);
        add(dataset, raw, formula);
      } catch (AlidadeException unreadable) {
        raw.item().leave(unreadable.getMessage());
      }
    }
  }

  private void add(RawDataset dataset, RawDataset.RawField raw, Formula formula) {
    Set<String> of = new HashSet<>();
    datasets(formula, of);
    if (of.size() > 1) {
      raw.item().leave("is worked out from several tables: " + String.join(", ", of));
      return;
    }
    List<Field> into = fields.get(of.isEmpty() ? dataset.name() : of.iterator().next());
    boolean taken = into.stream().anyMatch(field -> field.name().equalsIgnoreCase(raw.name()));
    if (taken) {
      raw.item().leave("there is another field of this name");
      return;
    }
    into.add(
        new Field(
            raw.name(),
            formula,
            raw.description(),
            raw.synonyms(),
            raw.dimension(),
            raw.time(),
            Optional.empty(),
            Map.of()));
  }

  private List<Metric> metrics() {
    List<Metric> metrics = new ArrayList<>();
    Map<String, RawMetric> raws = new LinkedHashMap<>();
    for (RawMetric raw : parts.metrics()) {
      try {
        Metric metric = metric(raw);
        if (raws.putIfAbsent(metric.name(), raw) == null) {
          metrics.add(metric);
        } else {
          raw.item().leave("there is another metric of this name");
        }
      } catch (AlidadeException unreadable) {
        raw.item().leave(unreadable.getMessage());
      }
    }
    withoutOrphans(metrics, raws);
    return metrics;
  }

  private Metric metric(RawMetric raw) {
    Optional<RawDataset> within = raw.dataset().flatMap(parts::dataset);
    PartsScope scope = new PartsScope(parts, within);
    Formula formula = always(FormulaParser.metric(raw.text(), scope));
    Optional<Formula.Column> time =
        raw.time()
            .map(name -> scope.column(Optional.empty(), name))
            .filter(Meaning.Known.class::isInstance)
            .map(known -> ((Meaning.Known) known).formula())
            .filter(Formula.Column.class::isInstance)
            .map(Formula.Column.class::cast);
    return new Metric(
        parts.calledIn(raw),
        raw.description(),
        raw.synonyms(),
        formula,
        time,
        Optional.empty(),
        raw.accumulation(),
        raw.grain());
  }

  /** The conditions that hold of a dataset hold of each aggregate over it. */
  private Formula always(Formula formula) {
    return switch (formula) {
      case Formula.Aggregate aggregate -> {
        List<Formula.Condition> where = new ArrayList<>(aggregate.where());
        parts.dataset(aggregate.dataset()).ifPresent(dataset -> where.addAll(dataset.always()));
        yield new Formula.Aggregate(
            aggregate.function(),
            aggregate.distinct(),
            aggregate.dataset(),
            aggregate.argument(),
            where);
      }
      case Formula.Arithmetic both ->
          new Formula.Arithmetic(both.operator(), always(both.left()), always(both.right()));
      case Formula.Number number -> number;
      case Formula.Column column -> column;
      case Formula.MetricUse use -> use;
    };
  }

  private static void withoutOrphans(List<Metric> metrics, Map<String, RawMetric> raws) {
    boolean changed = true;
    while (changed) {
      Set<String> known = new HashSet<>();
      metrics.forEach(metric -> known.add(metric.name().toLowerCase(Locale.ROOT)));
      changed =
          metrics.removeIf(
              metric -> {
                Set<String> used = new HashSet<>();
                uses(metric.formula(), used);
                used.removeAll(known);
                if (!used.isEmpty()) {
                  raws.get(metric.name())
                      .item()
                      .leave(
                          "uses `%s`, which was not taken over".formatted(used.iterator().next()));
                }
                return !used.isEmpty();
              });
    }
  }

  private static void uses(Formula formula, Set<String> into) {
    switch (formula) {
      case Formula.MetricUse use -> into.add(use.metric().toLowerCase(Locale.ROOT));
      case Formula.Arithmetic both -> {
        uses(both.left(), into);
        uses(both.right(), into);
      }
      case Formula.Column ignored -> {}
      case Formula.Number ignored -> {}
      case Formula.Aggregate ignored -> {}
    }
  }

  private static void datasets(Formula formula, Set<String> into) {
    switch (formula) {
      case Formula.Column column -> into.add(column.dataset());
      case Formula.Arithmetic both -> {
        datasets(both.left(), into);
        datasets(both.right(), into);
      }
      case Formula.Number ignored -> {}
      case Formula.MetricUse ignored -> {}
      case Formula.Aggregate ignored -> {}
    }
  }
}
