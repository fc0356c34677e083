package dev.alidade.semantic;

import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.semantic.Synonym.Target;
import dev.alidade.semantic.ossie.SourceTables;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes a synonym into a model, and what it stands for where the model has not named it yet. */
final class SynonymWriter {
  private final SourceTables tables;

  SynonymWriter(CatalogSnapshot catalog) {
    this.tables = SourceTables.of(catalog);
  }

  /** The model with the synonym; none where there is no such thing. */
  Optional<SemanticModel> with(SemanticModel model, String source, Synonym synonym) {
    String words = synonym.words();
    return switch (synonym.target()) {
      case Target.OfTable(TableName table) ->
          inDataset(
              model,
              source,
              table,
              dataset ->
                  Optional.of(
                      rewritten(dataset, more(dataset.synonyms(), words), dataset.fields())));
      case Target.OfColumn(TableName table, String column) ->
          inField(
              model,
              source,
              table,
              column,
              field -> rewritten(field, more(field.synonyms(), words), field.values()));
      case Target.OfValue(TableName table, String column, String value) ->
          inField(
              model,
              source,
              table,
              column,
              field -> {
                Map<String, List<String>> values = new LinkedHashMap<>(field.values());
                values.put(value, more(values.getOrDefault(value, List.of()), words));
                return rewritten(field, field.synonyms(), values);
              });
      case Target.OfMetric(String name) ->
          model
              .metric(name)
              .map(
                  known ->
                      rewritten(
                          model,
                          model.datasets(),
                          replaced(
                              model.metrics(),
                              known,
                              rewritten(known, more(known.synonyms(), words)))));
    };
  }

  private Optional<SemanticModel> inField(
      SemanticModel model,
      String source,
      TableName name,
      String column,
      UnaryOperator<Field> change) {
    return inDataset(
        model,
        source,
        name,
        dataset ->
            tables
                .find(name)
                .flatMap(table -> table.column(column))
                .map(
                    found -> {
                      Optional<Field> known =
                          dataset.fields().stream().filter(field -> isOf(field, found)).findFirst();
                      Field before = known.orElseGet(() -> field(dataset, found));
                      List<Field> fields =
                          known.isPresent()
                              ? replaced(dataset.fields(), before, change.apply(before))
                              : more(dataset.fields(), change.apply(before));
                      return rewritten(dataset, dataset.synonyms(), fields);
                    }));
  }

  private static boolean isOf(Field field, Column column) {
    return field.formula() instanceof Formula.Column one
        && one.column().equalsIgnoreCase(column.name());
  }

  private static Field field(Dataset dataset, Column column) {
    boolean time = column.type().kind().isTemporal();
    return new Field(
        column.name(),
        new Formula.Column(dataset.name(), column.name()),
        Optional.empty(),
        List.of(),
        time || !column.type().kind().isNumeric(),
        time,
        Optional.empty(),
        Map.of());
  }

  private interface DatasetChange {
    Optional<Dataset> of(Dataset dataset);
  }

  private Optional<SemanticModel> inDataset(
      SemanticModel model, String source, TableName name, DatasetChange change) {
    Optional<Table> table = tables.find(name);
    Optional<Dataset> known =
        model.datasets().stream()
            .filter(dataset -> tables.find(dataset.table()).equals(table))
            .findFirst();
    SemanticModel named = model.name().isEmpty() ? rewritten(model, source) : model;
    return table.flatMap(
        found -> {
          Dataset before = known.orElseGet(() -> dataset(found));
          return change
              .of(before)
              .map(
                  after ->
                      rewritten(
                          named,
                          known.isPresent()
                              ? replaced(named.datasets(), before, after)
                              : more(named.datasets(), after),
                          named.metrics()));
        });
  }

  private static Dataset dataset(Table table) {
    return new Dataset(
        table.name().table(),
        table.name(),
        Optional.empty(),
        List.of(),
        table.primaryKey(),
        List.of(),
        List.of());
  }

  private static <T> List<T> more(List<T> before, T one) {
    List<T> all = new ArrayList<>(before);
    if (!all.contains(one)) {
      all.add(one);
    }
    return all;
  }

  private static <T> List<T> replaced(List<T> all, T before, T after) {
    return all.stream().map(one -> one.equals(before) ? after : one).toList();
  }

  private static Dataset rewritten(Dataset one, List<String> synonyms, List<Field> fields) {
    return new Dataset(
        one.name(),
        one.table(),
        one.description(),
        synonyms,
        one.primaryKey(),
        one.display(),
        fields);
  }

  private static Field rewritten(
      Field one, List<String> synonyms, Map<String, List<String>> values) {
    return new Field(
        one.name(),
        one.formula(),
        one.description(),
        synonyms,
        one.dimension(),
        one.time(),
        one.unit(),
        values);
  }

  private static Metric rewritten(Metric one, List<String> synonyms) {
    return new Metric(
        one.name(),
        one.description(),
        synonyms,
        one.formula(),
        one.time(),
        one.unit(),
        one.accumulation(),
        one.grain());
  }

  private static SemanticModel rewritten(SemanticModel one, String name) {
    return new SemanticModel(
        name,
        one.description(),
        one.datasets(),
        one.relationships(),
        one.metrics(),
        one.glossary(),
        one.verifiedQuestions(),
        one.firstMonth());
  }

  private static SemanticModel rewritten(
      SemanticModel one, List<Dataset> datasets, List<Metric> metrics) {
    return new SemanticModel(
        one.name(),
        one.description(),
        datasets,
        one.relationships(),
        metrics,
        one.glossary(),
        one.verifiedQuestions(),
        one.firstMonth());
  }
}
