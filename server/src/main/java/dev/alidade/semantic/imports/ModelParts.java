package dev.alidade.semantic.imports;

import dev.alidade.semantic.Relationship;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.semantic.VerifiedQuestion;
import dev.alidade.semantic.formula.FormulaScope.Meaning;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Collects what is read of a foreign model. */
final class ModelParts {
  private final List<RawDataset> datasets = new ArrayList<>();
  private final List<RawMetric> metrics = new ArrayList<>();
  private final List<RawRelationship> relationships = new ArrayList<>();
  private final List<VerifiedQuestion> questions = new ArrayList<>();
  private final Map<String, Meaning> meanings = new HashMap<>();
  private String name = "imported";
  private Optional<String> description = Optional.empty();

  /** A relationship with where it was written. */
  record RawRelationship(Item item, Relationship relationship) {}

  void call(Optional<String> called, Optional<String> described) {
    name = called.orElse(name);
    description = described;
  }

  String name() {
    return name;
  }

  Optional<String> description() {
    return description;
  }

  List<RawDataset> datasets() {
    return datasets;
  }

  List<RawMetric> metrics() {
    return metrics;
  }

  List<RawRelationship> relationships() {
    return relationships;
  }

  List<VerifiedQuestion> questions() {
    return questions;
  }

  /** What the fields that were read stand for, so that none is read twice. */
  Map<String, Meaning> meanings() {
    return meanings;
  }

  Optional<RawDataset> dataset(String wanted) {
    return datasets.stream().filter(one -> one.name().equalsIgnoreCase(wanted)).findFirst();
  }

  void add(Item item, Relationship relationship) {
    relationships.add(new RawRelationship(item, relationship));
  }

  /** The table that {@code database.schema.table} names; empty for a query. */
  static Optional<TableName> table(String written) {
    String plain = written.strip().replace("`", "").replace("\"", "");
    List<String> names = Stream.of(plain.split("\\.", -1)).toList();
    boolean isName = plain.matches("[^\\s()]+") && names.size() <= 3;
    if (!isName || plain.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        names.size() == 1
            ? TableName.of(plain)
            : TableName.of(names.get(names.size() - 2), names.getLast()));
  }

  /** What a metric is called in the whole model: its own name where no other has that. */
  String calledIn(RawMetric metric) {
    long same =
        metrics.stream().filter(other -> other.name().equalsIgnoreCase(metric.name())).count();
    String own = metric.name().strip().replaceAll("\\s+", "_");
    return (same == 1 ? own : metric.dataset().map(of -> of + "_").orElse("") + own)
        .toLowerCase(Locale.ROOT);
  }

  SemanticModel assemble() {
    return new Assembler(this).assemble();
  }
}
