package dev.alidade.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.MovableClock;
import dev.alidade.cache.CacheOutcome.State;
import dev.alidade.engine.Batch;
import dev.alidade.engine.Freshness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PinnedResultTest {
  private static final String SQL = "SELECT number, name FROM things";
  private static final String OTHER = "SELECT name, number FROM things";

  private final MovableClock clock = new MovableClock();
  private final ToldEngine engine = new ToldEngine();

  @Test
  void whatIsPinnedStaysWhereAllElseGoes() {
    ResultCache cache = cache(1_000_000);
    cache.pin("things", engine.question(SQL));
    ask(cache, OTHER);
    ask(cache, SQL);
    press(cache);
    assertThat(ask(cache, OTHER)).isEqualTo(State.MISS);
    assertThat(ask(cache, SQL)).isEqualTo(State.HIT);
    assertThat(cache.pinned("things"))
        .isInstanceOfSatisfying(
            PinState.Stays.class,
            stays -> {
              assertThat(stays.rows()).isEqualTo(1);
              assertThat(stays.bytes()).isPositive();
              assertThat(stays.readAt()).isEqualTo(clock.instant());
            });
  }

  @Test
  void whatWasKeptAlreadyIsNotReadAgain() {
    ResultCache cache = cache(1_000_000);
    ask(cache, SQL);
    assertThat(cache.pin("things", engine.question(SQL)).state()).isEqualTo(State.HIT);
    press(cache);
    assertThat(ask(cache, SQL)).isEqualTo(State.HIT);
  }

  @Test
  void itIsNotGivenOnceTheDataAreOthers() {
    ResultCache cache = cache(1_000_000);
    cache.pin("things", engine.question(SQL));
    ask(cache, SQL);
    engine.isFresh(new Freshness.Known("2", true));
    engine.has(List.<Object[]>of(new Object[] {2L, "two"}));
    assertThat(cache.pin("things", engine.question(SQL)).state()).isEqualTo(State.MISS);
    CachedRows changed = cache.rows(engine.question(SQL));
    assertThat(changed.outcome().state()).isEqualTo(State.MISS);
    assertThat(read(changed)).isEqualTo(1);
    press(cache);
    assertThat(ask(cache, SQL)).isEqualTo(State.HIT);
    engine.isFresh(new Freshness.Unknown("it cannot tell"));
    assertThat(ask(cache, SQL)).isEqualTo(State.BYPASS);
  }

  @Test
  void itIsReadAnewAfterAnHourWhateverTheSourceSays() {
    ResultCache cache = cache(1_000_000);
    cache.pin("things", engine.question(SQL));
    ask(cache, SQL);
    clock.forward(3_601);
    assertThat(cache.pinned("things")).isEqualTo(new PinState.Away());
    assertThat(ask(cache, SQL)).isEqualTo(State.MISS);
    assertThat(cache.pinned("things")).isInstanceOf(PinState.Stays.class);
  }

  @Test
  void aServerIsAskedForItsWordThoughNobodyKnowsWhetherItPays() {
    ResultCache cache = cache(1_000_000);
    engine.takesToTell(Duration.ofMillis(5));
    assertThat(cache.explain(engine.question(SQL)).state()).isEqualTo(State.BYPASS);
    assertThat(cache.pin("things", engine.question(SQL)).state()).isEqualTo(State.MISS);
    assertThat(ask(cache, SQL)).isEqualTo(State.MISS);
    assertThat(ask(cache, SQL)).isEqualTo(State.HIT);
    assertThat(ask(cache, OTHER)).isEqualTo(State.BYPASS);
  }

  @Test
  void whatDoesNotFitIsNotPinned() {
    ResultCache cache = cache(4_000);
    engine.has(rows(10));
    cache.pin("first", engine.question(SQL));
    ask(cache, SQL);
    assertThat(cache.pinned("first")).isInstanceOf(PinState.Stays.class);
    cache.pin("second", engine.question(OTHER));
    ask(cache, OTHER);
    assertThat(cache.pinned("second")).isEqualTo(new PinState.TooLarge());
    assertThat(ask(cache, OTHER)).as("it is kept like all else").isEqualTo(State.HIT);
    cache.unpin("first");
    cache.pin("second", engine.question(OTHER));
    assertThat(cache.pinned("second")).isInstanceOf(PinState.Stays.class);
    engine.isFresh(new Freshness.Known("2", true));
    engine.has(rows(1_000));
    ask(cache, OTHER);
    assertThat(cache.pinned("second")).isEqualTo(new PinState.TooLarge());
    engine.isFresh(new Freshness.Known("3", true));
    engine.has(rows(10));
    ask(cache, OTHER);
    assertThat(cache.pinned("second")).isInstanceOf(PinState.Stays.class);
  }

  @Test
  void aLargerResultMayBePinnedThanIsKeptElse() {
    ResultCache cache = cache(1_000_000);
    engine.has(rows(1_000));
    ask(cache, SQL);
    assertThat(ask(cache, SQL)).isEqualTo(State.MISS);
    cache.pin("things", engine.question(SQL));
    ask(cache, SQL);
    assertThat(ask(cache, SQL)).isEqualTo(State.HIT);
  }

  @Test
  void anotherStatementTakesThePlaceOfItsName() {
    ResultCache cache = cache(1_000_000);
    cache.pin("things", engine.question(SQL));
    ask(cache, SQL);
    cache.pin("things", engine.question(OTHER));
    assertThat(cache.pinned("things")).isEqualTo(new PinState.Away());
    assertThat(ask(cache, SQL)).isEqualTo(State.MISS);
    press(cache);
    assertThat(ask(cache, SQL)).as("it is kept like all else").isEqualTo(State.MISS);
  }

  @Test
  void itIsClearedLikeAllElse() {
    ResultCache cache = cache(1_000_000);
    cache.pin("things", engine.question(SQL));
    ask(cache, SQL);
    assertThat(cache.statistics().getFirst().results()).isEqualTo(1);
    assertThat(cache.clear(ToldEngine.SOURCE)).isEqualTo(1);
    assertThat(cache.pinned("things")).isEqualTo(new PinState.Away());
    assertThat(cache.pin("things", engine.question(SQL)).state()).isEqualTo(State.MISS);
  }

  @Test
  void aFailureIsNotPinnedInPlaceOfRows() {
    ResultCache cache = cache(1_000_000);
    cache.pin("things", engine.question(SQL));
    ask(cache, SQL);
    engine.isFresh(new Freshness.Known("2", true));
    engine.fails(Optional.of(ErrorCode.COLUMN_NOT_FOUND));
    for (int round = 0; round < 2; round++) {
      assertThatThrownBy(() -> ask(cache, SQL)).isInstanceOf(AlidadeException.class);
    }
    assertThat(engine.runs()).isEqualTo(2);
    assertThat(cache.pinned("things")).isEqualTo(new PinState.Away());
  }

  @Test
  void itIsSaidThatAStatementIsPinned() {
    ResultCache cache = cache(1_000_000);
    cache.pin("things", engine.question(SQL));
    assertThat(cache.explain(engine.question(SQL)).why()).endsWith(". It is pinned as `things`");
    assertThat(cache.explain(engine.question(OTHER)).why()).doesNotContain("pinned");
  }

  private ResultCache cache(long pinned) {
    PinSettings pins = new PinSettings(pinned, List.of());
    return new ResultCache(
        new CacheSettings(20_000, 10_000, Map.of(), pins, Optional.empty()), clock);
  }

  /** Asks so much else, again and again, that nothing old stays. */
  private void press(ResultCache cache) {
    for (int round = 0; round < 3; round++) {
      for (int number = 0; number < 200; number++) {
        ask(cache, SQL + " WHERE number = " + number);
      }
    }
  }

  private State ask(ResultCache cache, String sql) {
    CachedRows rows = cache.rows(engine.question(sql));
    assertThat(read(rows)).isPositive();
    return rows.outcome().state();
  }

  private static List<Object[]> rows(int count) {
    List<Object[]> rows = new ArrayList<>();
    for (long number = 0; number < count; number++) {
      rows.add(new Object[] {number, "a name of some length"});
    }
    return rows;
  }

  private static int read(CachedRows cached) {
    int rows = 0;
    try (var stream = cached.rows()) {
      for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
        rows += next.get().rows();
      }
    }
    return rows;
  }
}
