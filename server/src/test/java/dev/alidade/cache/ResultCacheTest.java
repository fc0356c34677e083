package dev.alidade.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.MovableClock;
import dev.alidade.cache.CacheOutcome.State;
import dev.alidade.engine.Batch;
import dev.alidade.engine.Freshness;
import dev.alidade.engine.Parameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ResultCacheTest {
  private static final String SQL = "SELECT number, name FROM things";

  private final MovableClock clock = new MovableClock();
  private final ToldEngine engine = new ToldEngine();
  private final ResultCache cache = new ResultCache(CacheSettings.USUAL, clock);

  @Test
  void theSameStatementIsGivenAgainWhileTheDataAreTheSame() {
    assertThat(ask(cache)).isEqualTo(State.MISS);
    engine.has(List.<Object[]>of(new Object[] {2L, "two"}));
    CachedRows again = cache.rows(engine.question(SQL));
    assertThat(again.outcome().state()).isEqualTo(State.HIT);
    assertThat(again.outcome().readAt()).contains(clock.instant());
    assertThat(again.outcome().mayBeOld()).isFalse();
    assertThat(rows(again)).containsExactly(List.of(1L, "one"));
    assertThat(engine.runs()).isEqualTo(1);
  }

  @Test
  void otherDataAreReadAnew() {
    ask(cache);
    engine.isFresh(new Freshness.Known("2", true));
    engine.has(List.<Object[]>of(new Object[] {2L, "two"}));
    CachedRows changed = cache.rows(engine.question(SQL));
    assertThat(changed.outcome().state()).isEqualTo(State.MISS);
    assertThat(changed.outcome().why()).contains("changed");
    assertThat(rows(changed)).containsExactly(List.of(2L, "two"));
    assertThat(ask(cache)).isEqualTo(State.HIT);
  }

  @Test
  void otherValuesAndOtherTextsAreOtherResults() {
    Parameters one = new Parameters.Positional(List.of(1L));
    Parameters two = new Parameters.Positional(List.of(2L));
    assertThat(outcome(engine.question(SQL, one, false))).isEqualTo(State.MISS);
    assertThat(outcome(engine.question(SQL, two, false))).isEqualTo(State.MISS);
    assertThat(outcome(engine.question(SQL + " WHERE number = 1"))).isEqualTo(State.MISS);
    assertThat(outcome(engine.question(SQL, one, false))).isEqualTo(State.HIT);
  }

  @Test
  void whatGivesSomethingElseEachTimeIsNeverKept() {
    engine.isFresh(new Freshness.Changing("`now` tells the time"));
    for (int round = 1; round <= 3; round++) {
      assertThat(ask(cache)).isEqualTo(State.BYPASS);
      assertThat(engine.runs()).isEqualTo(round);
    }
    assertThat(cache.explain(engine.question(SQL)).why()).isEqualTo("`now` tells the time");
  }

  @Test
  void aSourceThatCannotTellIsAskedUnlessAnAgeIsAllowed() {
    engine.isFresh(new Freshness.Unknown("it cannot tell"));
    assertThat(ask(cache)).isEqualTo(State.BYPASS);
    ResultCache aging = with(rule(60, 0));
    assertThat(ask(aging)).isEqualTo(State.MISS);
    clock.forward(59);
    CachedRows aged = aging.rows(engine.question(SQL));
    assertThat(aged.outcome().state()).isEqualTo(State.AGED);
    assertThat(aged.outcome().mayBeOld()).isTrue();
    clock.forward(2);
    assertThat(ask(aging)).isEqualTo(State.MISS);
  }

  @Test
  void theOldResultIsGivenWhileANewOneIsRead() throws Exception {
    ResultCache revalidating =
        with(new SourceRule(false, Optional.empty(), Optional.of(Duration.ofSeconds(30))));
    ask(revalidating);
    engine.isFresh(new Freshness.Known("2", true));
    engine.has(List.<Object[]>of(new Object[] {2L, "two"}));
    CachedRows stale = revalidating.rows(engine.question(SQL));
    assertThat(stale.outcome().state()).isEqualTo(State.STALE);
    assertThat(rows(stale)).containsExactly(List.of(1L, "one"));
    while (revalidating.explain(engine.question(SQL)).state() != State.HIT) {
      Thread.sleep(5);
    }
    assertThat(rows(revalidating.rows(engine.question(SQL)))).containsExactly(List.of(2L, "two"));
    engine.isFresh(new Freshness.Known("3", true));
    clock.forward(31);
    assertThat(ask(revalidating)).isEqualTo(State.MISS);
  }

  @Test
  void manyWhoAskTheSameAtOnceShareOneAnswer() throws Exception {
    engine.takes(Duration.ofMillis(200));
    List<State> states = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<State>> all = new ArrayList<>();
      for (int caller = 0; caller < 50; caller++) {
        all.add(threads.submit(() -> ask(cache)));
      }
      for (Future<State> one : all) {
        states.add(one.get());
      }
    }
    assertThat(engine.runs()).isEqualTo(1);
    assertThat(states).containsOnlyOnce(State.MISS).contains(State.JOINED);
  }

  @Test
  void whoReadsSlowlyHoldsNobodyUp() {
    CachedRows slow = cache.rows(engine.question(SQL, Parameters.NONE, true));
    assertThat(ask(cache)).isEqualTo(State.MISS);
    assertThat(rows(slow)).hasSize(1);
  }

  @Test
  void aFaultOfTheStatementIsTheSameAgain() {
    engine.fails(Optional.of(ErrorCode.COLUMN_NOT_FOUND));
    for (int round = 0; round < 3; round++) {
      assertThatThrownBy(() -> cache.rows(engine.question(SQL)))
          .isInstanceOf(AlidadeException.class)
          .hasMessage("It fails as it was told");
    }
    assertThat(engine.runs()).isEqualTo(1);
    engine.fails(Optional.empty());
    engine.isFresh(new Freshness.Known("2", true));
    assertThat(ask(cache)).isEqualTo(State.MISS);
  }

  @Test
  void aFaultOfTheSourceIsTriedAgain() {
    engine.fails(Optional.of(ErrorCode.SOURCE_UNAVAILABLE));
    assertThatThrownBy(() -> cache.rows(engine.question(SQL))).isInstanceOf(AlidadeException.class);
    engine.fails(Optional.empty());
    assertThat(ask(cache)).isEqualTo(State.MISS);
  }

  @Test
  void whatIsTooLargeOrNotReadToItsEndIsNotKept() {
    ResultCache small = new ResultCache(new CacheSettings(100_000, 1_000, Map.of()), clock);
    List<Object[]> many = new ArrayList<>();
    for (long number = 0; number < 100; number++) {
      many.add(new Object[] {number, "a name of some length"});
    }
    engine.has(many);
    assertThat(ask(small)).isEqualTo(State.MISS);
    assertThat(ask(small)).isEqualTo(State.MISS);
    CachedRows left = cache.rows(engine.question(SQL));
    left.rows().next();
    left.rows().close();
    assertThat(ask(cache)).isEqualTo(State.MISS);
    assertThat(ask(cache)).isEqualTo(State.HIT);
    assertThat(rows(cache.rows(engine.question(SQL)))).hasSize(100);
  }

  @Test
  void whatIsReadWhileItIsClearedIsNotKept() {
    CachedRows reading = cache.rows(engine.question(SQL));
    cache.clear(ToldEngine.SOURCE);
    assertThat(rows(reading)).hasSize(1);
    assertThat(ask(cache)).isEqualTo(State.MISS);
  }

  @Test
  void aSourceThatTakesLongToTellIsAskedForDearStatementsOnly() {
    engine.takesToTell(Duration.ofMillis(5));
    assertThat(ask(cache)).isEqualTo(State.BYPASS);
    assertThat(ask(cache)).isEqualTo(State.MISS);
    for (int round = 0; round < 3; round++) {
      // It is known by now how long the source takes to tell.
      assertThat(outcome(engine.question(SQL + " LIMIT 1"))).isEqualTo(State.BYPASS);
    }
    engine.takes(Duration.ofMillis(200));
    String dear = SQL + " ORDER BY name";
    assertThat(outcome(engine.question(dear))).isEqualTo(State.BYPASS);
    assertThat(outcome(engine.question(dear))).isEqualTo(State.MISS);
    assertThat(outcome(engine.question(dear))).isEqualTo(State.HIT);
  }

  @Test
  void nothingIsKeptWhereNothingShallBe() {
    ResultCache off = with(SourceRule.OFF);
    assertThat(ask(off)).isEqualTo(State.BYPASS);
    assertThat(ask(off)).isEqualTo(State.BYPASS);
    assertThat(ask(ResultCache.none())).isEqualTo(State.BYPASS);
    assertThat(off.statistics()).isEmpty();
  }

  @Test
  void itCountsAndForgets() {
    ask(cache);
    ask(cache);
    SourceStatistics numbers = cache.statistics().getFirst();
    assertThat(numbers.of(State.MISS)).isEqualTo(1);
    assertThat(numbers.of(State.HIT)).isEqualTo(1);
    assertThat(numbers.results()).isEqualTo(1);
    assertThat(numbers.bytes()).isPositive();
    assertThat(cache.clear(ToldEngine.SOURCE, "other")).isZero();
    assertThat(cache.clear(ToldEngine.SOURCE)).isEqualTo(1);
    assertThat(ask(cache)).isEqualTo(State.MISS);
  }

  @Test
  void itTakesNoMoreThanItMay() {
    ResultCache small = new ResultCache(new CacheSettings(20_000, 10_000, Map.of()), clock);
    for (int number = 0; number < 500; number++) {
      outcome(small, engine.question(SQL + " WHERE number = " + number));
    }
    assertThat(small.statistics().getFirst().bytes()).isLessThanOrEqualTo(20_000);
  }

  private ResultCache with(SourceRule rule) {
    return new ResultCache(
        new CacheSettings(1_000_000, 100_000, Map.of(ToldEngine.SOURCE, rule)), clock);
  }

  private static SourceRule rule(int maxAge, int revalidate) {
    return new SourceRule(
        false,
        Optional.of(Duration.ofSeconds(maxAge)),
        Optional.of(Duration.ofSeconds(revalidate)));
  }

  private State ask(ResultCache asked) {
    return outcome(asked, engine.question(SQL));
  }

  private State outcome(CacheQuestion question) {
    return outcome(cache, question);
  }

  private static State outcome(ResultCache asked, CacheQuestion question) {
    CachedRows rows = asked.rows(question);
    rows(rows);
    return rows.outcome().state();
  }

  private static List<List<Object>> rows(CachedRows cached) {
    List<List<Object>> rows = new ArrayList<>();
    try (var stream = cached.rows()) {
      for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
        for (int row = 0; row < next.get().rows(); row++) {
          rows.add(List.of(next.get().value(0, row), next.get().value(1, row)));
        }
      }
    }
    return rows;
  }
}
