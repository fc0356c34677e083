package dev.alidade.semantic.ossie;

import dev.alidade.engine.Table;
import dev.alidade.semantic.Dataset;
import dev.alidade.semantic.Field;
import dev.alidade.semantic.Formula;
import dev.alidade.semantic.document.DocumentNode;
import dev.alidade.semantic.formula.FormulaParser;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads datasets and their fields. */
final class DatasetReader {
  private static final List<String> DATASET =
      List.of("source", "primary_key", "unique_keys", "fields", "metrics");
  private static final List<String> FIELD = List.of("expression", "dimension", "label", "datatype");
  private static final Set<String> MOMENTS = Set.of("date", "datetime", "datetimetz");

  private final SourceTables tables;

  DatasetReader(SourceTables tables) {
    this.tables = tables;
  }

  List<DatasetDraft> readAll(Part model) {
    List<DatasetDraft> drafts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (DocumentNode node : model.items("datasets")) {
      Part.read(node, "dataset", DATASET, List.of("display"))
          .flatMap(this::draft)
          .ifPresent(
              draft -> {
                if (!names.add(draft.name().toLowerCase(Locale.ROOT))) {
                  draft.part().problem("is there twice; rename one");
                }
                drafts.add(draft);
              });
    }
    return drafts;
  }

  private Optional<DatasetDraft> draft(Part part) {
    Optional<DocumentNode> node = part.needed("source");
    Optional<String> source = node.flatMap(value -> value.text(part.of("source")));
    if (source.isEmpty()) {
      return Optional.empty();
    }
    Optional<TableName> name = SourceTables.name(source.get());
    if (name.isEmpty()) {
      node.get()
          .problem(
              "%s is a query or no name; it names a table or view such as public.orders"
                  .formatted(part.of("source")));
      return Optional.empty();
    }
    Optional<Table> table = tables.find(name.get());
    if (tables.areKnown() && table.isEmpty()) {
      node.get()
          .problem(
              "%s: there is no table `%s`%s"
                  .formatted(part.shown(), name.get(), tables.hint(name.get())));
      return Optional.empty();
    }
    DatasetDraft draft = new DatasetDraft(part, name.get(), table);
    part.items("fields").forEach(field -> field(draft, field));
    return Optional.of(draft);
  }

  private static void field(DatasetDraft dataset, DocumentNode node) {
    Optional<Part> read = Part.read(node, "field", FIELD, List.of("unit", "values"));
    if (read.isEmpty()) {
      return;
    }
    Part part = read.get();
    // Columns before fields: a field of a column's name stands for that column, not for itself.
    ColumnScope scope = new ColumnScope(dataset);
    Optional<Formula> formula = Expressions.read(part, text -> FormulaParser.field(text, scope));
    if (dataset.hasField(part.name())) {
      part.problem("is in dataset `%s` twice; rename one".formatted(dataset.name()));
    }
    Map<String, List<String>> values = values(part);
    boolean time = isTime(part);
    Optional<String> unit = part.addition("unit").flatMap(value -> value.text(part.of("unit")));
    formula.ifPresent(
        found ->
            dataset.add(
                new Field(
                    part.name(),
                    found,
                    part.description(),
                    part.synonyms(),
                    part.entry("dimension").isPresent(),
                    time,
                    unit,
                    values)));
  }

  private static boolean isTime(Part part) {
    Optional<DocumentNode> dimension = part.entry("dimension");
    if (dimension.isPresent()) {
      DocumentNode flag =
          dimension.get().entries(part.of("dimension"), List.of("is_time")).get("is_time");
      if (flag != null) {
        return flag.flag(part.of("is_time")).orElse(false);
      }
    }
    return part.entry("datatype")
        .flatMap(type -> type.text(part.of("datatype")))
        .filter(type -> MOMENTS.contains(type.toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  private static Map<String, List<String>> values(Part part) {
    Map<String, List<String>> values = new TreeMap<>();
    part.addition("values")
        .map(node -> node.entries(part.of("values")))
        .orElse(Map.of())
        .forEach((value, names) -> values.put(value, names.texts("the names of `" + value + "`")));
    return values;
  }

  /** The dataset of a draft. */
  Dataset finished(DatasetDraft draft) {
    Part part = draft.part();
    part.items("unique_keys").forEach(key -> draft.columns(key, part.of("unique_keys")));
    List<String> primaryKey =
        part.entry("primary_key")
            .map(list -> draft.columns(list, part.of("primary_key")))
            .orElse(List.of());
    return new Dataset(
        draft.name(),
        draft.table(),
        part.description(),
        part.synonyms(),
        primaryKey,
        part.addition("display").map(list -> display(draft, list)).orElse(List.of()),
        draft.fields());
  }

  private List<String> display(DatasetDraft draft, DocumentNode list) {
    String where = draft.part().of("display");
    // Without the table at hand, any column may be there.
    boolean any = !tables.areKnown();
    for (DocumentNode item : list.oneOrMany(where)) {
      item.text("an item of " + where)
          .filter(name -> !any && !draft.hasName(name))
          .ifPresent(name -> item.problem("%s: %s".formatted(where, draft.unknown(name))));
    }
    return list.texts(where);
  }
}
