package dev.alidade.semantic.imports;

import dev.alidade.semantic.Formula;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A dataset while a foreign model is read. */
final class RawDataset {
  private final String name;
  private final TableName table;
  private final Optional<String> description;
  private final List<String> synonyms;
  private final List<String> key = new ArrayList<>();
  private final Map<String, RawField> fields = new LinkedHashMap<>();
  private final List<Formula.Condition> always = new ArrayList<>();

  RawDataset(String name, TableName table, Optional<String> description, List<String> synonyms) {
    this.name = name;
    this.table = table;
    this.description = description;
    this.synonyms = List.copyOf(synonyms);
  }

  /** A field as it was written. */
  record RawField(
      Item item,
      String name,
      String text,
      Optional<String> description,
      List<String> synonyms,
      boolean dimension,
      boolean time) {}

  String name() {
    return name;
  }

  TableName table() {
    return table;
  }

  Optional<String> description() {
    return description;
  }

  List<String> synonyms() {
    return synonyms;
  }

  /** The columns that tell its rows apart. */
  List<String> key() {
    return key;
  }

  /** What holds of all rows that are counted. */
  List<Formula.Condition> always() {
    return always;
  }

  List<RawField> fields() {
    return List.copyOf(fields.values());
  }

  Optional<RawField> field(String wanted) {
    return fields.values().stream()
        .filter(field -> field.name().equalsIgnoreCase(wanted))
        .findFirst();
  }

  /** Adds a field; a second one of its name is left out. */
  void add(RawField field) {
    if (field(field.name()).isPresent()) {
      field.item().leave("there is another field of this name");
      return;
    }
    fields.put(field.name(), field);
  }
}
