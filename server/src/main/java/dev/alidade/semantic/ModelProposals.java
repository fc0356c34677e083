package dev.alidade.semantic;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.catalog.CatalogService;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.Table;
import dev.alidade.operation.Invocation;
import dev.alidade.semantic.draft.Draft;
import dev.alidade.semantic.draft.ModelDrafter;
import dev.alidade.semantic.imports.ImportedModel;
import dev.alidade.semantic.imports.ModelImports;
import dev.alidade.semantic.ossie.OssieWriter;
import java.util.ArrayList;
import java.util.List;

/** Proposes models: from what is known of a source, and from models of other products. */
final class ModelProposals {
  private static final int MOST_TABLES = 300;
  private static final int LONGEST = 500_000;

  private final CatalogService catalog;

  ModelProposals(CatalogService catalog) {
    this.catalog = catalog;
  }

  DraftModelOutput draft(DraftModelInput input, Invocation invocation) {
    SourceKnowledge knowledge = catalog.knowledge(invocation.caller(), input.source());
    List<Table> tables =
        input.tables().map(names -> named(knowledge, names)).orElse(knowledge.tables());
    if (tables.size() > MOST_TABLES) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`%s` has %,d tables; name up to %d of them with `tables`"
              .formatted(input.source(), tables.size(), MOST_TABLES));
    }
    if (tables.isEmpty()) {
      throw new AlidadeException(
          ErrorCode.TABLE_NOT_FOUND,
          "You see no table of `%s`, so that there is nothing to describe"
              .formatted(input.source()));
    }
    Draft draft = ModelDrafter.of(knowledge, tables);
    return new DraftModelOutput(OssieWriter.write(draft.model()), draft.notes());
  }

  static ImportModelOutput read(ImportModelInput input) {
    if (input.text().length() > LONGEST) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "The model is longer than %,d characters; import it in parts".formatted(LONGEST));
    }
    ImportedModel imported = ModelImports.read(input.format(), input.text());
    if (imported.model().datasets().isEmpty()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "Nothing of the text is a model of this format%s"
              .formatted(
                  imported.left().stream()
                      .findFirst()
                      .map(
                          one -> ": line %d: %s %s".formatted(one.line(), one.name(), one.reason()))
                      .orElse("; check `format` and the text")));
    }
    return new ImportModelOutput(OssieWriter.write(imported.model()), imported.left());
  }

  private static List<Table> named(SourceKnowledge knowledge, List<String> names) {
    List<Table> tables = new ArrayList<>();
    for (String name : names) {
      tables.add(
          knowledge
              .catalog()
              .table(name)
              .orElseThrow(
                  () ->
                      new AlidadeException(
                          ErrorCode.TABLE_NOT_FOUND,
                          "There is no table `%s` in `%s`%s"
                              .formatted(
                                  name,
                                  knowledge.source(),
                                  Nearest.hint(
                                      name,
                                      knowledge.tables().stream()
                                          .map(table -> table.name().table())
                                          .toList())))));
    }
    return tables;
  }
}
