package dev.alidade.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Parameters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every query, whoever sends it. */
class QueryConcurrencyTest {
  private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();
  private static final int MOST_OF_ONE = Concurrency.USUAL.perSource() * 3 / 4;
  private static final QueryLimits IMPATIENT =
      new QueryLimits(Duration.ofSeconds(20), 10, Duration.ZERO, false);

  @TempDir private Path folder;
  private SmallShop shop;

  @BeforeEach
  void open() {
    shop = SmallShop.in(folder);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aHundredCallersAtOnceAreAllAnswered() {
    List<CompletableFuture<Rows>> all = new ArrayList<>();
    for (int caller = 0; caller < 100; caller++) {
      Caller one = caller("caller-" + caller);
      all.add(
          CompletableFuture.supplyAsync(
              () ->
                  Rows.collect(
                      shop.queries()
                          .run(QueryRequest.of(one, "shop", "SELECT count(*) FROM orders"))),
              THREADS));
    }
    assertThat(all).allSatisfy(each -> assertThat(each.join().rows()).hasSize(1));
    assertThat(shop.history()).hasSize(100);
  }

  @Test
  void anOpenResultCountsUntilItIsClosed() {
    List<GovernedResult> open = new ArrayList<>();
    for (int count = 0; count < MOST_OF_ONE; count++) {
      open.add(run(caller("ada"), IMPATIENT));
    }
    assertFails(caller("ada"), ErrorCode.TOO_MANY_REQUESTS, "Your own queries keep `shop` busy");
    open.add(run(caller("bob"), IMPATIENT));
    open.add(run(caller("cleo"), IMPATIENT));
    assertFails(caller("dora"), ErrorCode.OVERLOADED, "`shop` is busy");
    open.removeFirst().close();
    open.add(run(caller("dora"), IMPATIENT));
    open.forEach(GovernedResult::close);
  }

  @Test
  void profilingLeavesHalfOfTheSourceToPeople() {
    QueryLimits profiling = new QueryLimits(Duration.ofSeconds(20), 10, Duration.ZERO, true);
    List<GovernedResult> open = new ArrayList<>();
    for (int count = 0; count < Concurrency.USUAL.perSource() / 2; count++) {
      open.add(run(Caller.SYSTEM, profiling));
    }
    assertThatThrownBy(() -> run(Caller.SYSTEM, profiling)).hasMessageContaining("busy");
    for (int count = 0; count < Concurrency.USUAL.perSource() / 2; count++) {
      open.add(run(caller("ada"), IMPATIENT));
    }
    open.forEach(GovernedResult::close);
  }

  @Test
  void whatFailsGivesItsTurnBack() {
    for (int count = 0; count < 50; count++) {
      assertThatThrownBy(
              () ->
                  shop.queries()
                      .run(request(caller("ada"), "SELECT nothing FROM orders", IMPATIENT)))
          .isInstanceOf(AlidadeException.class);
      assertThatThrownBy(
              () -> shop.queries().explain(request(caller("ada"), "SELECT x", IMPATIENT)))
          .isInstanceOf(AlidadeException.class);
    }
    run(caller("ada"), IMPATIENT).close();
  }

  private void assertFails(Caller caller, ErrorCode code, String words) {
    assertThatThrownBy(() -> run(caller, IMPATIENT))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(code);
              assertThat(failure.retryAfter().orElseThrow()).isPositive();
            })
        .hasMessageContaining(words);
    assertThat(shop.history().getLast().outcome()).isEqualTo(code.name());
  }

  private GovernedResult run(Caller caller, QueryLimits limits) {
    return shop.queries().run(request(caller, "SELECT id FROM orders", limits));
  }

  private static QueryRequest request(Caller caller, String sql, QueryLimits limits) {
    return new QueryRequest(caller, "shop", sql, Parameters.NONE, limits, Cancellation.never());
  }

  private static Caller caller(String name) {
    return new Caller(name, Set.of(), Map.of());
  }
}
