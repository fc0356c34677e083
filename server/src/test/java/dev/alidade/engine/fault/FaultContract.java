package dev.alidade.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens when a server, or the way to it, fails: nothing wrong is returned, every error names
 * the source, and it recovers by itself. {@code docs/reliability.md} has a row for each test.
 */
public abstract class FaultContract {
  private static final String SOURCE = "crm";
  private static final String COUNT = "SELECT count(*) FROM words";
  private static final String ALL = "SELECT n, word FROM words";
  private static final String ENDLESS =
      "SELECT count(*) FROM words a, words b, words c WHERE a.n + b.n + c.n < 0";
  private static final int ROWS = 100_000;

  private FaultedServer server;
  private FaultProxy proxy;
  private FaultProxy replica;
  private Sources sources;
  private QueryService queries;

  /** The server, made once for all tests of the class. */
  protected abstract FaultedServer server();

  @BeforeEach
  void openSources() {
    server = server();
    proxy = FaultProxy.before(server.port());
    replica = FaultProxy.before(server.port());
    SourceDefinition one =
        server.source(SOURCE, List.of(proxy.port()), Map.of("pool", 4, "connect-timeout", 2));
    SourceDefinition two =
        server.source(
            "spread",
            List.of(proxy.port(), replica.port()),
            Map.of("pool", 4, "connect-timeout", 2));
    SourceDefinition sound = server.source("sound", List.of(server.port()), Map.of());
    sources = new Sources(List.of(one, two, sound), List.of(server.factory()));
    queries = new QueryService(sources, new Governor(), entry -> {}, Clock.systemUTC());
  }

  @AfterEach
  void nothingIsLeftBehind() {
    proxy.up();
    replica.up();
    for (String name : List.of(SOURCE, "spread", "sound")) {
      sources
          .opened(name)
          .ifPresent(
              engine -> await(() -> engine.pools().stream().mapToInt(PoolState::inUse).sum() == 0));
    }
    queries.close();
    sources.close();
    await(() -> proxy.open() == 0 && replica.open() == 0);
    proxy.close();
    replica.close();
  }

  @Test
  void serverDiesDuringAQuery() {
    assertThat(count(SOURCE)).isEqualTo(ROWS);
    CompletableFuture<AlidadeException> running = inBackground(() -> count(SOURCE, ENDLESS));
    await(() -> inUse(SOURCE) == 1);
    proxy.down();
    assertUnavailable(running.join());
    assertThat(count("sound")).as("another source").isEqualTo(ROWS);
    proxy.up();
    awaitRecovery(SOURCE);
  }

  @Test
  void serverDiesInTheMiddleOfAResult() {
    assertThat(count(SOURCE)).isEqualTo(ROWS);
    proxy.cutAfter(3_000_000);
    AlidadeException failure = failure(() -> rows(SOURCE, ALL));
    assertUnavailable(failure);
    awaitRecovery(SOURCE);
    assertThat(rows(SOURCE, ALL)).isEqualTo(ROWS);
  }

  @Test
  void serverHangs() {
    assertThat(count(SOURCE)).isEqualTo(ROWS);
    proxy.hang();
    long start = System.nanoTime();
    AlidadeException failure =
        failure(() -> count(SOURCE, COUNT, new QueryLimits(Duration.ofSeconds(1), 10)));
    assertUnavailable(failure);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    assertThat(count("sound")).as("another source").isEqualTo(ROWS);
    proxy.up();
    awaitRecovery(SOURCE);
  }

  @Test
  void serverAnswersSlowly() {
    proxy.slow(Duration.ofMillis(50));
    assertThat(count(SOURCE)).isEqualTo(ROWS);
    assertThat(count(SOURCE)).isEqualTo(ROWS);
  }

  @Test
  void idleConnectionsAreReset() {
    for (int round = 0; round < 5; round++) {
      assertThat(count(SOURCE)).isEqualTo(ROWS);
      proxy.reset();
    }
    assertThat(count(SOURCE)).as("tried again on a fresh connection").isEqualTo(ROWS);
  }

  @Test
  void serverIsDownFromTheStart() {
    proxy.down();
    assertUnavailable(failure(() -> count(SOURCE)));
    long start = System.nanoTime();
    for (int round = 0; round < 50; round++) {
      assertUnavailable(failure(() -> count(SOURCE)));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as("fails fast")
        .isLessThan(Duration.ofSeconds(2));
    assertThat(count("sound")).as("another source").isEqualTo(ROWS);
    proxy.up();
    awaitRecovery(SOURCE);
  }

  @Test
  void serverReturnsAfterAWhile() throws InterruptedException {
    assertThat(count(SOURCE)).isEqualTo(ROWS);
    proxy.down();
    assertUnavailable(failure(() -> count(SOURCE)));
    // Long enough for the pauses between the trials to have grown to their longest.
    Thread.sleep(Duration.ofSeconds(7));
    assertUnavailable(failure(() -> count(SOURCE)));
    proxy.up();
    long start = System.nanoTime();
    awaitRecovery(SOURCE);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aReplicaDiesUnderFiftyCallers() throws Exception {
    assertThat(count("spread")).isEqualTo(ROWS);
    List<Future<Long>> answers = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < 50; caller++) {
        int number = caller;
        answers.add(
            callers.submit(
                () -> {
                  long right = 0;
                  for (int round = 0; round < 6; round++) {
                    right += count("spread", COUNT, named("caller-" + number)) == ROWS ? 1 : 0;
                  }
                  return right;
                }));
      }
      await(() -> replica.accepted() > 0);
      replica.down();
    }
    for (Future<Long> answer : answers) {
      assertThat(answer.get()).as("each read is right, on another host if need be").isEqualTo(6);
    }
    assertThat(count("spread")).isEqualTo(ROWS);
    replica.up();
    await(() -> sources.engine("spread").pools().getLast().down().isEmpty());
  }

  @Test
  void theSchemaChangesUnderAStatement() {
    server.run("CREATE TABLE changing (a INTEGER)", "INSERT INTO changing VALUES (1)");
    String all = "SELECT * FROM changing";
    for (int round = 0; round < 8; round++) {
      assertThat(rows(SOURCE, all)).isEqualTo(1);
    }
    server.run("DROP TABLE changing");
    assertThat(failure(() -> rows(SOURCE, all)).code()).isEqualTo(ErrorCode.TABLE_NOT_FOUND);
    server.run("CREATE TABLE changing (b VARCHAR(20), a INTEGER)");
    server.run("INSERT INTO changing VALUES ('x', 1)", "INSERT INTO changing VALUES ('y', 2)");
    for (int round = 0; round < 8; round++) {
      try (GovernedResult result = start(SOURCE, all, QueryLimits.INTERACTIVE, Caller.LOCAL)) {
        assertThat(result.columns()).hasSize(2);
        assertThat(drain(result)).isEqualTo(2);
      }
    }
    server.run("DROP TABLE changing");
  }

  @Test
  void theServerRunsOutOfConnections() throws Exception {
    server.account("narrow", "first", 2);
    SourceDefinition first = server.source("first", List.of(proxy.port()), narrow(30));
    SourceDefinition second = server.source("crm", List.of(proxy.port()), narrow(1));
    try (Sources narrow = new Sources(List.of(first, second), List.of(server.factory()));
        QueryService over =
            new QueryService(narrow, new Governor(), entry -> {}, Clock.systemUTC())) {
      try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Long>> counts = new ArrayList<>();
        for (int caller = 0; caller < 6; caller++) {
          counts.add(callers.submit(() -> drain(over.run(all("first")))));
        }
        for (Future<Long> count : counts) {
          assertThat(count.get()).as("waits for a connection that is given back").isEqualTo(ROWS);
        }
      }
      assertUnavailable(failure(() -> drain(over.run(all("crm")))));
      narrow.engine("first").close();
      await(() -> succeeds(() -> drain(over.run(all("crm")))));
    }
  }

  @Test
  void aPasswordIsRotated(@TempDir Path folder) throws IOException {
    Path password = folder.resolve("password");
    Files.writeString(password, "first");
    server.account("rotating", "first", 10);
    SourceDefinition source =
        server.source(
            "crm",
            List.of(proxy.port()),
            Map.of("username", "rotating", "password-file", password.toString()));
    try (Sources rotating = new Sources(List.of(source), List.of(server.factory()));
        QueryService over =
            new QueryService(rotating, new Governor(), entry -> {}, Clock.systemUTC())) {
      assertThat(drain(over.run(all("crm")))).isEqualTo(ROWS);
      server.account("rotating", "second", 10);
      proxy.reset();
      AlidadeException failure = failure(() -> drain(over.run(all("crm"))));
      assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_REFUSED);
      assertThat(failure).hasMessageContaining("`crm`").hasMessageContaining("password");
      assertThat(failure.toString()).doesNotContain("first");
      Files.writeString(password, "second");
      await(() -> succeeds(() -> drain(over.run(all("crm")))));
    }
  }

  @Test
  void aTransactionLosesItsConnection() {
    String handle =
        queries.begin(Caller.LOCAL, SOURCE, Duration.ofMinutes(1), Cancellation.never()).handle();
    QueryRequest request = QueryRequest.of(Caller.LOCAL, SOURCE, COUNT).in(Optional.of(handle));
    try (GovernedResult result = queries.run(request)) {
      assertThat(drain(result)).isEqualTo(1);
    }
    proxy.reset();
    AlidadeException failure =
        failure(
            () -> {
              try (GovernedResult result = queries.run(request)) {
                drain(result);
              }
            });
    assertThat(failure.code()).isEqualTo(ErrorCode.TRANSACTION_FAILED);
    assertThat(failure).hasMessageContaining("`crm`");
    awaitRecovery(SOURCE);
  }

  @Test
  void aThousandFaultsLeaveNothingBehind() throws Exception {
    assertThat(count(SOURCE)).isEqualTo(ROWS);
    long before = usedMemory();
    int threads = Thread.activeCount();
    try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
      List<Future<?>> faults = new ArrayList<>();
      for (int number = 0; number < 1_000; number++) {
        int kind = number % 4;
        faults.add(callers.submit(() -> fault(kind)));
      }
      for (Future<?> fault : faults) {
        fault.get();
      }
    }
    proxy.up();
    awaitRecovery(SOURCE);
    await(() -> inUse(SOURCE) == 0);
    assertThat(proxy.open()).as("connections").isLessThanOrEqualTo(4 + 1);
    await(() -> server.sessions() <= 4 + 1 + 8);
    await(() -> Thread.activeCount() <= threads + 4);
    assertThat(usedMemory() - before).as("bytes").isLessThan(32L * 1024 * 1024);
    assertThat(rows(SOURCE, ALL)).isEqualTo(ROWS);
  }

  /** Whatever happens, an answer is right or an error that names the source. */
  private void fault(int kind) {
    Cancellation cancellation = new Cancellation();
    switch (kind) {
      case 0 -> proxy.reset();
      case 1 -> proxy.cutAfter(50_000);
      case 2 -> cancellation.cancel();
      default -> proxy.slow(Duration.ofMillis(1));
    }
    try (GovernedResult result =
        queries.run(
            new QueryRequest(
                Caller.LOCAL,
                SOURCE,
                "SELECT n, word FROM words WHERE n < 2000",
                Parameters.NONE,
                QueryLimits.INTERACTIVE,
                cancellation))) {
      assertThat(drain(result)).isEqualTo(2_000);
    } catch (AlidadeException failure) {
      if (failure.code() != ErrorCode.QUERY_CANCELLED) {
        assertThat(failure.code().type()).isEqualTo(ErrorType.EXTERNAL);
        assertThat(failure).hasMessageContaining("`crm`");
      }
    }
  }

  private static long usedMemory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void assertUnavailable(AlidadeException failure) {
    assertThat(failure.code()).as(failure.getMessage()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
    assertThat(failure).hasMessageContaining("`crm`");
  }

  private static Map<String, Object> narrow(int poolWait) {
    return Map.of("username", "narrow", "password", "first", "pool", 6, "pool-wait", poolWait);
  }

  private static QueryRequest all(String source) {
    return new QueryRequest(
        Caller.LOCAL, source, ALL, Parameters.NONE, QueryLimits.EXPORT, Cancellation.never());
  }

  private static boolean succeeds(Callable<Long> work) throws Exception {
    try {
      return work.call() == ROWS;
    } catch (AlidadeException notYet) {
      return false;
    }
  }

  private void awaitRecovery(String source) {
    await(() -> succeeds(() -> count(source)));
  }

  private int inUse(String source) {
    return sources.engine(source).pools().stream().mapToInt(PoolState::inUse).sum();
  }

  private static CompletableFuture<AlidadeException> inBackground(Callable<?> work) {
    return CompletableFuture.supplyAsync(
        () -> failure(work::call), Executors.newVirtualThreadPerTaskExecutor());
  }

  private long count(String source) {
    return count(source, COUNT);
  }

  private long count(String source, String sql) {
    return count(source, sql, QueryLimits.INTERACTIVE);
  }

  private long count(String source, String sql, QueryLimits limits) {
    return count(source, sql, limits, Caller.LOCAL);
  }

  private long count(String source, String sql, Caller caller) {
    return count(source, sql, QueryLimits.INTERACTIVE, caller);
  }

  private long count(String source, String sql, QueryLimits limits, Caller caller) {
    try (GovernedResult result = start(source, sql, limits, caller)) {
      Batch batch = result.next().orElseThrow();
      return batch.longValue(0, 0);
    }
  }

  private long rows(String source, String sql) {
    try (GovernedResult result = start(source, sql, QueryLimits.EXPORT, Caller.LOCAL)) {
      return drain(result);
    }
  }

  private static Caller named(String name) {
    return new Caller(name, java.util.Set.of(), Map.of());
  }

  private GovernedResult start(String source, String sql, QueryLimits limits, Caller caller) {
    return queries.run(
        new QueryRequest(caller, source, sql, Parameters.NONE, limits, Cancellation.never()));
  }

  private static long drain(GovernedResult result) {
    try (result) {
      long rows = 0;
      for (Optional<Batch> next = result.next(); next.isPresent(); next = result.next()) {
        rows += next.get().rows();
      }
      return rows;
    }
  }

  private static AlidadeException failure(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    AlidadeException failure = catchThrowableOfType(AlidadeException.class, work);
    assertThat(failure).as("must fail").isNotNull();
    return failure;
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(condition);
  }
}
