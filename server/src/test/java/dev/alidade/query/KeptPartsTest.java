package dev.alidade.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Caller;
import dev.alidade.cache.CacheOutcome;
import dev.alidade.cache.CacheOutcome.State;
import dev.alidade.cache.CacheSettings;
import dev.alidade.cache.ResultCache;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Mask;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.policy.RowFilter;
import dev.alidade.policy.TablePolicy;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kept results that hold the rows of a statement that asks for less. */
@Timeout(60)
class KeptPartsTest {
  private static final Caller BOB = new Caller("bob", Set.of("analyst"), Map.of("customer", "Bob"));
  private static final Caller ADA =
      new Caller("ada", Set.of("analyst"), Map.of("customer", "Ada, \"the first\""));
  private static final String ORDERS = "SELECT id, customer, total FROM orders ORDER BY id";

  @TempDir private Path folder;
  private ResultCache cache;
  private SmallShop shop;

  @BeforeEach
  void open() throws InterruptedException {
    cache = new ResultCache(CacheSettings.USUAL, Clock.systemUTC(), Duration.ZERO);
    shop = SmallShop.in(folder, new Governor(() -> rules()), cache);
    settle();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void fewerRowsAreTakenFromMore() {
    ask(Caller.LOCAL, ORDERS + " LIMIT 100");
    CacheOutcome told = explain(ORDERS + " LIMIT 10");
    assertThat(told.state()).isEqualTo(State.DERIVED);
    assertThat(told.why())
        .startsWith("The first 10 rows of the kept result of the same statement with LIMIT 100. ");
    assertThat(ask(Caller.LOCAL, ORDERS + " LIMIT 10")).isEqualTo(State.DERIVED);
    assertThat(rows(ORDERS + " LIMIT 10"))
        .hasSize(10)
        .first()
        .extracting(List::getFirst)
        .isEqualTo(1L);
    assertThat(ask(Caller.LOCAL, ORDERS + " LIMIT 101")).isEqualTo(State.MISS);
    assertThat(ask(Caller.LOCAL, ORDERS)).isEqualTo(State.MISS);
    assertThat(ask(Caller.LOCAL, ORDERS + " LIMIT 2000")).isEqualTo(State.DERIVED);
    assertThat(cache.statistics().getFirst().of(State.DERIVED)).isEqualTo(3);
  }

  @Test
  void whatHasFewerRowsThanItsLimitIsWhole() {
    String few = "SELECT id, total FROM orders WHERE id <= 7";
    ask(Caller.LOCAL, few + " LIMIT 100");
    assertThat(ask(Caller.LOCAL, few + " LIMIT 5000")).isEqualTo(State.DERIVED);
    assertThat(ask(Caller.LOCAL, few)).isEqualTo(State.DERIVED);
    assertThat(rows(few)).hasSize(7);
  }

  @Test
  void otherStatementsAreRun() {
    ask(Caller.LOCAL, ORDERS + " LIMIT 100");
    for (String other :
        List.of(
            ORDERS + " DESC LIMIT 10",
            ORDERS + " LIMIT 10 OFFSET 5",
            "SELECT DISTINCT id, customer, total FROM orders ORDER BY id LIMIT 10",
            "SELECT id, customer, total FROM orders LIMIT 10",
            "SELECT id, customer, total FROM orders WHERE id > 0 ORDER BY id LIMIT 10",
            "SELECT id, customer, total  FROM orders ORDER BY id LIMIT 10")) {
      assertThat(ask(Caller.LOCAL, other)).as(other).isEqualTo(State.MISS);
    }
    String chance = "SELECT id, random() FROM orders ORDER BY id LIMIT ";
    ask(Caller.LOCAL, chance + 100);
    assertThat(ask(Caller.LOCAL, chance + 10)).isEqualTo(State.BYPASS);
  }

  @Test
  void otherDataAreReadAnew() throws Exception {
    ask(Caller.LOCAL, ORDERS + " LIMIT 100");
    change("UPDATE orders SET total = 17 WHERE id = 1");
    settle();
    assertThat(ask(Caller.LOCAL, ORDERS + " LIMIT 10")).isEqualTo(State.MISS);
    assertThat(rows(ORDERS + " LIMIT 10").getFirst().getLast()).hasToString("17");
  }

  @Test
  void whatWasTakenIsOldWhenTheDataAreAndIsTakenAnew() throws Exception {
    ask(Caller.LOCAL, ORDERS + " LIMIT 100");
    assertThat(ask(Caller.LOCAL, ORDERS + " LIMIT 10")).isEqualTo(State.DERIVED);
    change("UPDATE orders SET total = 17 WHERE id = 1");
    settle();
    assertThat(ask(Caller.LOCAL, ORDERS + " LIMIT 100")).isEqualTo(State.MISS);
    assertThat(ask(Caller.LOCAL, ORDERS + " LIMIT 10")).isEqualTo(State.DERIVED);
    assertThat(rows(ORDERS + " LIMIT 10").getFirst().getLast()).hasToString("17");
  }

  @Test
  void nobodyIsGivenRowsOfWhoSeesOthers() {
    ask(Caller.LOCAL, ORDERS + " LIMIT 100");
    assertThat(ask(BOB, ORDERS + " LIMIT 10")).isEqualTo(State.MISS);
    ask(BOB, ORDERS + " LIMIT 100");
    assertThat(ask(ADA, ORDERS + " LIMIT 20")).isEqualTo(State.MISS);
    assertThat(ask(BOB, ORDERS + " LIMIT 20")).isEqualTo(State.DERIVED);
    assertThat(Rows.collect(run(BOB, ORDERS + " LIMIT 20")).rows())
        .allSatisfy(row -> assertThat(row.get(1)).isEqualTo("Bob"))
        .allSatisfy(row -> assertThat(row.get(2)).isNull());
  }

  @Test
  void moreConditionsPickRowsOfWhatTheCallerSees() {
    String all = "SELECT id, customer, total FROM orders";
    ask(BOB, all);
    String few = all + " WHERE id BETWEEN 5 AND 9 ORDER BY id";
    assertThat(ask(BOB, few)).isEqualTo(State.MISS);
    few = all + " WHERE id BETWEEN 5 AND 9";
    assertThat(ask(BOB, few)).isEqualTo(State.DERIVED);
    assertThat(Rows.collect(run(BOB, few)).rows())
        .extracting(List::getFirst)
        .containsExactly(5L, 8L);
    assertThat(ask(ADA, few)).isEqualTo(State.MISS);
    assertThat(ask(BOB, all + " WHERE customer = 'Bob'")).isEqualTo(State.MISS);
    assertThat(ask(BOB, all + " WHERE total = 2")).isEqualTo(State.MISS);
  }

  @Test
  void largerGroupsArePutTogetherFromSmallerOnes() {
    String groups = "SELECT customer, id % 5 AS rest, count(*), sum(id) AS ids FROM orders";
    ask(Caller.LOCAL, groups + " GROUP BY customer, id % 5");
    String perCustomer = "SELECT customer, count(*) FROM orders GROUP BY customer";
    CacheOutcome told = explain(perCustomer);
    assertThat(told.state()).isEqualTo(State.DERIVED);
    assertThat(told.why())
        .startsWith(
            "All rows put together from the kept result of a statement with smaller groups without"
                + " a LIMIT. ");
    assertThat(rows(perCustomer)).extracting(List::getLast).containsOnly(833L, 834L);
    String all = "SELECT count(*), sum(id) AS ids FROM orders";
    assertThat(ask(Caller.LOCAL, all)).isEqualTo(State.DERIVED);
    assertThat(rows(all)).containsExactly(List.of(2_500L, 2_500L * 2_501 / 2));
    assertThat(ask(BOB, all)).isEqualTo(State.MISS);
    ask(BOB, "SELECT customer, id, count(*) FROM orders GROUP BY customer, id");
    assertThat(ask(BOB, perCustomer)).isEqualTo(State.DERIVED);
    assertThat(Rows.collect(run(BOB, perCustomer)).rows()).containsExactly(List.of("Bob", 833L));
  }

  @Test
  void textsThatACollationTakesForTheSameAreLeftToTheEngine() throws Exception {
    change("CREATE TABLE tags (tag TEXT COLLATE NOCASE, n INTEGER)");
    change("INSERT INTO tags VALUES ('a', 1), ('A', 2), ('b', 1), ('b', 2)");
    settle();
    ask(Caller.LOCAL, "SELECT tag, n, count(*) FROM tags GROUP BY tag, n");
    String perTag = "SELECT tag, count(*) FROM tags GROUP BY tag";
    assertThat(ask(Caller.LOCAL, perTag)).isEqualTo(State.MISS);
    assertThat(rows(perTag)).hasSize(2);
    assertThat(ask(Caller.LOCAL, "SELECT n, count(*) FROM tags GROUP BY n"))
        .isEqualTo(State.DERIVED);
  }

  private void settle() throws InterruptedException {
    // The file has to be older than a tick of its file system.
    while (ask(Caller.LOCAL, "SELECT 1") != State.HIT) {
      Thread.sleep(10);
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.sqlite"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private CacheOutcome explain(String sql) {
    return shop.queries().explainCache(QueryRequest.of(Caller.LOCAL, "shop", sql));
  }

  private List<List<Object>> rows(String sql) {
    return Rows.collect(run(Caller.LOCAL, sql)).rows();
  }

  private State ask(Caller caller, String sql) {
    GovernedResult result = run(caller, sql);
    Rows.collect(result);
    return result.outcome().state();
  }

  private GovernedResult run(Caller caller, String sql) {
    return shop.queries().run(QueryRequest.of(caller, "shop", sql));
  }

  /** Who asks sees own orders without their totals; the administrator sees all. */
  private static AccessRules rules() {
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
                "own",
                "shop",
                "orders",
                Set.of(),
                Optional.of(new RowFilter("customer = {caller.customer}")),
                Map.of("total", new Mask.Null()))),
        "");
  }
}
