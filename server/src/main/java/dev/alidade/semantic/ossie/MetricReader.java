package dev.alidade.semantic.ossie;

import dev.alidade.semantic.Accumulation;
import dev.alidade.semantic.Formula;
import dev.alidade.semantic.Metric;
import dev.alidade.semantic.Relationship;
import dev.alidade.semantic.document.DocumentNode;
import dev.alidade.semantic.formula.FormulaParser;
import dev.alidade.semantic.formula.FormulaScope.Meaning;
import dev.alidade.sql.TimeGrain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads metrics. */
final class MetricReader {
  private static final List<String> KEYS = List.of("expression", "datatype");
  private static final List<String> ADDITIONS = List.of("time", "unit", "cumulative", "grain");
  private static final List<String> GRAINS =
      Arrays.stream(TimeGrain.values())
          .map(grain -> grain.name().toLowerCase(Locale.ROOT))
          .toList();

  private static final int DEEPEST = 50;
  private static final int CIRCLES = 20;

  private final List<DatasetDraft> datasets;
  private final List<Relationship> relationships;

  MetricReader(List<DatasetDraft> datasets, List<Relationship> relationships) {
    this.datasets = datasets;
    this.relationships = relationships;
  }

  /** One metric with what its bare names belong to. */
  private record Draft(Part part, Optional<DatasetDraft> dataset) {}

  List<Metric> readAll(Part model) {
    List<Draft> drafts = new ArrayList<>();
    for (DatasetDraft dataset : datasets) {
      drafts(dataset.part(), Optional.of(dataset), drafts);
    }
    drafts(model, Optional.empty(), drafts);
    Set<String> names = new HashSet<>();
    for (Draft draft : drafts) {
      if (!names.add(draft.part().name().toLowerCase(Locale.ROOT))) {
        draft.part().problem("is there twice; rename one");
      }
    }
    ModelScope scope =
        new ModelScope(
            datasets, relationships, drafts.stream().map(draft -> draft.part().name()).toList());
    List<Metric> metrics = new ArrayList<>();
    for (Draft draft : drafts) {
      metric(draft.part(), draft.dataset().map(scope::within).orElse(scope))
          .ifPresent(metrics::add);
    }
    checkCycles(drafts, metrics);
    return metrics;
  }

  private static void drafts(Part part, Optional<DatasetDraft> dataset, List<Draft> drafts) {
    for (DocumentNode node : part.items("metrics")) {
      Part.read(node, "metric", KEYS, ADDITIONS)
          .ifPresent(metric -> drafts.add(new Draft(metric, dataset)));
    }
  }

  private static Optional<Metric> metric(Part part, ModelScope scope) {
    Optional<Formula> formula = Expressions.read(part, text -> FormulaParser.metric(text, scope));
    Optional<Formula.Column> time = part.addition("time").flatMap(node -> time(part, node, scope));
    Optional<String> unit = part.addition("unit").flatMap(node -> node.text(part.of("unit")));
    Optional<Accumulation> accumulation =
        part.addition("cumulative").flatMap(node -> accumulation(part, node));
    Optional<TimeGrain> grain = part.addition("grain").flatMap(node -> grain(part, node));
    return formula.map(
        found ->
            new Metric(
                part.name(),
                part.description(),
                part.synonyms(),
                found,
                time,
                unit,
                accumulation,
                grain));
  }

  private static Optional<Formula.Column> time(Part part, DocumentNode node, ModelScope scope) {
    Optional<String> written = node.text(part.of("time"));
    if (written.isEmpty()) {
      return Optional.empty();
    }
    int dot = written.get().indexOf('.');
    Optional<String> dataset =
        dot < 0 ? Optional.empty() : Optional.of(written.get().substring(0, dot));
    Meaning meaning = scope.column(dataset, written.get().substring(dot + 1));
    return switch (meaning) {
      case Meaning.Known(Formula.Column column) -> Optional.of(column);
      case Meaning.Known(Formula other) -> {
        node.problem("%s must be a column, such as orders.ordered_at".formatted(part.of("time")));
        yield Optional.empty();
      }
      case Meaning.Unknown(String why) -> {
        node.problem("%s: %s".formatted(part.of("time"), why));
        yield Optional.empty();
      }
    };
  }

  private static Optional<Accumulation> accumulation(Part part, DocumentNode node) {
    if (!node.isMapping()) {
      return node.oneOf(part.of("cumulative"), List.of("all"))
          .map(all -> new Accumulation.Everything());
    }
    Map<String, DocumentNode> entries =
        node.entries(part.of("cumulative"), List.of("to_date", "last", "grain"));
    if (entries.containsKey("to_date")) {
      return grain(part, entries.get("to_date")).map(Accumulation.ToDate::new);
    }
    if (!entries.containsKey("last") || !entries.containsKey("grain")) {
      node.problem(
          "%s is `all`, or has `to_date: year`, or `last: 7` with `grain: day`"
              .formatted(part.of("cumulative")));
      return Optional.empty();
    }
    Optional<Integer> count = entries.get("last").number(part.of("last"), 1, 10_000);
    Optional<TimeGrain> grain = grain(part, entries.get("grain"));
    return count.isPresent() && grain.isPresent()
        ? Optional.of(new Accumulation.Last(count.get(), grain.get()))
        : Optional.empty();
  }

  private static Optional<TimeGrain> grain(Part part, DocumentNode node) {
    return node.oneOf(part.of("grain"), GRAINS)
        .map(word -> TimeGrain.valueOf(word.toUpperCase(Locale.ROOT)));
  }

  private static void checkCycles(List<Draft> drafts, List<Metric> metrics) {
    MetricUses uses = MetricUses.of(metrics);
    Map<String, Integer> depths = uses.depths();
    List<Part> circling = new ArrayList<>();
    for (Draft draft : drafts) {
      Integer depth = depths.get(MetricUses.lower(draft.part().name()));
      if (depth == null) {
        circling.add(draft.part());
        continue;
      }
      if (depth > DEEPEST) {
        draft
            .part()
            .problem(
                "is made of metrics that are made of metrics, more than %d times over; work it out of columns"
                    .formatted(DEEPEST));
      }
    }
    for (Part part : circling.subList(0, Math.min(circling.size(), CIRCLES))) {
      uses.cycle(part.name())
          .ifPresent(
              cycle ->
                  part.problem(
                      "goes round in a circle: %s; work one of them out of columns"
                          .formatted(String.join(" uses ", cycle))));
    }
  }
}
