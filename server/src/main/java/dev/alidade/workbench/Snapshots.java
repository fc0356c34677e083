package dev.alidade.workbench;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Invocation;
import dev.alidade.query.OpenTransaction;
import dev.alidade.query.QueryService;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Lets several statements read one snapshot of a source, where it has transactions. */
final class Snapshots {
  private final QueryService queries;

  Snapshots(QueryService queries) {
    this.queries = queries;
  }

  /** Gives the work the handle of a transaction that lasts {@code longest} and then ends. */
  <T> T within(
      Invocation invocation, String source, Duration longest, Function<Optional<String>, T> work) {
    if (!queries.hasTransactions(invocation.caller(), source)) {
      return work.apply(Optional.empty());
    }
    OpenTransaction snapshot =
        queries.begin(invocation.caller(), source, longest, invocation.cancellation());
    try {
      return work.apply(Optional.of(snapshot.handle()));
    } finally {
      end(invocation, snapshot.handle());
    }
  }

  /** The engine may have given the transaction up already. */
  private void end(Invocation invocation, String snapshot) {
    try {
      queries.end(invocation.caller(), snapshot);
    } catch (AlidadeException gone) {
      if (gone.code() != ErrorCode.TRANSACTION_NOT_FOUND) {
        throw gone;
      }
    }
  }
}
