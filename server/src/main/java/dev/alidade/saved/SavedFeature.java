package dev.alidade.saved;

import dev.alidade.base.Caller;
import dev.alidade.export.ExportFormat;
import dev.alidade.operation.Json;
import dev.alidade.operation.NamedCalls;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.operation.ReadableOperation;
import dev.alidade.operation.Resource;
import dev.alidade.operation.ResourceTemplate;
import dev.alidade.operation.ValueList;
import dev.alidade.policy.Right;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryService;
import dev.alidade.workbench.QueryOutput;
import dev.alidade.workbench.WorkbenchService;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The operations on saved queries. */
public final class SavedFeature {
  static final String RUN = "run_query";
  private static final String ADDRESS = "alidade-query://";

  private final SavedService service;
  private final List<ExportFormat> formats;

  /**
   * Queries of {@code book} run in {@code workbench}; results can also be had in formats.
   *
   * @param taken names that no query can have as a tool
   */
  public SavedFeature(
      QueryService queries,
      WorkbenchService workbench,
      QueryBook book,
      List<ExportFormat> formats,
      Supplier<List<String>> taken,
      Clock clock) {
    this.service = new SavedService(queries, workbench, book, taken, clock);
    this.formats = List.copyOf(formats);
  }

  /** Saving, approving, finding and running queries. */
  public List<Operation<?, ?>> operations() {
    return List.of(run(), list(), show(), versions(), save(), approve(), remove());
  }

  /** The statement of a query, if the caller may run it; fails with QUERY_NOT_FOUND. */
  public BoundQuery bound(String name, Map<String, Object> values, Caller caller) {
    return service.bound(name, values, caller);
  }

  /** Approved queries that are tools of their own. */
  public NamedCalls tools() {
    return new QueryTools(service);
  }

  /** Names of saved queries. */
  public List<ValueList> values() {
    return List.of(
        ValueList.of(
            "name",
            "list_queries",
            List.of(),
            ListQueriesOutput.class,
            output -> output.queries().stream().map(ListQueriesOutput.Item::name).toList()));
  }

  /** Saved queries by address. */
  public ReadableOperation readable() {
    return new ReadableOperation(
        new ResourceTemplate(
            ADDRESS + "{name}",
            "query",
            "Saved query",
            "A saved query: its SQL, its parameters, who made and who approved it",
            "application/json"),
        "show_query",
        Json::text,
        Optional.of(
            new ReadableOperation.Listing(
                "list_queries",
                output ->
                    ((ListQueriesOutput) output)
                        .queries().stream().map(SavedFeature::resource).toList())));
  }

  private static Resource resource(ListQueriesOutput.Item query) {
    return new Resource(
        ADDRESS + query.name(),
        query.name(),
        query.title(),
        query.description(),
        "application/json");
  }

  private Operation<RunQueryInput, QueryOutput> run() {
    Operation.Builder<RunQueryInput, QueryOutput> builder =
        Operation.named(RUN, RunQueryInput.class, QueryOutput.class)
            .title("Run a saved query")
            .description(
                "Runs a saved query with your values and what you may see, and returns its rows by "
                    + "page. list_queries names the queries and their parameters.")
            .primary("name")
            .examples("run-query sales_by_region --parameters '{\"region\": \"west\"}'");
    for (ExportFormat format : formats) {
      builder.stream(
          format.mediaType(),
          (input, invocation, out) -> {
            try (GovernedResult result = service.stream(input, invocation)) {
              format.write(result, out);
            }
          });
    }
    return builder.handledBy(service::run);
  }

  private Operation<ListQueriesInput, ListQueriesOutput> list() {
    return Operation.named("list_queries", ListQueriesInput.class, ListQueriesOutput.class)
        .title("List saved queries")
        .description(
            "The saved queries that you may run, what they tell and what values they take.")
        .primary("source")
        .examples("list-queries", "list-queries shop --state waiting")
        .handledBy(service::list);
  }

  private Operation<QueryNameInput, SavedQueryOutput> show() {
    return Operation.named("show_query", QueryNameInput.class, SavedQueryOutput.class)
        .title("Show a saved query")
        .description("A saved query: its SQL, its parameters, who made and who approved it.")
        .primary("name")
        .examples("show-query sales_by_region")
        .handledBy(service::show);
  }

  private Operation<QueryNameInput, QueryVersionsOutput> versions() {
    return Operation.named("list_query_versions", QueryNameInput.class, QueryVersionsOutput.class)
        .title("List the versions of a query")
        .description(
            "All versions of a saved query, the latest first: who saved and who approved each. To "
                + "bring a past one back, save it again with save_query.")
        .primary("name")
        .examples("list-query-versions sales_by_region")
        .handledBy(service::versions);
  }

  private Operation<SaveQueryInput, SavedQueryOutput> save() {
    return Operation.named("save_query", SaveQueryInput.class, SavedQueryOutput.class)
        .title("Save a query")
        .description(
            "Proposes a named SELECT with typed parameters, or a change of one. It waits until a "
                + "person approves it with approve_query; an approved version runs on meanwhile. "
                + "With `tool` models have it as a tool of that name from then on.")
        .effect(OperationEffect.WRITE)
        .right(Right.DEFINE)
        .primary("name")
        .examples(
            "save-query sales_by_region --source shop --sql 'SELECT sum(total) FROM orders WHERE region = $region' --parameters '[{\"name\": \"region\"}]'")
        .handledBy(service::save);
  }

  private Operation<ApproveQueryInput, SavedQueryOutput> approve() {
    return Operation.named("approve_query", ApproveQueryInput.class, SavedQueryOutput.class)
        .title("Approve a query")
        .description(
            "Approves a version of a query that somebody else saved; it runs from now on, for "
                + "everybody with what they may see.")
        .effect(OperationEffect.WRITE)
        .right(Right.DEFINE)
        .primary("name")
        .examples("approve-query sales_by_region --version 2")
        .handledBy(service::approve);
  }

  private Operation<RemoveQueryInput, RemoveQueryOutput> remove() {
    return Operation.named("remove_query", RemoveQueryInput.class, RemoveQueryOutput.class)
        .title("Remove a query")
        .description("Removes a saved query, or only the version of it that waits for approval.")
        .effect(OperationEffect.DESTRUCTIVE)
        .right(Right.DEFINE)
        .primary("name")
        .examples("remove-query sales_by_region", "remove-query sales_by_region --only-waiting")
        .handledBy(service::remove);
  }
}
