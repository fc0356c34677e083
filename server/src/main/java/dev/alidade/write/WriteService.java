package dev.alidade.write;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.Restraint;
import dev.alidade.query.ColumnLabel;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.query.Written;
import dev.alidade.sql.TableName;
import dev.alidade.sql.WriteParts;
import dev.alidade.workbench.BoundValues;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/** Tries writes, and runs them. */
final class WriteService {
  private static final int SHOWN_ROWS = 5;

  private final QueryService queries;
  private final ApprovalService approvals;

  WriteService(QueryService queries, ApprovalService approvals) {
    this.queries = queries;
    this.approvals = approvals;
  }

  PreviewWriteOutput preview(WriteInput input, Invocation invocation) {
    Caller caller = invocation.caller();
    WritePreview preview = preview(queries, caller, input, invocation.cancellation());
    return new PreviewWriteOutput(preview, approvalNeeded(caller));
  }

  RunWriteOutput run(RunWriteInput input, Invocation invocation) {
    Caller caller = invocation.caller();
    if (approvalNeeded(caller).isPresent()) {
      WritePreview preview = preview(queries, caller, input.statement(), invocation.cancellation());
      checkExpected(input, preview.rowsTouched());
      return RunWriteOutput.of(approvals.propose(caller, input.statement(), preview));
    }
    OptionalLong expected =
        input.expectedRows().map(OptionalLong::of).orElseGet(OptionalLong::empty);
    Written written =
        write(
            queries,
            caller,
            input.statement(),
            invocation.cancellation(),
            rows -> expected.isEmpty() || expected.getAsLong() == rows);
    checkExpected(input, written.rows());
    return new RunWriteOutput(RunWriteOutput.State.DONE, written.rows(), Optional.empty());
  }

  private static void checkExpected(RunWriteInput input, long rows) {
    if (input.expectedRows().filter(expected -> expected != rows).isPresent()) {
      throw new AlidadeException(
          ErrorCode.DATA_CHANGED,
          "The statement touches %,d rows, not %,d; nothing was changed. Look at preview_write again"
              .formatted(rows, input.expectedRows().get()));
    }
  }

  private Optional<String> approvalNeeded(Caller caller) {
    return caller.isModel()
        ? Optional.of("what a model or an agent writes is approved by a person")
        : queries
            .access(caller)
            .restraint(Restraint.WRITES_NEED_APPROVAL)
            .map("%s says `writes: approve`"::formatted);
  }

  /** What a write would do; it is rolled back. */
  static WritePreview preview(
      QueryService queries, Caller caller, WriteInput input, Cancellation cancellation) {
    Written tried = write(queries, caller, input, cancellation, rows -> false);
    Optional<Rows> shown = show(queries, caller, input, cancellation);
    return new WritePreview(
        tried.sql().target().toString(),
        tried.rows(),
        shown.map(Rows::columns).orElse(List.<ColumnLabel>of()),
        shown.map(Rows::rows).orElse(List.of()),
        tried.sql().recorded(),
        tried.sql().tables().stream().map(TableName::toString).toList());
  }

  /** Runs a write, which stays if {@code keep} says so. */
  static Written write(
      QueryService queries,
      Caller caller,
      WriteInput input,
      Cancellation cancellation,
      LongPredicate keep) {
    return queries.write(
        request(caller, input, input.sql(), QueryLimits.INTERACTIVE, cancellation), keep);
  }

  /** The rows are a read of the caller's like any other; where it fails, none are shown. */
  private static Optional<Rows> show(
      QueryService queries, Caller caller, WriteInput input, Cancellation cancellation) {
    Optional<String> select =
        WriteParts.select(input.sql(), queries.dialect(caller, input.source()));
    if (select.isEmpty()) {
      return Optional.empty();
    }
    QueryLimits limits = QueryLimits.INTERACTIVE.withRows(SHOWN_ROWS);
    try {
      return Optional.of(
          Rows.collect(queries.run(request(caller, input, select.get(), limits, cancellation))));
    } catch (AlidadeException unshown) {
      return Optional.empty();
    }
  }

  private static QueryRequest request(
      Caller caller, WriteInput input, String sql, QueryLimits limits, Cancellation cancellation) {
    return new QueryRequest(
        caller, input.source(), sql, BoundValues.read(input.parameters()), limits, cancellation);
  }
}
