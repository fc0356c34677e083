package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Cancellation;
import dev.alidade.cache.CacheOutcome;
import dev.alidade.cache.CacheQuestion;
import dev.alidade.cache.CacheSettings;
import dev.alidade.cache.CachedRows;
import dev.alidade.cache.ResultCache;
import dev.alidade.engine.NarrowingAuthor.Pair;
import dev.alidade.policy.GovernedSql;
import dev.alidade.sql.Dialect;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What is taken from a kept result that holds more is what the engine itself gives: its columns,
 * its types, its rows. {@code -Dalidade.part.seed=N} tries other statements.
 */
interface PartContract extends EngineFixture {
  long SEED = Long.getLong("alidade.part.seed", 1);
  int TABLES = 4;
  int STATEMENTS = 60;

  /** Whether parts may be taken of its results; an engine declares it. */
  default boolean hasParts() {
    return true;
  }

  /** Of a hundred statements with more conditions so many must be taken from what is kept. */
  default int leastNarrowed() {
    return 30;
  }

  /** Of a hundred statements with fewer groups so many must be put together of what is kept. */
  default int leastCoarser() {
    return 15;
  }

  @Test
  @Timeout(120)
  default void fewerRowsOfAKeptResultAreThoseOfTheEngine() {
    compare(NarrowingAuthor::limits, 50);
  }

  @Test
  @Timeout(120)
  default void fewerRowsByMoreConditionsAreThoseOfTheEngine() {
    compare(NarrowingAuthor::conditions, leastNarrowed());
  }

  @Test
  @Timeout(120)
  default void largerGroupsOfSmallerOnesAreThoseOfTheEngine() {
    Dialect dialect = probe().engine().dialect();
    compare(author -> new GroupingAuthor(author, dialect).groups(), leastCoarser());
  }

  /** Asks a cache and the engine; so many of a hundred answers must come from what is kept. */
  private void compare(Function<NarrowingAuthor, Pair> next, int leastTaken) {
    assertThat(probe().engine().resultRules().isPresent()).isEqualTo(hasParts());
    if (!hasParts()) {
      return;
    }
    int taken = 0;
    for (int table = 0; table < TABLES; table++) {
      NarrowingAuthor author = new NarrowingAuthor(SEED * 1_000 + table);
      change(author.rows().toArray(String[]::new));
      try {
        for (int statement = 0; statement < STATEMENTS; statement++) {
          taken += compare(next.apply(author)) ? 1 : 0;
        }
      } finally {
        change("DROP TABLE " + NarrowingAuthor.TABLE);
      }
    }
    System.out.printf(
        "parts of kept results, seed %d: %d of %d taken%n", SEED, taken, TABLES * STATEMENTS);
    assertThat(100 * taken).isGreaterThan(leastTaken * TABLES * STATEMENTS);
  }

  /** Whether it was taken from what is kept. */
  private boolean compare(Pair pair) {
    ResultCache cache = new ResultCache(CacheSettings.USUAL, Clock.systemUTC(), Duration.ZERO);
    ask(cache, pair.whole());
    CachedRows part = ask(cache, pair.part());
    try (ResultStream kept = part.rows();
        ResultStream fresh = probe().start(pair.part())) {
      String which = "seed %d: %s beside %s".formatted(SEED, pair.part(), pair.whole());
      assertThat(kept.columns()).as(which).isEqualTo(fresh.columns());
      List<List<Object>> expected = EngineProbe.read(fresh);
      List<List<Object>> given = EngineProbe.read(kept);
      if (pair.part().contains(" ORDER BY ")) {
        assertThat(given).as(which).isEqualTo(expected);
      } else {
        assertThat(given).as(which).containsExactlyInAnyOrderElementsOf(expected);
      }
    }
    return part.outcome().state() == CacheOutcome.State.DERIVED;
  }

  /** Rows of a statement; those of the whole are read to their end. */
  private CachedRows ask(ResultCache cache, String sql) {
    GovernedSql governed = probe().govern(sql);
    Engine engine = new SettledEngine(probe().engine());
    ExecutionRequest request =
        new ExecutionRequest(governed, Parameters.NONE, Cancellation.never());
    CacheQuestion question =
        new CacheQuestion(
            governed,
            Parameters.NONE,
            engine,
            false,
            Cancellation.never(),
            () -> engine.execute(request),
            () -> engine.execute(request));
    CachedRows rows = cache.rows(question);
    if (rows.outcome().isKept()) {
      return rows;
    }
    try (ResultStream stream = rows.rows()) {
      List<List<Object>> read = EngineProbe.read(stream);
      return new CachedRows(new ReadRows(stream.columns(), read), rows.outcome());
    }
  }
}
