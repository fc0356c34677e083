package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.cache.CacheOutcome;
import dev.alidade.cache.CacheQuestion;
import dev.alidade.cache.CacheSettings;
import dev.alidade.cache.CachedRows;
import dev.alidade.cache.PinSettings;
import dev.alidade.cache.PinState;
import dev.alidade.cache.ResultCache;
import dev.alidade.policy.GovernedSql;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Results that are kept are never older than the data, whoever writes meanwhile. */
interface FreshnessContract extends EngineFixture {
  int READERS = 32;

  /** Takes each source long enough that asking whether its data changed is worth while. */
  String SUM =
      "SELECT min(k.a), max(k.a), count(*) FROM kept_numbers k CROSS JOIN numbers n"
          + " WHERE n.word LIKE '%7%7%'";

  /** Hardly anything is kept but what is pinned. */
  CacheSettings PINNING =
      new CacheSettings(
          20_000, 10_000, Map.of(), new PinSettings(1_000_000, List.of()), Optional.empty());

  /** Whether the source tells by itself that its data have changed; an engine declares it. */
  default boolean tellsChanges() {
    return true;
  }

  /** How long after a change the source can tell that its data are the same again. */
  default Duration settling() {
    return Duration.ofMillis(120);
  }

  @Test
  @Timeout(120)
  default void whatIsKeptIsGivenUntilTheDataChange() throws Exception {
    ResultCache cache = new ResultCache(CacheSettings.USUAL, Clock.systemUTC());
    onTable(
        () -> {
          for (long value = 1; value <= 3; value++) {
            if (value > 1) {
              change(set(value));
            }
            CacheOutcome.State state = read(cache, value);
            while (tellsChanges() && state != CacheOutcome.State.HIT) {
              Thread.sleep(20);
              state = read(cache, value);
            }
            assertThat(state)
                .isEqualTo(tellsChanges() ? CacheOutcome.State.HIT : CacheOutcome.State.BYPASS);
          }
        });
  }

  @Test
  @Timeout(180)
  default void readersBesideAWriterSeeASerialHistory() throws Exception {
    checkHistory(new ResultCache(CacheSettings.USUAL, Clock.systemUTC()));
  }

  @Test
  @Timeout(180)
  default void readersOfWhatIsPinnedSeeASerialHistory() throws Exception {
    ResultCache cache = new ResultCache(PINNING, Clock.systemUTC());
    onTable(() -> cache.pin("sum", question(SUM)));
    checkHistory(cache);
  }

  @Test
  @Timeout(120)
  default void whatIsPinnedStaysBesideAllElse() throws Exception {
    ResultCache cache = new ResultCache(PINNING, Clock.systemUTC());
    onTable(
        () -> {
          String pinned = "SELECT min(a), max(a) FROM kept_numbers";
          cache.pin("small", question(pinned));
          awaitKept(cache, pinned, 1);
          // Where nothing is kept, nothing is pressed out, and each of them takes its time.
          int others = tellsChanges() ? 200 : 1;
          for (int number = 0; number < others; number++) {
            CachedRows other = ask(cache, "SELECT a FROM kept_numbers WHERE id = " + number);
            try (ResultStream rows = other.rows()) {
              EngineProbe.read(rows);
            }
          }
          awaitKept(cache, pinned, 1);
          assertThat(cache.pinned("small"))
              .isInstanceOf(tellsChanges() ? PinState.Stays.class : PinState.Away.class);
          change(set(2));
          awaitKept(cache, pinned, 2);
        });
  }

  private void awaitKept(ResultCache cache, String sql, long expected) throws InterruptedException {
    CachedRows rows = ask(cache, sql);
    assertThat(valueOf(rows)).isEqualTo(expected);
    while (tellsChanges() && rows.outcome().state() != CacheOutcome.State.HIT) {
      Thread.sleep(20);
      rows = ask(cache, sql);
      assertThat(valueOf(rows)).isEqualTo(expected);
    }
  }

  private void checkHistory(ResultCache cache) throws Exception {
    SerialHistory history = new SerialHistory();
    AtomicBoolean ended = new AtomicBoolean();
    onTable(
        () -> {
          history.written(1, System.nanoTime(), System.nanoTime());
          try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> readers = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
              readers.add(threads.submit(() -> readUntil(ended, cache, history)));
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
        });
    history.check();
    if (tellsChanges()) {
      assertThat(history.kept()).as("rows that were kept").isPositive();
      assertThat(history.fresh()).as("rows that were read").isPositive();
    }
  }

  @Test
  @Timeout(60)
  default void whatMayGiveSomethingElseIsNotKept() throws Exception {
    for (String sql :
        List.of(
            "SELECT id, CURRENT_TIMESTAMP FROM customers",
            "SELECT id FROM customers WHERE joined < current_date",
            "SELECT id FROM paid_orders")) {
      assertThat(settled(sql))
          .as(sql)
          .isInstanceOf(
              tellsChanges() || !sql.contains("paid") ? Freshness.Changing.class : Freshness.class);
    }
    assertThat(settled("SELECT id FROM customers"))
        .isInstanceOf(tellsChanges() ? Freshness.Known.class : Freshness.Unknown.class);
  }

  private Freshness settled(String sql) throws InterruptedException {
    while (true) {
      Freshness freshness = probe().engine().freshness(probe().govern(sql), Parameters.NONE);
      if (!(freshness instanceof Freshness.Unsettled)) {
        return freshness;
      }
      Thread.sleep(50);
    }
  }

  private void write(SerialHistory history) throws InterruptedException {
    long value = 1;
    for (int burst = 0; burst < 4; burst++) {
      for (int each = 0; each < 3; each++) {
        value++;
        long began = System.nanoTime();
        change(set(value));
        history.written(value, began, System.nanoTime());
      }
      Thread.sleep(settling());
      // A busy server settles later; who reads meanwhile is checked too.
      long kept = history.kept();
      long latest = System.nanoTime() + Duration.ofSeconds(15).toNanos();
      while (tellsChanges() && history.kept() == kept && System.nanoTime() < latest) {
        Thread.sleep(20);
      }
    }
  }

  private Void readUntil(AtomicBoolean ended, ResultCache cache, SerialHistory history)
      throws InterruptedException {
    while (!ended.get()) {
      long began = System.nanoTime();
      try {
        CachedRows rows = ask(cache, SUM);
        boolean kept = rows.outcome().isKept();
        long value = valueOf(rows);
        history.read(value, began, System.nanoTime(), kept);
      } catch (AlidadeException busy) {
        // What a source refuses while it is written to is no answer.
        history.refused(busy);
      }
      Thread.sleep(2);
    }
    return null;
  }

  private CacheOutcome.State read(ResultCache cache, long expected) {
    CachedRows rows = ask(cache, SUM);
    assertThat(valueOf(rows)).isEqualTo(expected);
    return rows.outcome().state();
  }

  private static long valueOf(CachedRows rows) {
    try (ResultStream stream = rows.rows()) {
      List<Object> row = EngineProbe.read(stream).getFirst();
      assertThat(row.get(0)).as("one statement changed all rows").isEqualTo(row.get(1));
      return ((Number) row.get(0)).longValue();
    }
  }

  private CachedRows ask(ResultCache cache, String sql) {
    return cache.rows(question(sql));
  }

  private CacheQuestion question(String sql) {
    GovernedSql governed = probe().govern(sql);
    Engine engine = probe().engine();
    Supplier<ResultStream> run =
        () -> engine.execute(new ExecutionRequest(governed, Parameters.NONE, Cancellation.never()));
    return new CacheQuestion(
        governed, Parameters.NONE, engine, false, Cancellation.never(), run, run);
  }

  private static String set(long value) {
    return "UPDATE kept_numbers SET a = " + value;
  }

  /** What may fail in any way. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  private void onTable(Work work) throws Exception {
    change(
        "CREATE TABLE kept_numbers (id INTEGER, a INTEGER)",
        "INSERT INTO kept_numbers VALUES (1, 1), (2, 1)");
    try {
      work.run();
    } finally {
      change("DROP TABLE kept_numbers");
    }
  }
}
