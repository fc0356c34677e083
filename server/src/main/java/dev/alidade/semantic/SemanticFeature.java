package dev.alidade.semantic;

import dev.alidade.catalog.CatalogService;
import dev.alidade.engine.Sources;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.operation.ReadableOperation;
import dev.alidade.operation.ResourceTemplate;
import dev.alidade.policy.Right;
import dev.alidade.query.QueryService;
import dev.alidade.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The operations on what data mean. */
public final class SemanticFeature {
  private final SemanticService service;
  private final ModelEditor editor;
  private final ModelProposals proposals;
  private final Vocabulary vocabulary;

  /** The model of a file that {@code given} knows of a source, and those of {@code database}. */
  public SemanticFeature(
      Function<String, Optional<GivenModel>> given,
      Database database,
      Sources sources,
      CatalogService catalog,
      QueryService queries,
      Clock clock) {
    LiveModels models = new LiveModels(given, database, clock);
    service = new SemanticService(models, sources, catalog, queries);
    editor = new ModelEditor(models, service, new ModelCheck(catalog, queries), queries, clock);
    proposals = new ModelProposals(catalog);
    vocabulary = new Vocabulary(models, service, editor, catalog);
  }

  /** How the models learn words. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** What others ask for the meaning of a source. */
  public Meanings service() {
    return service;
  }

  /** Showing, checking, drafting, importing and changing models. */
  public List<Operation<?, ?>> operations() {
    return List.of(get(), validate(), draft(), read(), save(), changes(), restore(), remove());
  }

  /** Semantic models by address. */
  public ReadableOperation readable() {
    return new ReadableOperation(
        new ResourceTemplate(
            "alidade-model://{source}",
            "semantic_model",
            "Semantic model of a source",
            "What the data of a source mean, as Apache Ossie YAML, as far as you may see it",
            "application/yaml"),
        "get_semantic_model",
        output -> ((ModelOutput) output).text(),
        Optional.empty());
  }

  private Operation<ModelInput, ModelOutput> get() {
    return Operation.named("get_semantic_model", ModelInput.class, ModelOutput.class)
        .title("Show a semantic model")
        .description(
            "What the data of a source mean: datasets, fields, metrics, synonyms, terms and "
                + "verified questions, as far as you may see them, as Apache Ossie YAML.")
        .primary("source")
        .examples("get-semantic-model shop")
        .handledBy(editor::get);
  }

  private Operation<ValidateModelInput, ValidateModelOutput> validate() {
    return Operation.named(
            "validate_semantic_model", ValidateModelInput.class, ValidateModelOutput.class)
        .title("Check a semantic model")
        .description(
            "Checks a semantic model against the tables and columns of a source and names all that "
                + "is wrong, each with its line and column. Nothing is saved.")
        .primary("source")
        .examples(
            "validate-semantic-model shop",
            "validate-semantic-model shop --text \"$(cat model.yaml)\"")
        .handledBy(editor::validate);
  }

  private Operation<DraftModelInput, DraftModelOutput> draft() {
    return Operation.named("draft_semantic_model", DraftModelInput.class, DraftModelOutput.class)
        .title("Draft a semantic model")
        .description(
            "Proposes a semantic model from the tables, keys, names, comments and values of a source: "
                + "dimensions, measures, metrics, relationships with their roles, units and display "
                + "columns. No language model is asked and nothing is saved.")
        .primary("source")
        .examples(
            "draft-semantic-model shop", "draft-semantic-model shop --tables orders,customers")
        .handledBy(proposals::draft);
  }

  private Operation<ImportModelInput, ImportModelOutput> read() {
    return Operation.named("import_semantic_model", ImportModelInput.class, ImportModelOutput.class)
        .title("Import a semantic model")
        .description(
            "Reads a model of dbt's MetricFlow, Cube, a Snowflake semantic view or a Databricks metric "
                + "view (YAML), writes it as Apache Ossie YAML, and lists by name and line what has no "
                + "place there. Nothing is saved.")
        .primary("format")
        .examples("import-semantic-model cube --text \"$(cat cubes.yaml)\"")
        .handledBy((input, invocation) -> ModelProposals.read(input));
  }

  private Operation<SaveModelInput, SaveModelOutput> save() {
    return Operation.named("save_semantic_model", SaveModelInput.class, SaveModelOutput.class)
        .title("Save a semantic model")
        .description(
            "Replaces the semantic model of a source, at once and for everybody, and says what "
                + "became of each definition; with `preview` it only says so. Needs a person who "
                + "sees all of the source.")
        .effect(OperationEffect.WRITE)
        .right(Right.DEFINE)
        .primary("source")
        .examples("save-semantic-model shop --text \"$(cat model.yaml)\" --reason 'net revenue'")
        .handledBy(editor::save);
  }

  private Operation<ModelChangesInput, ModelChangesOutput> changes() {
    return Operation.named(
            "list_semantic_changes", ModelChangesInput.class, ModelChangesOutput.class)
        .title("List changes of a semantic model")
        .description(
            "Who changed which definition of a source's semantic model, when, why, and from what to "
                + "what.")
        .right(Right.DEFINE)
        .primary("source")
        .examples(
            "list-semantic-changes shop", "list-semantic-changes shop --kind metric --name revenue")
        .handledBy(editor::changes);
  }

  private Operation<RestoreModelInput, SaveModelOutput> restore() {
    return Operation.named("restore_semantic_model", RestoreModelInput.class, SaveModelOutput.class)
        .title("Restore a semantic model")
        .description("Saves an earlier version of a source's semantic model as the latest.")
        .effect(OperationEffect.WRITE)
        .right(Right.DEFINE)
        .primary("source")
        .examples("restore-semantic-model shop --version 2")
        .handledBy(editor::restore);
  }

  private Operation<RemoveModelInput, SaveModelOutput> remove() {
    return Operation.named("remove_semantic_model", RemoveModelInput.class, SaveModelOutput.class)
        .title("Remove a semantic model")
        .description(
            "Takes away the semantic model that was saved for a source; its history stays, and any "
                + "version can be restored.")
        .effect(OperationEffect.DESTRUCTIVE)
        .right(Right.DEFINE)
        .primary("source")
        .examples("remove-semantic-model shop")
        .handledBy(editor::remove);
  }
}
