package dev.alidade.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.ExecutionRequest;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.PoolState;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.policy.GovernedSqlMaker;
import dev.alidade.sql.LexicalRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pools, breakers and replicas over a driver in this process whose hosts can be switched off. */
class ServerConnectionsTest {
  private final SwitchedKind kind = new SwitchedKind();
  private final ServerConnections server = new ServerConnections(kind, settings());

  @AfterEach
  void close() {
    server.close();
    // One that was being made when its pool closed is closed as soon as it is there.
    await(() -> kind.open().isEmpty());
  }

  @Test
  void readsSpreadOverTheHosts() {
    List<ResultStream> results = new ArrayList<>();
    for (int index = 0; index < 4; index++) {
      results.add(start());
    }
    assertThat(server.pools()).extracting(PoolState::inUse).containsExactly(2, 2);
    results.forEach(ResultStream::close);
    assertThat(server.pools()).extracting(PoolState::inUse).containsExactly(0, 0);
  }

  @Test
  void aHostThatIsDownIsLeftOutAndComesBack() {
    kind.switchOff("one");
    for (int index = 0; index < 6; index++) {
      assertThat(EngineProbe.drain(start())).isEqualTo(3);
    }
    assertThat(server.pools().getFirst().down().orElseThrow()).contains("one:1");
    kind.switchOn("one");
    await(() -> server.pools().getFirst().down().isEmpty());
  }

  @Test
  void whenAllAreDownItFailsFastAndRecovers() {
    kind.switchOff("one");
    kind.switchOff("two");
    assertThat(failure().code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
    long before = System.nanoTime();
    for (int index = 0; index < 100; index++) {
      assertThat(failure()).hasMessageContaining("`crm`").hasMessageContaining("nothing listens");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    kind.switchOn("two");
    await(() -> server.pools().getLast().down().isEmpty());
    assertThat(EngineProbe.drain(start())).isEqualTo(3);
  }

  @Test
  void aStatementWhoseConnectionIsGoneRunsOnAnother() {
    for (int index = 0; index < 4; index++) {
      start().close();
    }
    kind.breakOpenConnections();
    assertThat(EngineProbe.drain(start())).isEqualTo(3);
  }

  @Test
  void aFullPoolSaysSoAfterAWait() {
    List<ResultStream> results = new ArrayList<>();
    for (int index = 0; index < 4; index++) {
      results.add(start());
    }
    Cancellation gone = new Cancellation();
    CompletableFuture<AlidadeException> waiting =
        CompletableFuture.supplyAsync(
            () -> catchThrowableOfType(AlidadeException.class, () -> start(gone)));
    await(() -> server.pools().stream().mapToInt(PoolState::waiting).sum() == 1);
    gone.cancel();
    assertThat(waiting.join().code()).isEqualTo(ErrorCode.QUERY_CANCELLED);
    assertThat(failure().code()).isEqualTo(ErrorCode.OVERLOADED);
    results.forEach(ResultStream::close);
    assertThat(EngineProbe.drain(start())).isEqualTo(3);
  }

  @Test
  void aStatementForAnotherSourceIsRefused() {
    AlidadeException failure =
        catchThrowableOfType(
            AlidadeException.class,
            () ->
                server.execute(
                    new ExecutionRequest(
                        GovernedSqlMaker.forge("other", "SELECT 1"),
                        Parameters.NONE,
                        Cancellation.never()),
                    new BoundText("SELECT 1", List.of())));
    assertThat(failure.code()).isEqualTo(ErrorCode.SQL_DENIED);
  }

  private AlidadeException failure() {
    return catchThrowableOfType(AlidadeException.class, this::start);
  }

  private ResultStream start() {
    return start(Cancellation.never());
  }

  private ResultStream start(Cancellation cancellation) {
    String sql = "VALUES (1), (2), (3)";
    return server.execute(
        new ExecutionRequest(GovernedSqlMaker.forge("crm", sql), Parameters.NONE, cancellation),
        BoundText.of(sql, LexicalRules.STANDARD, Parameters.NONE));
  }

  private static void await(java.util.concurrent.Callable<Boolean> condition) {
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(condition);
  }

  private static ServerSettings settings() {
    return SettingsReader.read(
        new SourceDefinition(
            "crm", "db", Map.of("host", List.of("one:1", "two:2"), "pool", 2, "pool-wait", 1)),
        List.of("db"),
        1234);
  }
}
