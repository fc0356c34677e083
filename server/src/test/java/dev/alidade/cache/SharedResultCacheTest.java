package dev.alidade.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.alidade.base.MovableClock;
import dev.alidade.cache.CacheOutcome.State;
import dev.alidade.cache.redis.RedisServer;
import dev.alidade.cache.redis.RedisShelf;
import dev.alidade.cache.shared.QuickSharing;
import dev.alidade.cache.shared.SharedSettings;
import dev.alidade.cache.shared.SharedState;
import dev.alidade.engine.Freshness;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.ResultStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two instances beside one Redis. */
@Timeout(60)
class SharedResultCacheTest {
  private static final String SQL = "SELECT number, name FROM things";

  private static final String SECRET = "a secret that all the instances have";
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Charset LATIN = StandardCharsets.ISO_8859_1;

  private static RedisServer redis;

  private final MovableClock clock = new MovableClock();
  private final ToldEngine engine = new ToldEngine();
  private final ToldEngine other = new ToldEngine();
  private final List<ResultCache> opened = new ArrayList<>();
  private ResultCache here;
  private ResultCache there;

  @BeforeAll
  static void start() {
    redis = RedisServer.own();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @BeforeEach
  void open() {
    redis.ask(commands -> commands.flushall());
    here = open(redis.settings());
    there = open(redis.settings());
    other.has(List.<Object[]>of(new Object[] {2L, "of another database"}));
  }

  @AfterEach
  void close() {
    opened.forEach(ResultCache::close);
  }

  @Test
  void whatOneInstanceReadTheOthersGive() {
    assertThat(ask(here, engine, SQL)).isEqualTo(State.MISS);
    written(here, 1);
    CacheQuestion question = other.question(SQL);
    assertThat(there.explain(question).state()).isEqualTo(State.HIT);
    CachedRows taken = there.rows(question);
    assertThat(taken.outcome().state()).isEqualTo(State.HIT);
    assertThat(taken.outcome().why()).contains("Another instance");
    assertThat(taken.outcome().readAt()).contains(clock.instant());
    assertThat(names(taken)).containsExactly("one");
    assertThat(other.runs()).isZero();
    // Now it lies here too.
    assertThat(there.rows(question).outcome().why()).doesNotContain("Another instance");
    assertThat(state(there).hits()).isEqualTo(2);
  }

  @Test
  void whateverIsOtherIsNotTaken() {
    ask(here, engine, SQL);
    Parameters number = new Parameters.Positional(List.of(1L));
    outcome(here, engine.question(SQL, number, false));
    written(here, 2);
    assertThat(ask(there, other, SQL + " LIMIT 1")).isEqualTo(State.MISS);
    Parameters text = new Parameters.Positional(List.of("1"));
    assertThat(outcome(there, other.question(SQL, text, false))).isEqualTo(State.MISS);
    other.isFresh(new Freshness.Known("2", true));
    assertThat(ask(there, other, SQL)).isEqualTo(State.MISS);
    ToldEngine elsewhere = new ToldEngine();
    elsewhere.is(Optional.of("another database by the same name"));
    assertThat(ask(there, elsewhere, SQL)).isEqualTo(State.MISS);
    assertThat(state(there).hits()).isZero();
  }

  @Test
  void whatOnlyOneMachineCanTellIsNotShared() {
    engine.isFresh(new Freshness.Known("1", false));
    ask(here, engine, SQL);
    engine.isFresh(new Freshness.Unknown("it cannot tell"));
    ask(here, engine, SQL);
    other.is(Optional.empty());
    ask(there, other, SQL);
    assertThat(keys("alidade:")).allMatch(key -> key.contains("mark:"));
    assertThat(state(here).written() + state(there).written()).isZero();
  }

  @Test
  void whatIsClearedAtOneInstanceIsGivenByNone() {
    ask(here, engine, SQL);
    written(here, 1);
    ask(there, other, SQL);
    ResultCache third = open(redis.settings());
    here.clear(ToldEngine.SOURCE);
    // The other instance had it in its own memory.
    await().until(() -> there.statistics().getFirst().results() == 0);
    ToldEngine now = new ToldEngine();
    now.has(List.<Object[]>of(new Object[] {3L, "now"}));
    CachedRows read = there.rows(now.question(SQL));
    assertThat(read.outcome().state()).isEqualTo(State.MISS);
    assertThat(names(read)).containsExactly("now");
    written(there, 1);
    assertThat(names(third.rows(new ToldEngine().question(SQL)))).containsExactly("now");
  }

  @Test
  void whatIsClearedWhileRedisIsAwayIsToldLater() {
    ask(here, engine, SQL);
    written(here, 1);
    ask(there, other, SQL);
    redis.kill();
    try {
      await().until(() -> !state(here).answers());
      here.clear(ToldEngine.SOURCE);
      assertThat(state(here).uncleared()).containsExactly(ToldEngine.SOURCE);
    } finally {
      redis.start();
    }
    await().until(() -> state(here).uncleared().isEmpty() && state(there).answers());
    await().until(() -> there.statistics().getFirst().results() == 0);
  }

  @Test
  void whatIsReadWhileItIsClearedElsewhereIsNotShared() {
    ask(here, engine, SQL + " LIMIT 2");
    CachedRows reading = here.rows(engine.question(SQL));
    there.clear(ToldEngine.SOURCE);
    assertThat(names(reading)).hasSize(1);
    written(here, 2);
    assertThat(ask(there, other, SQL)).isEqualTo(State.MISS);
  }

  @Test
  void aRedisThatGoesAndComesFailsNobody() {
    ask(here, engine, SQL);
    redis.kill();
    try {
      for (int number = 0; number < 20; number++) {
        assertThat(ask(here, engine, SQL + " LIMIT " + number)).isEqualTo(State.MISS);
      }
      assertThat(ask(here, engine, SQL)).isEqualTo(State.HIT);
      await().until(() -> !state(here).answers());
      assertThat(state(here).why()).contains("127.0.0.1:" + redis.port());
    } finally {
      redis.start();
    }
    await().until(() -> state(here).answers() && state(there).answers());
    String again = SQL + " LIMIT 100";
    await().until(() -> ask(here, engine, again) == State.HIT);
    await().until(() -> state(here).written() > 0);
    await().until(() -> ask(there, other, again) == State.HIT);
  }

  @Test
  void aRedisThatSaysNothingHoldsQueriesUpForAShortWhile() {
    Duration patience = Duration.ofMillis(50);
    ResultCache hurried = open(redis.settings(Optional.empty(), SECRET, patience));
    ask(hurried, engine, SQL);
    redis.freeze();
    try {
      long began = System.nanoTime();
      for (int number = 0; number < 100; number++) {
        assertThat(ask(hurried, engine, SQL + " LIMIT " + number)).isEqualTo(State.MISS);
      }
      // Three wait, and then nobody asks it; a machine that is busy may take its time beside that.
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .isLessThan(patience.multipliedBy(100).dividedBy(2));
      assertThat(state(hurried).answers()).isFalse();
    } finally {
      redis.thaw();
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> state(hurried).answers());
  }

  @Test
  void aWrongPasswordIsSaidAndFailsNobody() {
    try (RedisServer guarded = RedisServer.own("--requirepass", "right horse")) {
      ResultCache locked = cache(guarded.settings(Optional.of("wrong"), SECRET, PATIENCE));
      assertThat(ask(locked, engine, SQL)).isEqualTo(State.MISS);
      await().until(() -> state(locked).why().contains("WRONGPASS"));
      assertThat(state(locked).answers()).isFalse();
      assertThat(ask(locked, engine, SQL)).isEqualTo(State.HIT);
      ResultCache let = open(guarded.settings(Optional.of("right horse"), SECRET, PATIENCE));
      assertThat(ask(let, engine, SQL)).isEqualTo(State.MISS);
      written(let, 1);
    }
  }

  @Test
  void whatWasTamperedWithIsNotTaken() {
    List<byte[]> values = new ArrayList<>();
    ask(here, engine, SQL);
    ask(here, engine, SQL + " LIMIT 1");
    written(here, 2);
    List<String> names = keys("alidade:").stream().filter(key -> !key.contains("mark:")).toList();
    for (String name : names) {
      values.add(redis.ask(commands -> commands.get(bytes(name))));
    }
    assertThat(values).noneMatch(value -> new String(value, LATIN).contains("one"));
    assertThat(names).hasSize(2).noneMatch(name -> name.contains("things"));
    byte[] first = values.getFirst();
    List<byte[]> wrong = new ArrayList<>();
    for (int at = 0; at < first.length; at += 7) {
      byte[] changed = first.clone();
      changed[at] ^= 16;
      wrong.add(changed);
    }
    wrong.add(new byte[] {1});
    wrong.add(Arrays.copyOf(first, first.length - 1));
    wrong.add(new byte[3_000_000]);
    // The one's rows under the name of the other, for both names.
    redis.ask(commands -> commands.set(bytes(names.get(0)), values.get(1)));
    redis.ask(commands -> commands.set(bytes(names.get(1)), values.get(0)));
    assertThat(ask(there, other, SQL)).isEqualTo(State.MISS);
    assertThat(ask(there, other, SQL + " LIMIT 1")).isEqualTo(State.MISS);
    assertThat(state(there).refused()).isEqualTo(2);
    written(there, 2);
    for (byte[] value : wrong) {
      for (String name : names) {
        redis.ask(commands -> commands.set(bytes(name), value));
      }
      there.forget(ToldEngine.SOURCE);
      there.explain(other.question(SQL));
      assertThat(there.explain(other.question(SQL)).state()).isEqualTo(State.MISS);
    }
    assertThat(state(there).refused()).isEqualTo(2 + 2L * wrong.size());
    assertThat(state(there).hits()).isZero();
  }

  @Test
  void aValueOfAnotherKindCostsAMiss() {
    ask(here, engine, SQL);
    written(here, 1);
    String name =
        keys("alidade:").stream()
            .filter(Predicate.not(it -> it.contains("mark:")))
            .findFirst()
            .get();
    redis.ask(commands -> commands.del(bytes(name)));
    redis.ask(commands -> commands.lpush(bytes(name), bytes("x")));
    assertThat(ask(there, other, SQL)).isEqualTo(State.MISS);
    assertThat(state(there).failures()).isEqualTo(1);
  }

  @Test
  void whoHasAnotherSecretSharesNothing() {
    ask(here, engine, SQL);
    written(here, 1);
    ResultCache stranger =
        open(redis.settings(Optional.empty(), "a secret that nobody else has at all", PATIENCE));
    assertThat(ask(stranger, other, SQL)).isEqualTo(State.MISS);
    assertThat(state(stranger).refused()).isZero();
  }

  @Test
  void nothingIsGivenForLongerThanAnHour() {
    ask(here, engine, SQL);
    written(here, 1);
    String name =
        keys("alidade:").stream().filter(key -> !key.contains("mark:")).findFirst().orElseThrow();
    long lifetime = redis.ask(commands -> commands.pttl(bytes(name)));
    assertThat(lifetime).isBetween(1L, Duration.ofHours(1).toMillis());
    clock.forward(3_601);
    assertThat(ask(there, other, SQL)).isEqualTo(State.MISS);
  }

  @Test
  void serversAreAskedForStatementsThatAreNewHere() {
    engine.takesToTell(Duration.ofMillis(10));
    other.takesToTell(Duration.ofMillis(10));
    engine.takes(Duration.ofMillis(100));
    assertThat(ask(here, engine, SQL)).isEqualTo(State.MISS);
    written(here, 1);
    assertThat(ask(there, other, SQL)).isEqualTo(State.HIT);
    assertThat(other.runs()).isZero();
    // What is read faster than it is looked for stays where it is.
    engine.takes(Duration.ZERO);
    ask(here, engine, SQL + " LIMIT 1");
    for (int number = 0; number < 100; number++) {
      ask(here, engine, SQL + " WHERE number = " + number);
    }
    // A busy machine may be slow once in a while.
    assertThat(state(here).written()).isLessThan(5);
    assertThat(state(here).misses()).isBetween(50L, 80L);
  }

  private ResultCache cache(SharedSettings settings) {
    ResultCache cache =
        new ResultCache(
            CacheSettings.USUAL,
            clock,
            Optional.of(QuickSharing.on(new RedisShelf(settings), settings)));
    opened.add(cache);
    return cache;
  }

  private ResultCache open(SharedSettings settings) {
    ResultCache cache = cache(settings);
    cache.begin();
    await().until(() -> state(cache).answers());
    return cache;
  }

  private static void written(ResultCache cache, long results) {
    await().until(() -> state(cache).written() == results);
  }

  private static SharedState state(ResultCache cache) {
    return cache.shared().orElseThrow();
  }

  private static List<String> keys(String prefix) {
    List<byte[]> found = redis.ask(commands -> commands.keys(bytes(prefix + "*")));
    return found.stream().map(name -> new String(name, StandardCharsets.UTF_8)).sorted().toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static State ask(ResultCache cache, ToldEngine engine, String sql) {
    return outcome(cache, engine.question(sql));
  }

  private static State outcome(ResultCache cache, CacheQuestion question) {
    CachedRows rows = cache.rows(question);
    names(rows);
    return rows.outcome().state();
  }

  private static List<Object> names(CachedRows cached) {
    List<Object> names = new ArrayList<>();
    try (ResultStream stream = cached.rows()) {
      for (var next = stream.next(); next.isPresent(); next = stream.next()) {
        for (int row = 0; row < next.get().rows(); row++) {
          names.add(next.get().value(1, row));
        }
      }
    }
    return names;
  }
}
