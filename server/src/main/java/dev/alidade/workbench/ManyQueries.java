package dev.alidade.workbench;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Operation;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs several queries side by side; how many really run at once is for the limits to say. */
final class ManyQueries {
  private static final int MOST = 20;
  private static final int USUAL_ROWS = 100;
  private static final int MOST_ROWS = 1_000;
  private static final long MOST_CHARACTERS = 16L * 1024 * 1024;

  private final QueryService queries;

  ManyQueries(QueryService queries) {
    this.queries = queries;
  }

  Operation<ManyInput, ManyOutput> operation() {
    return Operation.named("query_many", ManyInput.class, ManyOutput.class)
        .title("Run several queries")
        .description(
            "Runs up to 20 read-only SQL queries at once, on one source or several, and returns "
                + "rows or an error for each, in order. Use it instead of calling query many times "
                + "when no query needs another's result.")
        .examples(
            "query-many --queries '[{\"source\": \"shop\", \"sql\": \"SELECT count(*) FROM orders\"},"
                + " {\"source\": \"shop\", \"sql\": \"SELECT count(*) FROM customers\"}]'")
        .handledBy(this::run);
  }

  private ManyOutput run(ManyInput input, Invocation invocation) {
    int size = input.queries().size();
    if (size < 1 || size > MOST) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`queries` must hold from 1 to %d queries, not %d".formatted(MOST, size));
    }
    input.queries().forEach(ManyQueries::checkLimit);
    long room = MOST_CHARACTERS / size;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<ManyOutput.Result>> running =
          input.queries().stream()
              .map(
                  one ->
                      CompletableFuture.supplyAsync(() -> result(one, room, invocation), threads))
              .toList();
      List<ManyOutput.Result> results = running.stream().map(CompletableFuture::join).toList();
      invocation.cancellation().check();
      return new ManyOutput(results);
    }
  }

  private static void checkLimit(ManyInput.One one) {
    int limit = one.limit().orElse(USUAL_ROWS);
    if (limit < 1 || limit > MOST_ROWS) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`limit` must be from 1 to %d; run the statement by itself with query for more rows"
              .formatted(MOST_ROWS));
    }
  }

  private ManyOutput.Result result(ManyInput.One one, long room, Invocation invocation) {
    try {
      Rows rows = rows(one, room, invocation);
      return new ManyOutput.Result(
          one.source(),
          StatementState.DONE,
          rows.columns(),
          rows.rows(),
          rows.truncated(),
          Optional.of(rows.sql()),
          rows.elapsed().toMillis(),
          Optional.empty());
    } catch (RuntimeException failure) {
      return new ManyOutput.Result(
          one.source(),
          StatementState.FAILED,
          List.of(),
          List.of(),
          false,
          Optional.empty(),
          0,
          Optional.of(Failure.of(failure)));
    }
  }

  private Rows rows(ManyInput.One one, long room, Invocation invocation) {
    QueryRequest request =
        new QueryRequest(
            invocation.caller(),
            one.source(),
            one.sql(),
            BoundValues.read(one.parameters()),
            QueryLimits.INTERACTIVE.withRows(one.limit().orElse(USUAL_ROWS)),
            invocation.cancellation());
    return Rows.collect(queries.run(request), room);
  }
}
