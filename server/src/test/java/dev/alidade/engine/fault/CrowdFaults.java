package dev.alidade.engine.fault;

import static dev.alidade.engine.fault.FaultBench.ALL;
import static dev.alidade.engine.fault.FaultBench.COUNT;
import static dev.alidade.engine.fault.FaultBench.ROWS;
import static dev.alidade.engine.fault.FaultBench.SOURCE;
import static dev.alidade.engine.fault.FaultBench.SPREAD;
import static dev.alidade.engine.fault.FaultBench.assertUnavailable;
import static dev.alidade.engine.fault.FaultBench.await;
import static dev.alidade.engine.fault.FaultBench.export;
import static dev.alidade.engine.fault.FaultBench.failure;
import static dev.alidade.engine.fault.FaultBench.succeeds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many callers while something fails. */
interface CrowdFaults {
  FaultBench bench();

  @Test
  default void aReplicaDiesUnderFiftyCallers() throws Exception {
    assertThat(bench().count(SPREAD)).isEqualTo(ROWS);
    int rounds = 6 / bench().server.slowness();
    List<Future<Long>> answers = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < 50; caller++) {
        Caller one = FaultBench.named("caller-" + caller);
        answers.add(
            callers.submit(
                () -> {
                  long right = 0;
                  for (int round = 0; round < rounds; round++) {
                    right += bench().count(SPREAD, COUNT, one) == ROWS ? 1 : 0;
                  }
                  return right;
                }));
      }
      await(() -> bench().replica.accepted() > 0);
      bench().replica.down();
    }
    for (Future<Long> answer : answers) {
      assertThat(answer.get())
          .as("each read is right, on another host if need be")
          .isEqualTo(rounds);
    }
    assertThat(bench().count(SPREAD)).isEqualTo(ROWS);
    bench().replica.up();
    await(() -> bench().sources.engine(SPREAD).pools().getLast().down().isEmpty());
  }

  @Test
  default void theServerRunsOutOfConnections() throws Exception {
    FaultedServer server = bench().server;
    int port = bench().proxy.port();
    server.account("narrow", "first", 2);
    SourceDefinition first = server.source("first", List.of(port), narrow(30));
    SourceDefinition second = server.source(SOURCE, List.of(port), narrow(1));
    try (Sources narrow = bench().opened(first, second);
        QueryService over = FaultBench.over(narrow)) {
      try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Long>> counts = new ArrayList<>();
        for (int caller = 0; caller < 6; caller++) {
          counts.add(callers.submit(() -> FaultBench.rows(over.run(export("first", ALL)))));
        }
        for (Future<Long> count : counts) {
          assertThat(count.get()).as("waits for a connection that is given back").isEqualTo(ROWS);
        }
      }
      assertUnavailable(failure(() -> FaultBench.rows(over.run(export(SOURCE, ALL)))));
      narrow.engine("first").close();
      await(() -> succeeds(() -> FaultBench.rows(over.run(export(SOURCE, ALL)))));
    }
  }

  private static Map<String, Object> narrow(int poolWait) {
    return Map.of("username", "narrow", "password", "first", "pool", 6, "pool-wait", poolWait);
  }

  @Test
  default void aThousandFaultsLeaveNothingBehind() throws Exception {
    assertThat(bench().count(SOURCE)).isEqualTo(ROWS);
    long before = usedMemory();
    long threads = threads();
    try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
      List<Future<?>> faults = new ArrayList<>();
      for (int number = 0; number < 1_000 / bench().server.slowness(); number++) {
        int kind = number % 4;
        faults.add(callers.submit(() -> fault(kind)));
      }
      for (Future<?> fault : faults) {
        fault.get();
      }
    }
    bench().proxy.up();
    bench().awaitRecovery(SOURCE);
    await(() -> bench().inUse(SOURCE) == 0);
    await(() -> bench().proxy.open() <= 4 + 1);
    await(() -> bench().server.sessions() <= 4 + 1 + 8);
    await(() -> threads() <= threads + 4);
    assertThat(usedMemory() - before).as("bytes").isLessThan(32L * 1024 * 1024);
    assertThat(bench().rows(SOURCE, ALL)).isEqualTo(ROWS);
  }

  /** Whatever happens, an answer is right or an error that names the source. */
  private void fault(int kind) {
    Cancellation cancellation = new Cancellation();
    switch (kind) {
      case 0 -> bench().proxy.reset();
      case 1 -> bench().proxy.cutAfter(50_000);
      case 2 -> cancellation.cancel();
      default -> bench().proxy.slow(Duration.ofMillis(1));
    }
    String sql = "SELECT n, word FROM words WHERE n < 2000";
    try (GovernedResult result =
        bench()
            .queries
            .run(
                new QueryRequest(
                    Caller.LOCAL,
                    SOURCE,
                    sql,
                    Parameters.NONE,
                    QueryLimits.INTERACTIVE,
                    cancellation))) {
      assertThat(FaultBench.rows(result)).isEqualTo(2_000);
    } catch (AlidadeException failure) {
      if (failure.code() != ErrorCode.QUERY_CANCELLED) {
        assertThat(failure.code().type()).isEqualTo(ErrorType.EXTERNAL);
        assertThat(failure).hasMessageContaining("`crm`");
      }
    }
  }

  /** Without those that Trino's driver keeps for a minute in case that it needs them again. */
  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("Trino JDBC worker"))
        .filter(thread -> !thread.getName().startsWith("OkHttp"))
        .count();
  }

  private static long usedMemory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
