package dev.alidade.semantic.ossie;

import dev.alidade.base.Nearest;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.semantic.Field;
import dev.alidade.semantic.Formula;
import dev.alidade.semantic.document.DocumentNode;
import dev.alidade.semantic.formula.FormulaScope.Meaning;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A dataset while its model is read: what its names stand for so far. */
final class DatasetDraft {
  private final Part part;
  private final TableName table;
  private final Optional<Table> known;
  private final List<Field> fields = new ArrayList<>();

  DatasetDraft(Part part, TableName table, Optional<Table> known) {
    this.part = Objects.requireNonNull(part, "part");
    this.table = known.map(Table::name).orElse(table);
    this.known = known;
  }

  Part part() {
    return part;
  }

  String name() {
    return part.name();
  }

  TableName table() {
    return table;
  }

  List<Field> fields() {
    return fields;
  }

  void add(Field field) {
    fields.add(field);
  }

  boolean hasField(String name) {
    return fields.stream().anyMatch(field -> field.name().equalsIgnoreCase(name));
  }

  boolean hasName(String name) {
    return hasField(name) || known.flatMap(table -> table.column(name)).isPresent();
  }

  /** What a name stands for: a field, or else a column. */
  Meaning meaning(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .findFirst()
        .<Meaning>map(field -> new Meaning.Known(field.formula()))
        .orElseGet(() -> columnMeaning(name));
  }

  /** What a name stands for among the columns. */
  Meaning columnMeaning(String name) {
    if (known.isEmpty()) {
      return new Meaning.Known(new Formula.Column(name(), name));
    }
    return known
        .get()
        .column(name)
        .<Meaning>map(column -> new Meaning.Known(new Formula.Column(name(), column.name())))
        .orElseGet(() -> new Meaning.Unknown(unknown(name)));
  }

  /** The columns that a list names; one that is not there is a problem of {@code where}. */
  List<String> columns(DocumentNode list, String where) {
    List<String> found = new ArrayList<>();
    for (DocumentNode item : list.oneOrMany(where)) {
      Optional<String> name = item.text("an item of " + where);
      Optional<Column> column = name.flatMap(one -> known.flatMap(table -> table.column(one)));
      if (name.isPresent() && known.isPresent() && column.isEmpty()) {
        item.problem("%s: %s".formatted(where, unknown(name.get())));
      } else {
        column.map(Column::name).or(() -> name).ifPresent(found::add);
      }
    }
    return found;
  }

  String unknown(String name) {
    List<String> names =
        Stream.concat(
                known.map(SourceTables::columns).orElse(List.of()).stream(),
                fields.stream().map(Field::name))
            .distinct()
            .toList();
    String hint = Nearest.hint(name, names);
    return "unknown column `%s` of `%s`%s"
        .formatted(
            name, name(), hint.isEmpty() ? "; there are: " + String.join(", ", names) : hint);
  }
}
