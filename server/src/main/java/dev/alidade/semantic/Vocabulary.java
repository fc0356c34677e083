package dev.alidade.semantic;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.catalog.CatalogService;
import dev.alidade.engine.Table;
import dev.alidade.operation.Invocation;
import dev.alidade.semantic.Synonym.Target;
import dev.alidade.semantic.ossie.OssieWriter;
import dev.alidade.sql.TableName;
import java.util.Optional;

/** The words that people use for what a source holds, and how the models learn more of them. */
public final class Vocabulary {
  private final LiveModels models;
  private final SemanticService service;
  private final ModelEditor editor;
  private final CatalogService catalog;

  Vocabulary(
      LiveModels models, SemanticService service, ModelEditor editor, CatalogService catalog) {
    this.models = models;
    this.service = service;
    this.editor = editor;
    this.catalog = catalog;
  }

  /** Whether the caller sees what the words stand for. */
  public boolean sees(Caller caller, String source, Synonym synonym) {
    return switch (synonym.target()) {
      case Target.OfTable one -> table(caller, source, one.table()).isPresent();
      case Target.OfColumn one ->
          table(caller, source, one.table())
              .flatMap(table -> table.column(one.column()))
              .isPresent();
      case Target.OfValue one ->
          catalog.knowledge(caller, source).values().find(one.value()).stream()
              .anyMatch(
                  match ->
                      match.table().equals(one.table())
                          && match.column().equals(one.column())
                          && match.value().equals(one.value()));
      case Target.OfMetric one -> service.of(caller, source).metric(one.metric()).isPresent();
    };
  }

  private Optional<Table> table(Caller caller, String source, TableName name) {
    return catalog.knowledge(caller, source).tables().stream()
        .filter(table -> table.name().equals(name))
        .findFirst();
  }

  /** What the caller would know of the meaning of a source with the synonym. */
  public SemanticModel with(Caller caller, String source, Synonym synonym) {
    return written(caller, source, service.of(caller, source), synonym);
  }

  /** Saves the model of a source with the synonym, as its next version. */
  public void adopt(String source, Synonym synonym, String reason, Invocation invocation) {
    CurrentModel before = models.of(source);
    SemanticModel after = written(invocation.caller(), source, before.model(), synonym);
    if (after.equals(before.model())) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "The model of `%s` says that %s already".formatted(source, synonym));
    }
    editor.save(
        new SaveModelInput(
            source,
            OssieWriter.write(after),
            Optional.of(reason),
            Optional.of(before.version()),
            Optional.empty()),
        invocation);
  }

  private SemanticModel written(
      Caller caller, String source, SemanticModel model, Synonym synonym) {
    return new SynonymWriter(catalog.knowledge(caller, source).catalog())
        .with(model, source, synonym)
        .orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.RESOURCE_NOT_FOUND,
                    "`%s` no longer has %s; reject the proposal"
                        .formatted(source, synonym.target())));
  }
}
