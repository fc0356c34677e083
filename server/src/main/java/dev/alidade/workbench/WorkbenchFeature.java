package dev.alidade.workbench;

import dev.alidade.export.ExportFormat;
import dev.alidade.operation.Operation;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.KeptResults;
import dev.alidade.query.QueryService;
import java.util.ArrayList;
import java.util.List;

/** The operations of the SQL workbench. */
public final class WorkbenchFeature {
  private final QueryService queries;
  private final WorkbenchService service;
  private final List<ExportFormat> formats;

  /**
   * Operations over {@code queries}; pages go on in {@code kept}, and results can also be had in
   * {@code formats}.
   */
  public WorkbenchFeature(QueryService queries, KeptResults kept, List<ExportFormat> formats) {
    this.queries = queries;
    this.service = new WorkbenchService(queries, kept);
    this.formats = List.copyOf(formats);
  }

  /** Running, checking and explaining SQL: one statement, several, and in transactions. */
  public List<Operation<?, ?>> operations() {
    List<Operation<?, ?>> operations = new ArrayList<>();
    operations.add(query());
    operations.add(checkSql());
    operations.add(explainQuery());
    operations.add(new ManyQueries(queries).operation());
    operations.add(new ScriptRunner(queries).operation());
    operations.add(new QueryDebugger(queries).operation());
    operations.addAll(new TransactionService(queries).operations());
    return operations;
  }

  private Operation<QueryInput, QueryOutput> query() {
    Operation.Builder<QueryInput, QueryOutput> builder =
        Operation.named("query", QueryInput.class, QueryOutput.class)
            .title("Run SQL")
            .description(
                "Runs one read-only SQL statement on a source and returns its rows by page. "
                    + "Bind values with parameters instead of writing them into the SQL. For results "
                    + "that take minutes or are large, use submit_query.")
            .primary("sql")
            .examples(
                "query \"SELECT count(*) FROM orders\" --source shop",
                "query \"SELECT * FROM orders WHERE status = ?\" --source shop --parameters '[\"shipped\"]'");
    for (ExportFormat format : formats) {
      builder.stream(
          format.mediaType(),
          (input, invocation, out) -> {
            try (GovernedResult result = service.stream(input, invocation)) {
              format.write(result, out);
            }
          });
    }
    return builder.handledBy(service::query);
  }

  private Operation<StatementInput, CheckOutput> checkSql() {
    return Operation.named("check_sql", StatementInput.class, CheckOutput.class)
        .title("Check SQL")
        .description(
            "Says whether a statement may run, what it would read or change, and why not; "
                + "never executes it.")
        .primary("sql")
        .examples("check-sql \"DELETE FROM orders\" --source shop")
        .handledBy(service::check);
  }

  private Operation<ExplainInput, ExplainOutput> explainQuery() {
    return Operation.named("explain_query", ExplainInput.class, ExplainOutput.class)
        .title("Explain a query")
        .description(
            "Shows the engine's plan for a read-only statement without running it; with `measure` "
                + "it runs, and each step tells its rows and its time.")
        .primary("sql")
        .examples(
            "explain-query \"SELECT * FROM orders WHERE order_id = 7\" --source shop",
            "explain-query \"SELECT status, count(*) FROM orders GROUP BY status\" --source shop --measure true")
        .handledBy(service::explain);
  }
}
