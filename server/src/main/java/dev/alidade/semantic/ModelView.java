package dev.alidade.semantic;

import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.semantic.ossie.SourceTables;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The part of a model whose tables and columns there are, in the catalog's letters. */
public final class ModelView {
  private final SemanticModel whole;
  private final BiPredicate<TableName, String> clear;
  private final Map<String, Table> tables = new HashMap<>();
  private final Map<String, Boolean> metrics = new HashMap<>();

  private ModelView(
      SemanticModel whole, CatalogSnapshot catalog, BiPredicate<TableName, String> clear) {
    this.whole = whole;
    this.clear = clear;
    SourceTables known = SourceTables.of(catalog);
    for (Dataset dataset : whole.datasets()) {
      known.find(dataset.table()).ifPresent(table -> tables.put(lower(dataset.name()), table));
    }
  }

  /** What a model says of these tables. */
  public static SemanticModel of(SemanticModel model, CatalogSnapshot catalog) {
    return of(model, catalog, (table, column) -> true, question -> true);
  }

  /**
   * What a caller may know of a model.
   *
   * @param catalog the tables and columns that the caller sees
   * @param clear whether the caller sees the values of a column as they are
   * @param answered whether the caller may run the answer of a question
   */
  static SemanticModel of(
      SemanticModel model,
      CatalogSnapshot catalog,
      BiPredicate<TableName, String> clear,
      Predicate<VerifiedQuestion> answered) {
    ModelView view = new ModelView(model, catalog, clear);
    return new SemanticModel(
        model.name(),
        model.description(),
        model.datasets().stream().flatMap(dataset -> view.dataset(dataset).stream()).toList(),
        model.relationships().stream().flatMap(one -> view.relationship(one).stream()).toList(),
        model.metrics().stream().flatMap(metric -> view.metric(metric).stream()).toList(),
        model.glossary(),
        model.verifiedQuestions().stream().filter(answered).toList(),
        model.firstMonth());
  }

  private Optional<Dataset> dataset(Dataset dataset) {
    return table(dataset.name())
        .map(
            table -> {
              List<Field> fields =
                  dataset.fields().stream().flatMap(field -> field(field).stream()).toList();
              return new Dataset(
                  dataset.name(),
                  table.name(),
                  dataset.description(),
                  dataset.synonyms(),
                  columns(dataset.name(), dataset.primaryKey()).orElse(List.of()),
                  dataset.display().stream()
                      .filter(
                          name ->
                              table.column(name).isPresent()
                                  || fields.stream().anyMatch(one -> isSame(one.name(), name)))
                      .toList(),
                  fields);
            });
  }

  private Optional<Field> field(Field field) {
    return formulas()
        .of(field.formula())
        .map(
            formula ->
                new Field(
                    field.name(),
                    formula,
                    field.description(),
                    field.synonyms(),
                    field.dimension(),
                    field.time(),
                    field.unit(),
                    clearFormulas().of(formula).isPresent() ? field.values() : Map.of()));
  }

  private Optional<Relationship> relationship(Relationship one) {
    Optional<List<String>> from = columns(one.from(), one.fromColumns());
    Optional<List<String>> to = columns(one.to(), one.toColumns());
    return from.flatMap(
        left ->
            to.map(
                right ->
                    new Relationship(
                        one.name(), one.from(), left, one.to(), right, one.synonyms())));
  }

  private Optional<Metric> metric(Metric metric) {
    return formulas()
        .of(metric.formula())
        .map(
            formula ->
                new Metric(
                    metric.name(),
                    metric.description(),
                    metric.synonyms(),
                    formula,
                    metric.time().flatMap(this::column),
                    metric.unit(),
                    metric.accumulation(),
                    metric.grain()));
  }

  private FormulaColumns formulas() {
    return new FormulaColumns(
        this::column, this::comparedColumn, name -> table(name).isPresent(), this::isThere);
  }

  private FormulaColumns clearFormulas() {
    return new FormulaColumns(
        this::comparedColumn, this::comparedColumn, name -> true, this::isThere);
  }

  private boolean isThere(String metric) {
    String name = lower(metric);
    Boolean known = metrics.get(name);
    if (known != null) {
      return known;
    }
    // Until it is known; a metric that uses itself is not there.
    metrics.put(name, false);
    boolean there =
        whole.metric(metric).flatMap(found -> formulas().of(found.formula())).isPresent();
    metrics.put(name, there);
    return there;
  }

  private Optional<Table> table(String dataset) {
    return Optional.ofNullable(tables.get(lower(dataset)));
  }

  private Optional<Formula.Column> column(Formula.Column column) {
    return table(column.dataset())
        .flatMap(table -> table.column(column.column()))
        .map(found -> new Formula.Column(column.dataset(), found.name()));
  }

  /** What a column is compared with says what it holds. */
  private Optional<Formula.Column> comparedColumn(Formula.Column column) {
    return column(column).filter(this::isClear);
  }

  private boolean isClear(Formula.Column column) {
    return table(column.dataset())
        .filter(table -> clear.test(table.name(), column.column()))
        .isPresent();
  }

  private Optional<List<String>> columns(String dataset, List<String> names) {
    List<String> found = new ArrayList<>();
    for (String name : names) {
      table(dataset).flatMap(table -> table.column(name)).map(Column::name).ifPresent(found::add);
    }
    return table(dataset).isPresent() && found.size() == names.size()
        ? Optional.of(found)
        : Optional.empty();
  }

  private static boolean isSame(String left, String right) {
    return Objects.equals(lower(left), lower(right));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
