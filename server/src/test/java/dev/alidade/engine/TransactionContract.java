package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Statements of a transaction read one snapshot, whatever others write meanwhile. */
interface TransactionContract extends EngineFixture {
  String SUM = "SELECT sum(balance) FROM ledger";
  String PAY_IN = "UPDATE ledger SET balance = balance + 50 WHERE account = 1";

  @Test
  @Timeout(60)
  default void aTransactionReadsOneSnapshotWhileOthersWrite() {
    inTransaction(
        transaction -> {
          long before = sum(transaction);
          change(PAY_IN);
          assertThat(sum(transaction)).isEqualTo(before);
          assertThat(probe().number(SUM)).isEqualTo(before + 50);
          change(PAY_IN, "INSERT INTO ledger VALUES (4, 1000)");
          assertThat(sum(transaction)).isEqualTo(before);
          change("DELETE FROM ledger WHERE account = 4");
        });
  }

  @Test
  @Timeout(60)
  default void theNextTransactionReadsWhatWasWritten() {
    inTransaction(transaction -> sum(transaction));
    long before = probe().number(SUM);
    change(PAY_IN);
    inTransaction(transaction -> assertThat(sum(transaction)).isEqualTo(before + 50));
  }

  @Test
  @Timeout(60)
  default void anErrorInsideKeepsTheSnapshotOrEndsTheTransaction() {
    inTransaction(
        transaction -> {
          long before = sum(transaction);
          AlidadeException wrong =
              EngineProbe.failure(
                  () -> probe().rowsIn(transaction, "SELECT no_such_column FROM ledger"));
          assertThat(wrong.code()).isEqualTo(ErrorCode.COLUMN_NOT_FOUND);
          change(PAY_IN);
          try {
            assertThat(sum(transaction)).isEqualTo(before);
          } catch (AlidadeException givenUp) {
            assertThat(givenUp.code()).isEqualTo(ErrorCode.TRANSACTION_FAILED);
          }
        });
    assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
  }

  @Test
  @Timeout(60)
  default void aTransactionStreams() {
    inTransaction(
        transaction -> {
          try (ResultStream result =
              transaction.execute(request(StreamContract.TWO_MILLION_ROWS, Cancellation.never()))) {
            assertThat(EngineProbe.drain(result)).isEqualTo(2_000_000);
          }
          assertThat(sum(transaction)).isPositive();
        });
  }

  @Test
  @Timeout(60)
  default void closingATransactionEndsItForGood() {
    if (refuses()) {
      return;
    }
    Transaction transaction = begin();
    assertThat(sum(transaction)).isPositive();
    transaction.close();
    transaction.close();
    AlidadeException failure = EngineProbe.failure(() -> sum(transaction));
    assertThat(failure.code()).isEqualTo(ErrorCode.TRANSACTION_FAILED);
    nothingIsHeld();
  }

  @Test
  @Timeout(60)
  default void closingATransactionEndsItsOpenResult() {
    if (refuses()) {
      return;
    }
    Transaction transaction = begin();
    ResultStream result =
        transaction.execute(request(StreamContract.TWO_MILLION_ROWS, Cancellation.never()));
    assertThat(result.next()).isPresent();
    transaction.close();
    result.close();
    nothingIsHeld();
  }

  @Test
  @Timeout(60)
  default void aCancelledCallerGetsNoTransaction() {
    if (refuses()) {
      return;
    }
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThat(EngineProbe.failure(() -> probe().engine().begin(cancellation).close()).code())
        .isEqualTo(ErrorCode.QUERY_CANCELLED);
    nothingIsHeld();
  }

  @Test
  @Timeout(60)
  default void cancellingAStatementInsideStopsIt() {
    inTransaction(
        transaction -> {
          Cancellation cancellation = new Cancellation();
          Executor soon = CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);
          soon.execute(cancellation::cancel);
          long started = System.nanoTime();
          AlidadeException failure =
              EngineProbe.failure(
                  () -> {
                    try (ResultStream result =
                        transaction.execute(request(CancelContract.ENDLESS, cancellation))) {
                      EngineProbe.drain(result);
                    }
                  });
          assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_CANCELLED);
          assertThat(Duration.ofNanos(System.nanoTime() - started))
              .isLessThan(Duration.ofSeconds(8));
        });
    nothingIsHeld();
  }

  @Test
  @Timeout(60)
  default void anotherSourcesStatementIsRefusedInside() {
    inTransaction(
        transaction -> {
          AlidadeException failure =
              EngineProbe.failure(
                  () -> transaction.execute(probe().forged("another", "SELECT 1")).close());
          assertThat(failure.code()).isEqualTo(ErrorCode.SQL_DENIED);
        });
  }

  @Test
  @Timeout(60)
  default void aWriteThatPassedTheGateFailsInside() {
    for (String write :
        List.of(
            PAY_IN, "DELETE FROM ledger", "DROP TABLE ledger", "COMMIT", "ROLLBACK; " + PAY_IN)) {
      inTransaction(
          transaction -> {
            long before = sum(transaction);
            AlidadeException failure =
                EngineProbe.failure(
                    () -> {
                      ExecutionRequest forged = probe().forged(EngineProbe.SOURCE, write);
                      try (ResultStream result = transaction.execute(forged)) {
                        EngineProbe.drain(result);
                      }
                    });
            assertThat(failure.code().type())
                .as("%s -> %s", write, failure.getMessage())
                .isIn(ErrorType.DENIED, ErrorType.USER);
            assertThat(probe().number(SUM)).isEqualTo(before);
          });
    }
  }

  @Test
  @Timeout(60)
  default void transactionsRunSideBySide() {
    if (refuses()) {
      return;
    }
    try (Transaction first = begin();
        Transaction second = begin()) {
      long before = sum(first);
      assertThat(sum(second)).isEqualTo(before);
      change(PAY_IN);
      try (Transaction third = begin()) {
        assertThat(sum(third)).isEqualTo(before + 50);
        assertThat(sum(first)).isEqualTo(before);
        assertThat(sum(second)).isEqualTo(before);
      }
    }
    nothingIsHeld();
  }

  @Test
  @Timeout(60)
  default void aHundredTransactionsLeaveNothingBehind() {
    if (refuses()) {
      return;
    }
    List<Long> sums = new ArrayList<>();
    for (int round = 0; round < 100; round++) {
      try (Transaction transaction = begin()) {
        sums.add(sum(transaction));
      }
    }
    assertThat(sums).containsOnly(probe().number(SUM));
    nothingIsHeld();
  }

  /** Proves what an engine without transactions does; whether this is one. */
  private boolean refuses() {
    if (can(Capability.TRANSACTIONS)) {
      return false;
    }
    assertThat(EngineProbe.failure(this::begin).code()).isEqualTo(ErrorCode.NOT_SUPPORTED);
    return true;
  }

  private void inTransaction(Consumer<Transaction> work) {
    if (refuses()) {
      return;
    }
    try (Transaction transaction = begin()) {
      work.accept(transaction);
    }
  }

  private Transaction begin() {
    return probe().engine().begin(Cancellation.never());
  }

  private long sum(Transaction transaction) {
    return ((Number) probe().rowsIn(transaction, SUM).getFirst().getFirst()).longValue();
  }

  private ExecutionRequest request(String sql, Cancellation cancellation) {
    return new ExecutionRequest(probe().govern(sql), Parameters.NONE, cancellation);
  }

  private void nothingIsHeld() {
    assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
    assertThat(probe().engine().pools()).allSatisfy(pool -> assertThat(pool.inUse()).isZero());
  }
}
