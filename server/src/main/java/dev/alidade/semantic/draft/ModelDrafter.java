package dev.alidade.semantic.draft;

import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.catalog.Words;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.semantic.Dataset;
import dev.alidade.semantic.Field;
import dev.alidade.semantic.Formula;
import dev.alidade.semantic.GlossaryTerm;
import dev.alidade.semantic.Metric;
import dev.alidade.semantic.Relationship;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Proposes a model of a source from what is known of it; without a language model. */
public final class ModelDrafter {
  private final SourceKnowledge knowledge;
  private final List<Table> tables;
  private final Map<TableName, String> names = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  private ModelDrafter(SourceKnowledge knowledge, List<Table> tables) {
    this.knowledge = knowledge;
    this.tables = tables;
    for (Table table : tables) {
      String plain = table.name().table().replace('.', '_');
      String full = table.name().toString().replace('.', '_');
      String name = isTaken(plain) ? full : plain;
      for (int number = 2; isTaken(name); number++) {
        name = full + "_" + number;
      }
      names.put(table.name(), name);
    }
  }

  private boolean isTaken(String name) {
    return names.values().stream().anyMatch(name::equalsIgnoreCase);
  }

  /** A model of some tables. */
  public static Draft of(SourceKnowledge knowledge, List<Table> tables) {
    return new ModelDrafter(knowledge, List.copyOf(tables)).draft();
  }

  private Draft draft() {
    Map<Table, Map<Column, Role>> roles = new LinkedHashMap<>();
    for (Table table : tables) {
      Map<Column, Role> columns = new LinkedHashMap<>();
      table
          .columns()
          .forEach(column -> columns.put(column, Role.of(table, column, knowledge.foreignKeys())));
      roles.put(table, columns);
    }
    Display display = new Display(knowledge);
    List<Dataset> datasets =
        tables.stream().map(table -> dataset(table, roles.get(table), display)).toList();
    List<Relationship> relationships = new RelationshipDrafter(names, notes).all(knowledge);
    List<Metric> metrics = new MetricDrafter(names, relationships, notes).all(roles);
    SemanticModel model =
        new SemanticModel(
            knowledge.source(),
            Optional.of("Drafted from the schema of " + knowledge.source()),
            datasets,
            relationships,
            metrics,
            glossary(),
            List.of(),
            1);
    return new Draft(model, notes);
  }

  private Dataset dataset(Table table, Map<Column, Role> roles, Display display) {
    if (table.primaryKey().isEmpty()) {
      notes.add(
          "No primary key of `%s` is known; name one, so that its rows are counted right"
              .formatted(table.name()));
    }
    return new Dataset(
        names.get(table.name()),
        table.name(),
        table.comment().filter(comment -> !comment.isBlank()),
        List.of(),
        table.primaryKey(),
        display.of(table),
        table.columns().stream().map(column -> field(table, column, roles.get(column))).toList());
  }

  private Field field(Table table, Column column, Role role) {
    return new Field(
        column.name(),
        new Formula.Column(names.get(table.name()), column.name()),
        column.comment().filter(comment -> !comment.isBlank()),
        List.of(),
        role.isDimension(),
        role == Role.TIME,
        role.isDimension() ? Optional.empty() : Units.of(Words.ofName(column.name())),
        Map.of());
  }

  /** What the catalog's comments say of the tables. */
  private List<GlossaryTerm> glossary() {
    return tables.stream()
        .filter(table -> table.comment().filter(comment -> !comment.isBlank()).isPresent())
        .map(
            table ->
                new GlossaryTerm(
                    String.join(" ", Words.ofName(table.name().table())).toLowerCase(Locale.ROOT),
                    table.comment().get(),
                    List.of()))
        .toList();
  }
}
