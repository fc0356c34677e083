package dev.alidade.advice;

import dev.alidade.semantic.Dataset;
import dev.alidade.semantic.Field;
import dev.alidade.semantic.Formula;
import dev.alidade.semantic.SemanticModel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What people call tables and columns: as the semantic model does, else their names in words. */
final class Labels {
  private final SemanticModel model;
  private final Map<String, String> tables = new HashMap<>();

  Labels(SemanticModel model) {
    this.model = model;
  }

  /** From here on an alias stands for a table. */
  void alias(String alias, String table) {
    tables.put(alias.toLowerCase(Locale.ROOT), table);
  }

  String table(String name) {
    return dataset(name).map(Dataset::name).map(Labels::words).orElseGet(() -> words(name));
  }

  /** A column, with its table where several are read. */
  String column(Optional<String> alias, String name) {
    Optional<String> table =
        alias.map(one -> tables.getOrDefault(one.toLowerCase(Locale.ROOT), one));
    String column =
        table.flatMap(one -> field(one, name)).or(() -> onlyField(name)).orElse(words(name));
    return table.filter(one -> several()).map(one -> table(one) + "' " + column).orElse(column);
  }

  private boolean several() {
    return tables.values().stream().distinct().count() > 1;
  }

  private Optional<String> onlyField(String name) {
    List<String> found =
        tables.values().stream().distinct().flatMap(table -> field(table, name).stream()).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private Optional<String> field(String table, String column) {
    return dataset(table).stream()
        .flatMap(dataset -> dataset.fields().stream())
        .filter(
            field ->
                field.formula() instanceof Formula.Column plain
                    && plain.column().equalsIgnoreCase(column))
        .findFirst()
        .map(Field::name)
        .map(Labels::words);
  }

  private Optional<Dataset> dataset(String table) {
    return model.datasets().stream()
        .filter(dataset -> dataset.table().table().equalsIgnoreCase(table))
        .findFirst();
  }

  private static String words(String name) {
    return name.replace('_', ' ');
  }
}
