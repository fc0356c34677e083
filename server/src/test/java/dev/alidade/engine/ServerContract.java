package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The engine tells who answers, how busy it is, and how such a source is described. */
interface ServerContract extends EngineFixture {
  @Test
  default void theServerTellsItsNameAndVersion() {
    ServerInfo server = probe().engine().server();
    assertThat(server.product()).isNotBlank();
    assertThat(server.version()).containsPattern("\\d+\\.\\d+");
    assertThat(probe().engine().server()).isEqualTo(server);
  }

  @Test
  default void poolsAreWithinTheirBounds() {
    assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
    for (PoolState pool : probe().engine().pools()) {
      assertThat(pool.host()).isNotBlank();
      assertThat(pool.most()).isPositive();
      assertThat(pool.inUse()).isZero();
      assertThat(pool.idle()).isBetween(0, pool.most());
      assertThat(pool.waiting()).isZero();
      assertThat(pool.down()).isEmpty();
    }
  }

  @Test
  default void anOpenResultIsSeenInThePool() {
    boolean pooled = !probe().engine().pools().isEmpty();
    try (ResultStream result = probe().start(StreamContract.TWO_MILLION_ROWS)) {
      assertThat(result.next()).isPresent();
      int inUse = probe().engine().pools().stream().mapToInt(PoolState::inUse).sum();
      assertThat(inUse).isEqualTo(pooled ? 1 : 0);
    }
    assertThat(probe().engine().pools().stream().mapToInt(PoolState::inUse).sum()).isZero();
  }

  @Test
  @Timeout(60)
  default void aClosedEngineRefusesEverything() {
    Engine another = openAnother();
    another.close();
    List<Runnable> calls =
        List.of(
            another::server,
            another::readCatalog,
            () -> another.execute(probe().forged(EngineProbe.SOURCE, "SELECT 1")).close());
    for (Runnable call : calls) {
      assertThat(EngineProbe.failure(call).code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
    }
    assertThat(EngineProbe.failure(() -> another.begin(Cancellation.never()).close()).code())
        .isEqualTo(closedOr(Capability.TRANSACTIONS));
    assertThat(EngineProbe.failure(() -> another.statistics(TableName.of("orders"))).code())
        .isEqualTo(closedOr(Capability.STATISTICS));
    assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
  }

  @Test
  @Timeout(120)
  default void manyThreadsAskForEverythingAtOnce() throws InterruptedException, ExecutionException {
    Engine engine = probe().engine();
    CatalogSnapshot catalog = engine.readCatalog();
    ServerInfo server = engine.server();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> answers = new ArrayList<>();
      for (int caller = 0; caller < 24; caller++) {
        answers.add(
            callers.submit(
                () -> {
                  assertThat(engine.server()).isEqualTo(server);
                  assertThat(engine.readCatalog()).isEqualTo(catalog);
                  assertThat(engine.catalogVersion()).isEqualTo(engine.catalogVersion());
                  assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
                }));
      }
      for (Future<?> answer : answers) {
        answer.get();
      }
    }
  }

  @Test
  default void everySettingIsDescribedOnce() {
    List<Setting> settings = factory().settings();
    assertThat(settings).isNotEmpty().extracting(Setting::name).doesNotHaveDuplicates();
    for (Setting setting : settings) {
      assertThat(setting.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
      assertThat(setting.description()).as(setting.name()).matches("(?s)[A-Z0-9].{9,}[^.\\s]");
    }
  }

  @Test
  default void secretsAreMarked() {
    for (Setting setting : factory().settings()) {
      if (setting.name().matches("(.*-)?(password|token|secret|private-key)")) {
        assertThat(setting.secret()).as(setting.name()).isTrue();
        assertThat(setting.usual()).as(setting.name()).isEmpty();
      }
      if (setting.kind() == Setting.Kind.CHOICE) {
        assertThat(setting.choices())
            .contains(setting.usual().orElse(setting.choices().getFirst()));
      }
    }
  }

  @Test
  default void aSourceWithoutSettingsIsRefusedByName() {
    var failure =
        EngineProbe.failure(
            () ->
                factory()
                    .open(new SourceDefinition("unfinished", factory().engine(), Map.of()))
                    .close());
    assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID);
    assertThat(failure).hasMessageContaining("unfinished");
  }

  private ErrorCode closedOr(Capability capability) {
    return can(capability) ? ErrorCode.SOURCE_UNAVAILABLE : ErrorCode.NOT_SUPPORTED;
  }
}
