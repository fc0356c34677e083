package dev.alidade.workbench;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.PageSize;
import dev.alidade.operation.Invocation;
import dev.alidade.query.Explained;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.KeptResults;
import dev.alidade.query.Page;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import java.util.Optional;

/** Runs, checks and explains statements that a caller wrote. */
public final class WorkbenchService {
  private static final int USUAL_PAGE = 1_000;
  private static final int LARGEST_PAGE = 10_000;

  // The rows behind the first page are bounded by what is kept of them.
  private static final QueryLimits PAGED =
      new QueryLimits(QueryLimits.INTERACTIVE.timeout(), Long.MAX_VALUE);

  private final QueryService queries;
  private final KeptResults kept;

  /** Runs through {@code queries}; pages go on in {@code kept}. */
  public WorkbenchService(QueryService queries, KeptResults kept) {
    this.queries = queries;
    this.kept = kept;
  }

  QueryOutput query(QueryInput input, Invocation invocation) {
    return query(input, Optional.empty(), invocation);
  }

  /** A page of a statement that answers a question, where the record has one. */
  public QueryOutput query(QueryInput input, Optional<String> question, Invocation invocation) {
    PageSize usual =
        invocation.pageSize().orElseGet(() -> PageSize.ofRows(USUAL_PAGE, Rows.LARGEST));
    int limit = input.limit().orElse(usual.rows());
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`limit` must be from 1 to %d; for more rows pass the cursor on, or ask for text/csv"
              .formatted(LARGEST_PAGE));
    }
    PageSize size = usual.withRows(limit);
    String statement = statementOf(input);
    Page page =
        input.cursor().isPresent()
            ? kept.next(
                invocation.caller(),
                input.cursor().get(),
                statement,
                size,
                invocation.cancellation())
            : kept.first(queries, request(input, question, PAGED, invocation), statement, size);
    Rows rows = page.rows();
    return new QueryOutput(
        rows.columns(),
        rows.rows(),
        rows.truncated(),
        page.cursor(),
        rows.sql(),
        new QueryOutput.Statistics(rows.elapsed().toMillis(), rows.rows().size(), rows.asOf()));
  }

  GovernedResult stream(QueryInput input, Invocation invocation) {
    return stream(input, Optional.empty(), invocation);
  }

  /** All rows of a statement that answers a question, where the record has one. */
  public GovernedResult stream(QueryInput input, Optional<String> question, Invocation invocation) {
    if (input.cursor().isPresent()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "A streamed result has no pages; leave `cursor` out");
    }
    QueryLimits limits = input.limit().map(QueryLimits.EXPORT::withRows).orElse(QueryLimits.EXPORT);
    return queries.run(request(input, question, limits, invocation));
  }

  CheckOutput check(StatementInput input, Invocation invocation) {
    return CheckOutput.of(queries.check(invocation.caller(), input.source(), input.sql()));
  }

  ExplainOutput explain(ExplainInput input, Invocation invocation) {
    QueryRequest request =
        request(
            input.source(), input.sql(), input.parameters(), QueryLimits.INTERACTIVE, invocation);
    boolean asked = input.measure().orElse(false);
    Explained explained = asked ? queries.measure(request) : queries.explain(request);
    return new ExplainOutput(
        explained.plan(), explained.sql().shown(), asked && !explained.sql().isNarrowed());
  }

  private static QueryRequest request(
      QueryInput input, Optional<String> question, QueryLimits limits, Invocation invocation) {
    QueryRequest request =
        request(input.source(), input.sql(), input.parameters(), limits, invocation)
            .in(input.transaction());
    return question.map(request::answering).orElse(request);
  }

  private static QueryRequest request(
      String source,
      String sql,
      Optional<Object> parameters,
      QueryLimits limits,
      Invocation invocation) {
    return new QueryRequest(
        invocation.caller(),
        source,
        sql,
        BoundValues.read(parameters),
        limits,
        invocation.cancellation());
  }

  /** What a cursor belongs to. */
  private static String statementOf(QueryInput input) {
    return String.join(
        "\0",
        input.source(),
        input.sql(),
        input.parameters().toString(),
        input.transaction().toString());
  }
}
