package dev.alidade.workbench;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Operation;
import dev.alidade.query.OpenTransaction;
import dev.alidade.query.QueryService;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Transactions by handle. */
final class TransactionService {
  private static final int USUAL_IDLE = 60;
  private static final int LONGEST_IDLE = 600;

  private final QueryService queries;

  TransactionService(QueryService queries) {
    this.queries = queries;
  }

  List<Operation<?, ?>> operations() {
    return List.of(begin(), end());
  }

  private Operation<BeginInput, BeginOutput> begin() {
    return Operation.named("begin_transaction", BeginInput.class, BeginOutput.class)
        .title("Begin a transaction")
        .description(
            "Begins a transaction on a source: every query that names it reads the same snapshot, "
                + "whatever others change meanwhile. It belongs to its caller, runs one statement "
                + "at a time, and ends by itself when it is idle, or after an hour. Statements only "
                + "read, so there is nothing to commit or to roll back.")
        .primary("source")
        .examples("begin-transaction shop", "begin-transaction shop --idle-seconds 300")
        .handledBy(this::begin);
  }

  private Operation<EndInput, EndOutput> end() {
    return Operation.named("end_transaction", EndInput.class, EndOutput.class)
        .title("End a transaction")
        .description(
            "Ends a transaction and lets go of its snapshot. Statements only read, so committing "
                + "and rolling back would be the same. A statement that still runs in it is stopped.")
        .primary("transaction")
        .examples("end-transaction tx_Zk3Qv0c1mP2yXw8sTn4uR7aB")
        .handledBy(this::end);
  }

  private BeginOutput begin(BeginInput input, Invocation invocation) {
    int idle = input.idleSeconds().orElse(USUAL_IDLE);
    if (idle < 1 || idle > LONGEST_IDLE) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "`idle_seconds` must be from 1 to %d".formatted(LONGEST_IDLE));
    }
    OpenTransaction opened =
        queries.begin(
            invocation.caller(),
            input.source(),
            Duration.ofSeconds(idle),
            invocation.cancellation());
    String expiresAt = opened.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString();
    return new BeginOutput(opened.handle(), opened.source(), expiresAt);
  }

  private EndOutput end(EndInput input, Invocation invocation) {
    queries.end(invocation.caller(), input.transaction());
    return new EndOutput(true);
  }
}
