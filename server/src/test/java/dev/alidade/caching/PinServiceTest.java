package dev.alidade.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.alidade.base.Caller;
import dev.alidade.cache.CacheOutcome.State;
import dev.alidade.cache.CacheSettings;
import dev.alidade.cache.Pin;
import dev.alidade.cache.PinSettings;
import dev.alidade.cache.ResultCache;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.policy.RowFilter;
import dev.alidade.policy.TablePolicy;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.Rows;
import dev.alidade.query.SmallShop;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pins on a real database, read as callers who see some of its rows. */
@Timeout(60)
class PinServiceTest {
  private static final String COUNT = "SELECT count(*) FROM orders";
  private static final Caller WENDY = caller("wendy", "Bob");
  private static final Caller WALT = caller("walt", "Bob");
  private static final Caller ADA = caller("ada", "Ada, \"the first\"");

  @TempDir private Path folder;
  private final AtomicReference<AccessRules> rules =
      new AtomicReference<>(rules("customer = {caller.customer}"));
  private final Map<String, Caller> callers = new ConcurrentHashMap<>(Map.of("wendy", WENDY));
  private final ResultCache cache =
      new ResultCache(
          new CacheSettings(
              20_000, 10_000, Map.of(), new PinSettings(10_000, List.of()), Optional.empty()),
          Clock.systemUTC());
  private SmallShop shop;

  @BeforeEach
  void open() {
    shop = SmallShop.in(folder, new Governor(rules::get), cache);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whoSeesTheSameRowsIsGivenWhatIsPinnedAndNobodyElse() {
    try (PinService pins = pinning(pin("orders", COUNT))) {
      CacheStatsOutput.OfPin pin = kept(pins);
      assertThat(pin.rows()).isEqualTo(1);
      assertThat(pin.bytes()).isPositive();
      assertThat(pin.readAt()).isPresent();
      assertThat(pin.why()).isEmpty();
      assertThat(pin.lastFailure()).isEmpty();
      press();
      assertThat(ask(WALT, COUNT)).isEqualTo(State.HIT);
      assertThat(ask(ADA, COUNT)).isEqualTo(State.MISS);
      assertThat(ask(Caller.LOCAL, COUNT)).isEqualTo(State.MISS);
      assertThat(count(ADA)).isEqualTo(834);
      assertThat(count(WALT)).isEqualTo(833);
    }
  }

  @Test
  void itIsReadAsItsCallerAndRecorded() {
    try (PinService pins = pinning(pin("orders", COUNT))) {
      kept(pins);
      assertThat(shop.history())
          .singleElement()
          .satisfies(
              run -> {
                assertThat(run.caller()).isEqualTo("wendy");
                assertThat(run.submittedSql()).isEqualTo(COUNT);
                assertThat(run.rows()).isEqualTo(1);
              });
    }
  }

  @Test
  void changedDataAreReadAnewBeforeSomebodyAsks() throws SQLException {
    try (PinService pins = pinning(pin("orders", COUNT))) {
      kept(pins);
      change("DELETE FROM orders WHERE id > 7");
      await()
          .untilAsserted(
              () ->
                  assertThat(shop.queries().explainCache(request(WALT, COUNT)).state())
                      .isEqualTo(State.HIT));
      assertThat(count(WALT)).isEqualTo(2);
      assertThat(ask(WALT, COUNT)).isEqualTo(State.HIT);
    }
  }

  @Test
  void otherRulesMakeAnotherResult() {
    try (PinService pins = pinning(pin("orders", COUNT))) {
      kept(pins);
      rules.set(rules("id <= 7"));
      assertThat(count(WENDY)).isEqualTo(7);
      await()
          .untilAsserted(
              () ->
                  assertThat(shop.queries().explainCache(request(WENDY, COUNT)).why())
                      .contains("pinned as `orders`"));
      press();
      assertThat(ask(WENDY, COUNT)).isEqualTo(State.HIT);
      assertThat(count(WENDY)).isEqualTo(7);
    }
  }

  @Test
  void whatFailsIsToldAndTriedAgain() throws SQLException {
    try (PinService pins =
        pinning(pin("later", "SELECT count(*) FROM later"), pin("orders", COUNT))) {
      await().until(() -> pins.all().getFirst().lastFailure().isPresent());
      CacheStatsOutput.OfPin failing = pins.all().getFirst();
      assertThat(failing.kept()).isFalse();
      assertThat(failing.lastFailure().orElseThrow().code()).startsWith("TABLE_");
      assertThat(failing.why()).contains(failing.lastFailure().orElseThrow().message());
      await().until(() -> pins.all().getLast().kept());
      change("CREATE TABLE later (customer TEXT)");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> pins.all().getFirst().kept() && pins.all().getFirst().why().isEmpty());
      assertThat(pins.all().getFirst().lastFailure()).isPresent();
    }
  }

  @Test
  void whoIsGoneReadsNothing() {
    try (PinService pins = pinning(pin("orders", COUNT))) {
      kept(pins);
      callers.clear();
      await().until(() -> !pins.all().getFirst().kept());
      assertThat(pins.all().getFirst().lastFailure().orElseThrow().code())
          .isEqualTo("CALLER_NOT_FOUND");
      assertThat(pins.all().getFirst().why().orElseThrow()).contains("`wendy`");
    }
  }

  @Test
  void whatCannotBeKeptOrDoesNotFitIsSaid() {
    try (PinService pins =
        pinning(
            pin("chance", "SELECT random() FROM orders"),
            pin("all", "SELECT id, customer, placed FROM orders"))) {
      await().until(() -> pins.all().stream().allMatch(pin -> pin.lookedAt().isPresent()));
      await().until(() -> pins.all().getFirst().why().orElse("").contains("`random(`"));
      await().until(() -> pins.all().getLast().why().orElse("").contains("pins-mb"));
      assertThat(pins.all()).noneMatch(CacheStatsOutput.OfPin::kept);
      assertThat(shop.history()).noneMatch(run -> run.submittedSql().contains("random"));
    }
  }

  @Test
  void nothingIsReadAfterItIsClosed() throws InterruptedException, SQLException {
    PinService pins = pinning(pin("orders", COUNT));
    kept(pins);
    pins.close();
    int runs = shop.history().size();
    change("DELETE FROM orders WHERE id = 1");
    Thread.sleep(1_500);
    assertThat(shop.history()).hasSize(runs);
  }

  private PinService pinning(Pin... pins) {
    PinService service =
        new PinService(
            List.of(pins),
            shop.queries(),
            cache,
            name -> Optional.ofNullable(callers.get(name)),
            Clock.systemUTC());
    service.begin();
    return service;
  }

  private static CacheStatsOutput.OfPin kept(PinService pins) {
    await().until(() -> pins.all().getFirst().kept() && pins.all().getFirst().why().isEmpty());
    return pins.all().getFirst();
  }

  /** Asks so much else that nothing but what is pinned stays. */
  private void press() {
    for (int round = 0; round < 3; round++) {
      for (int number = 0; number < 200; number++) {
        ask(Caller.LOCAL, "SELECT id FROM orders WHERE id = " + number);
      }
    }
  }

  private long count(Caller caller) {
    Rows rows = Rows.collect(shop.queries().run(request(caller, COUNT)));
    return ((Number) rows.rows().getFirst().getFirst()).longValue();
  }

  private State ask(Caller caller, String sql) {
    try (GovernedResult result = shop.queries().run(request(caller, sql))) {
      Rows.collect(result);
      return result.outcome().state();
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.sqlite"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static QueryRequest request(Caller caller, String sql) {
    return QueryRequest.of(caller, "shop", sql);
  }

  private static Pin pin(String name, String sql) {
    return new Pin(name, "shop", sql, "wendy", Duration.ofSeconds(1));
  }

  private static Caller caller(String name, String customer) {
    return new Caller(name, Set.of("analyst"), Map.of("customer", customer));
  }

  private static AccessRules rules(String filter) {
    return new AccessRules(
        List.of(
            new Role(
                "analyst",
                Set.of(Right.READ),
                Optional.empty(),
                Optional.of(Set.of("shop")),
                Optional.empty(),
                Map.of(),
                Denials.NONE)),
        List.of(
            new TablePolicy(
                "own", "shop", "orders", Set.of(), Optional.of(new RowFilter(filter)), Map.of())),
        "");
  }
}
