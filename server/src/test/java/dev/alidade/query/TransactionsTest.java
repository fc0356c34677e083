package dev.alidade.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.admission.Admission;
import dev.alidade.admission.Ticket;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.MovableClock;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineFile;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.Sources;
import dev.alidade.policy.Governor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionsTest {
  private static final Duration IDLE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final MovableClock clock = new MovableClock();
  private Sources sources;
  private QueryService queries;

  @BeforeEach
  void open() {
    Path file = EngineFile.DUCKDB.in(folder, "shop");
    EngineFile.DUCKDB.create(
        file, List.of("CREATE TABLE orders AS SELECT i AS id FROM range(100000) AS t(i)"));
    sources = new Sources(List.of(EngineFile.DUCKDB.source("shop", file)), EngineFile.factories());
    queries = new QueryService(sources, new Governor(), ignored -> {}, clock);
  }

  @AfterEach
  void close() {
    queries.close();
    sources.close();
  }

  @Test
  void statementsRunInATransactionUntilItIsEnded() {
    OpenTransaction opened = begin();
    assertThat(opened.expiresAt()).isEqualTo(clock.instant().plus(IDLE));
    assertThat(count(opened.handle())).isEqualTo(100_000L);
    assertThat(count(opened.handle())).isEqualTo(100_000L);
    queries.end(Caller.LOCAL, opened.handle());
    assertUnknown(() -> count(opened.handle()));
    assertUnknown(() -> queries.end(Caller.LOCAL, opened.handle()));
  }

  @Test
  void aTransactionIsItsCallersOnly() {
    OpenTransaction opened = begin();
    Caller other = new Caller("other", Set.of(), Map.of());
    assertUnknown(() -> queries.end(other, opened.handle()));
    assertUnknown(
        () -> queries.run(request("SELECT 1", other, "shop").in(Optional.of(opened.handle()))));
    assertUnknown(() -> count("tx_guessed"));
    assertThat(count(opened.handle())).isEqualTo(100_000L);
  }

  @Test
  void aTransactionReadsItsOwnSourceOnly() {
    OpenTransaction opened = begin();
    Path file = EngineFile.SQLITE.in(folder, "other");
    EngineFile.SQLITE.create(file, List.of("CREATE TABLE t (a TEXT)"));
    try (Sources both =
            new Sources(
                List.of(
                    EngineFile.DUCKDB.source("shop", EngineFile.DUCKDB.in(folder, "shop")),
                    EngineFile.SQLITE.source("other", file)),
                EngineFile.factories());
        QueryService service = new QueryService(both, new Governor(), ignored -> {}, clock)) {
      String handle = service.begin(Caller.LOCAL, "shop", IDLE, Cancellation.never()).handle();
      assertThatThrownBy(
              () -> service.run(request("SELECT 1", Caller.LOCAL, "other").in(Optional.of(handle))))
          .hasMessageContaining("reads `shop`, not `other`");
    }
    queries.end(Caller.LOCAL, opened.handle());
  }

  @Test
  void whatIsIdleTooLongEnds() {
    String handle = begin().handle();
    clock.forward(59);
    count(handle);
    clock.forward(59);
    count(handle);
    clock.forward(61);
    assertUnknown(() -> count(handle));
  }

  @Test
  void noTransactionLastsLongerThanAnHour() {
    String handle =
        queries.begin(Caller.LOCAL, "shop", Duration.ofMinutes(10), Cancellation.never()).handle();
    for (int minutes = 0; minutes < 60; minutes += 9) {
      count(handle);
      clock.forward(9 * 60);
    }
    assertUnknown(() -> count(handle));
  }

  @Test
  void oneStatementRunsAtATime() {
    String handle = begin().handle();
    GovernedResult first = queries.run(in(handle, "SELECT id FROM orders"));
    assertThatThrownBy(
            () -> {
              QueryLimits impatient =
                  new QueryLimits(Duration.ofSeconds(30), 10, Duration.ZERO, false);
              queries.run(
                  request("SELECT 1", Caller.LOCAL, "shop", impatient).in(Optional.of(handle)));
            })
        .hasMessageContaining("Another statement still runs in this transaction");
    CompletableFuture<Object> second =
        CompletableFuture.supplyAsync(() -> count(handle), Thread::startVirtualThread);
    first.close();
    assertThat(second.join()).isEqualTo(100_000L);
  }

  @Test
  void endingStopsWhatStillRunsInIt() {
    String handle = begin().handle();
    GovernedResult open = queries.run(in(handle, "SELECT a.id FROM orders a, orders b"));
    queries.end(Caller.LOCAL, handle);
    assertThatThrownBy(
            () -> {
              while (open.next().isPresent()) {
                assertThat(open.elapsed()).isLessThan(Duration.ofSeconds(20));
              }
            })
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_CANCELLED));
    open.close();
    assertUnknown(() -> count(handle));
  }

  @Test
  void aStatementThatFailsLeavesTheTransactionOrEndsItClearly() {
    String handle = begin().handle();
    assertThatThrownBy(() -> queries.run(in(handle, "SELECT colour FROM orders")))
        .isInstanceOf(AlidadeException.class);
    assertThat(count(handle)).isEqualTo(100_000L);
  }

  @Test
  void transactionsAreBoundedAndLeakNothing() {
    Engine engine = sources.engine("shop");
    Admission admission = new Admission("queries", 8, 1_000);
    List<OpenTransaction> opened = new ArrayList<>();
    try (Transactions transactions = new Transactions(clock, admission, Concurrency.USUAL)) {
      Ticket ada = Ticket.plain("ada", "shop", 16);
      for (int count = 0; count < 4; count++) {
        opened.add(transactions.begin(ada, engine, IDLE, Duration.ZERO, Cancellation.never()));
      }
      assertThatThrownBy(
              () -> transactions.begin(ada, engine, IDLE, Duration.ZERO, Cancellation.never()))
          .isInstanceOfSatisfying(
              AlidadeException.class,
              failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS))
          .hasMessageContaining("at most 4 of one caller, and 8 on `shop`");
      Ticket bob = Ticket.plain("bob", "shop", 2);
      assertThatThrownBy(
              () -> transactions.begin(bob, engine, IDLE, Duration.ZERO, Cancellation.never()))
          .hasMessageContaining("and 1 on `shop`");
      assertThat(admission.used("shop")).isEqualTo(4);
      transactions.end(new Caller("ada", Set.of(), Map.of()), opened.getFirst().handle());
      assertThat(admission.used("shop")).isEqualTo(3);
      clock.forward(61);
      transactions.sweep();
      assertThat(transactions.size()).isZero();
      assertThat(admission.used("shop")).isZero();
      transactions.begin(ada, engine, IDLE, Duration.ZERO, Cancellation.never());
    }
    assertThat(admission.used("shop")).isZero();
  }

  private OpenTransaction begin() {
    return queries.begin(Caller.LOCAL, "shop", IDLE, Cancellation.never());
  }

  private Object count(String handle) {
    return Rows.collect(queries.run(in(handle, "SELECT count(*) FROM orders")))
        .rows()
        .getFirst()
        .getFirst();
  }

  private static QueryRequest in(String handle, String sql) {
    return request(sql, Caller.LOCAL, "shop").in(Optional.of(handle));
  }

  private static QueryRequest request(String sql, Caller caller, String source) {
    return request(sql, caller, source, new QueryLimits(Duration.ofSeconds(30), Long.MAX_VALUE));
  }

  private static QueryRequest request(
      String sql, Caller caller, String source, QueryLimits limits) {
    return new QueryRequest(caller, source, sql, Parameters.NONE, limits, Cancellation.never());
  }

  private static void assertUnknown(Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TRANSACTION_NOT_FOUND));
  }
}
