package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.alidade.base.Cancellation;
import dev.alidade.cache.CacheQuestion;
import dev.alidade.cache.CacheSettings;
import dev.alidade.cache.CachedRows;
import dev.alidade.cache.ResultCache;
import dev.alidade.cache.redis.RedisServer;
import dev.alidade.cache.redis.RedisShelf;
import dev.alidade.cache.shared.QuickSharing;
import dev.alidade.cache.shared.SharedState;
import dev.alidade.engine.mysql.MariaDbServer;
import dev.alidade.engine.mysql.MySqlFactory;
import dev.alidade.engine.postgres.PostgresEngineFactory;
import dev.alidade.engine.postgres.PostgresServer;
import dev.alidade.policy.GovernedSql;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two instances that share results of one database never give any that is older than its data. */
@Timeout(120)
class SharedFreshnessTest {
  private static final int READERS = 16;
  private static final String SUM =
      "SELECT min(k.a), max(k.a), count(*) FROM kept_numbers k"
          + " CROSS JOIN generate_series(1, 20000) n";

  private final PostgresServer server = PostgresServer.shared();
  private final String database = server.createDatabase();
  private final RedisServer redis = RedisServer.own();
  private final List<Instance> instances = new ArrayList<>();

  private record Instance(Engine engine, EngineProbe probe, ResultCache cache) {}

  @AfterEach
  void close() {
    for (Instance instance : instances) {
      instance.cache().close();
      instance.engine().close();
    }
    redis.close();
  }

  @Test
  void readersAtTwoInstancesSeeASerialHistory() throws Exception {
    change(
        "CREATE TABLE kept_numbers (id INTEGER, a INTEGER)",
        "INSERT INTO kept_numbers VALUES (1, 1), (2, 1)");
    instances.add(open());
    instances.add(open());
    SerialHistory history = new SerialHistory();
    AtomicBoolean ended = new AtomicBoolean();
    history.written(1, System.nanoTime(), System.nanoTime());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> readers = new ArrayList<>();
      for (int reader = 0; reader < READERS; reader++) {
        Instance mine = instances.get(reader % 2);
        readers.add(threads.submit(() -> readUntil(ended, mine, history)));
      }
      try {
        write(history);
      } finally {
        ended.set(true);
      }
      for (Future<?> reader : readers) {
        reader.get();
      }
    }
    history.check();
    assertThat(history.fresh()).as("rows that were read").isPositive();
    assertThat(shared()).as("rows that the other instance read").isPositive();
  }

  @Test
  void instancesOfOneDatabaseKnowEachOther() {
    Instance one = open();
    Instance two = open();
    instances.addAll(List.of(one, two));
    assertThat(one.engine().identity()).isPresent().isEqualTo(two.engine().identity());
    try (Engine other = openOn(server.createDatabase())) {
      assertThat(other.identity()).isPresent().isNotEqualTo(one.engine().identity());
    }
  }

  @Test
  void mariaDbTellsWhichServerItIs() {
    MariaDbServer maria = MariaDbServer.shared();
    String name = maria.createDatabase();
    try (Engine one = open(maria, name);
        Engine two = open(maria, name);
        Engine other = open(maria, maria.createDatabase())) {
      assertThat(one.identity()).isPresent().isEqualTo(two.identity());
      assertThat(one.identity().orElseThrow()).contains("server_uid").contains("sql_mode");
      assertThat(other.identity()).isPresent().isNotEqualTo(one.identity());
    }
  }

  private static Engine open(MariaDbServer maria, String name) {
    return MySqlFactory.mariaDb().open(maria.source(EngineProbe.SOURCE, name));
  }

  private void write(SerialHistory history) throws InterruptedException {
    for (long value = 2; value < 40; value++) {
      long began = System.nanoTime();
      change("UPDATE kept_numbers SET a = " + value);
      history.written(value, began, System.nanoTime());
      Thread.sleep(value % 4 == 0 ? 200 : 5);
    }
    await().until(() -> shared() > 0);
  }

  private Void readUntil(AtomicBoolean ended, Instance instance, SerialHistory history)
      throws InterruptedException {
    while (!ended.get()) {
      long began = System.nanoTime();
      CachedRows rows = ask(instance);
      boolean kept = rows.outcome().isKept();
      long value = valueOf(rows);
      history.read(value, began, System.nanoTime(), kept);
      Thread.sleep(3);
    }
    return null;
  }

  private long shared() {
    return instances.stream()
        .map(Instance::cache)
        .map(ResultCache::shared)
        .flatMap(Optional::stream)
        .mapToLong(SharedState::hits)
        .sum();
  }

  private static long valueOf(CachedRows rows) {
    try (ResultStream stream = rows.rows()) {
      return ((Number) EngineProbe.read(stream).getFirst().getFirst()).longValue();
    }
  }

  private static CachedRows ask(Instance instance) {
    GovernedSql sql = instance.probe().govern(SUM);
    ExecutionRequest request = new ExecutionRequest(sql, Parameters.NONE, Cancellation.never());
    Engine engine = instance.engine();
    return instance
        .cache()
        .rows(
            new CacheQuestion(
                sql,
                Parameters.NONE,
                engine,
                false,
                Cancellation.never(),
                () -> engine.execute(request),
                () -> engine.execute(request)));
  }

  private Instance open() {
    Engine engine = openOn(database);
    ResultCache cache =
        new ResultCache(
            CacheSettings.USUAL,
            Clock.systemUTC(),
            Optional.of(QuickSharing.on(new RedisShelf(redis.settings()), redis.settings())));
    cache.begin();
    await().until(() -> cache.shared().orElseThrow().answers());
    return new Instance(engine, new EngineProbe(engine), cache);
  }

  private Engine openOn(String name) {
    return new PostgresEngineFactory().open(server.source(EngineProbe.SOURCE, name));
  }

  private void change(String... statements) {
    server.run(database, List.of(statements));
  }
}
