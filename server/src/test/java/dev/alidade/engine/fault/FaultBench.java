package dev.alidade.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Batch;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.PoolState;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.policy.Governor;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;

/**
 * One server behind two proxies, and the sources on it: {@code crm} behind one proxy, {@code
 * spread} behind both as if they were two hosts, {@code sound} past them.
 */
final class FaultBench implements AutoCloseable {
  static final String SOURCE = "crm";
  static final String SPREAD = "spread";
  static final String SOUND = "sound";
  static final String COUNT = "SELECT count(*) FROM words";
  static final String ALL = "SELECT n, word FROM words";
  static final String ENDLESS =
      "SELECT count(*) FROM words a, words b, words c WHERE a.n + b.n + c.n < 0";
  static final int ROWS = 100_000;

  /** More than what is on its way can hold while nobody reads. */
  static final String LONG = "SELECT a.n, a.word FROM words a, words b WHERE b.n < 5";

  static final int LONG_ROWS = 5 * ROWS;

  final FaultedServer server;
  final FaultProxy proxy;
  final FaultProxy replica;
  final Sources sources;
  final QueryService queries;

  FaultBench(FaultedServer server) {
    this.server = server;
    proxy = FaultProxy.before(server.port());
    replica = FaultProxy.before(server.port());
    Map<String, Object> settings = Map.of("pool", 4, "connect-timeout", 2);
    sources =
        opened(
            server.source(SOURCE, List.of(proxy.port()), settings),
            server.source(SPREAD, List.of(proxy.port(), replica.port()), settings),
            server.source(SOUND, List.of(server.port()), Map.of()));
    queries = over(sources);
  }

  /** Sources of this server's engine. */
  Sources opened(SourceDefinition... definitions) {
    return new Sources(List.of(definitions), List.of(server.factory()));
  }

  static QueryService over(Sources sources) {
    return new QueryService(sources, new Governor(), entry -> {}, Clock.systemUTC());
  }

  /** Waits until no connection is in use, closes everything, and waits until none is open. */
  @Override
  public void close() {
    proxy.up();
    replica.up();
    for (String name : List.of(SOURCE, SPREAD, SOUND)) {
      if (sources.opened(name).isPresent()) {
        await(() -> inUse(name) == 0);
      }
    }
    queries.close();
    sources.close();
    await(() -> proxy.open() == 0 && replica.open() == 0);
    proxy.close();
    replica.close();
    server.endAbandoned();
  }

  int inUse(String source) {
    return sources.engine(source).pools().stream().mapToInt(PoolState::inUse).sum();
  }

  long count(String source) {
    return count(source, COUNT);
  }

  long count(String source, String sql) {
    return count(source, sql, QueryLimits.INTERACTIVE, Caller.LOCAL);
  }

  long count(String source, String sql, QueryLimits limits) {
    return count(source, sql, limits, Caller.LOCAL);
  }

  long count(String source, String sql, Caller caller) {
    return count(source, sql, QueryLimits.INTERACTIVE, caller);
  }

  private long count(String source, String sql, QueryLimits limits, Caller caller) {
    try (GovernedResult result =
        queries.run(
            new QueryRequest(caller, source, sql, Parameters.NONE, limits, Cancellation.never()))) {
      Batch batch = result.next().orElseThrow();
      return batch.longValue(0, 0);
    }
  }

  long rows(String source, String sql) {
    return rows(start(source, sql));
  }

  GovernedResult start(String source, String sql) {
    return queries.run(export(source, sql));
  }

  GovernedResult start(String source, String sql, QueryLimits limits) {
    return queries.run(
        new QueryRequest(Caller.LOCAL, source, sql, Parameters.NONE, limits, Cancellation.never()));
  }

  /** A request for every row. */
  static QueryRequest export(String source, String sql) {
    return new QueryRequest(
        Caller.LOCAL, source, sql, Parameters.NONE, QueryLimits.EXPORT, Cancellation.never());
  }

  /** Reads the result to its end. */
  static long rows(GovernedResult result) {
    try (result) {
      long rows = 0;
      for (Optional<Batch> next = result.next(); next.isPresent(); next = result.next()) {
        rows += next.get().rows();
      }
      return rows;
    }
  }

  static Caller named(String name) {
    return new Caller(name, Set.of(), Map.of());
  }

  void awaitRecovery(String source) {
    await(() -> succeeds(() -> count(source)));
  }

  static CompletableFuture<AlidadeException> inBackground(Callable<?> work) {
    return CompletableFuture.supplyAsync(
        () -> failure(work::call), Executors.newVirtualThreadPerTaskExecutor());
  }

  static void assertUnavailable(AlidadeException failure) {
    assertThat(failure.code()).as(failure.getMessage()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
    assertThat(failure).hasMessageContaining("`crm`");
  }

  /** Whether all rows are there; a failure counts as no. */
  static boolean succeeds(Callable<Long> work) throws Exception {
    try {
      return work.call() == ROWS;
    } catch (AlidadeException notYet) {
      return false;
    }
  }

  static AlidadeException failure(ThrowingCallable work) {
    AlidadeException failure = catchThrowableOfType(AlidadeException.class, work);
    assertThat(failure).as("must fail").isNotNull();
    return failure;
  }

  static void await(Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(condition);
  }

  static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
