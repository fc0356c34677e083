package dev.alidade.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.PageSize;
import dev.alidade.cache.CacheOutcome.State;
import dev.alidade.cache.CacheSettings;
import dev.alidade.cache.ResultCache;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.policy.RowFilter;
import dev.alidade.policy.TablePolicy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are kept go to nobody who may not see them. */
@Timeout(60)
class KeptRowsTest {
  private static final String COUNT = "SELECT count(*) FROM orders";
  private static final Caller WENDY = caller("wendy", "Bob");
  private static final Caller WALT = caller("walt", "Bob");
  private static final Caller ADA = caller("ada", "Ada, \"the first\"");
  private static final AccessRules OWN_ORDERS =
      rules(Optional.empty(), "customer = {caller.customer}");
  private static final AccessRules NO_ORDERS = rules(Optional.of(Set.of("others")), "1 = 1");

  @TempDir private Path folder;
  private final AtomicReference<AccessRules> rules = new AtomicReference<>(OWN_ORDERS);
  private SmallShop shop;

  @BeforeEach
  void open() throws InterruptedException {
    ResultCache cache = new ResultCache(CacheSettings.USUAL, Clock.systemUTC());
    shop = SmallShop.in(folder, new Governor(rules::get), cache);
    // The file has to be older than a tick of its file system.
    while (ask(Caller.LOCAL, "SELECT 1") != State.HIT) {
      Thread.sleep(10);
    }
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whoSeesOtherRowsIsGivenOthers() {
    assertThat(ask(WENDY, COUNT)).isEqualTo(State.MISS);
    assertThat(ask(ADA, COUNT)).isEqualTo(State.MISS);
    assertThat(ask(Caller.LOCAL, COUNT)).isEqualTo(State.MISS);
    assertThat(count(WENDY)).isNotEqualTo(count(ADA)).isNotEqualTo(count(Caller.LOCAL));
    assertThat(ask(WENDY, COUNT)).isEqualTo(State.HIT);
    assertThat(count(Caller.LOCAL)).isEqualTo(2_500);
  }

  @Test
  void whoSeesTheSameRowsSharesThem() {
    assertThat(ask(WENDY, COUNT)).isEqualTo(State.MISS);
    assertThat(ask(WALT, COUNT)).isEqualTo(State.HIT);
  }

  @Test
  void whatIsForbiddenNowIsForbiddenWhateverIsKept() {
    ask(WENDY, COUNT);
    rules.set(NO_ORDERS);
    assertThatThrownBy(() -> ask(WENDY, COUNT))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TABLE_DENIED));
    rules.set(rules(Optional.empty(), "id <= 7"));
    assertThat(count(WENDY)).isEqualTo(7);
  }

  @Test
  void whatIsKeptIsRecordedLikeAllElse() {
    ask(WENDY, COUNT);
    ask(WENDY, COUNT);
    assertThat(shop.history().getLast().outcome()).isEqualTo("ok");
    assertThat(shop.history().getLast().rows()).isEqualTo(1);
    assertThat(shop.history().getLast().caller()).isEqualTo("wendy");
  }

  @Test
  void aFailureThatIsKeptTellsNothingThatPoliciesHide() {
    String sql = "SELECT abs(-9223372036854775808 - id % 1) FROM orders";
    for (int round = 0; round < 2; round++) {
      assertThatThrownBy(() -> ask(WENDY, sql))
          .isInstanceOfSatisfying(
              AlidadeException.class,
              failure -> assertThat(failure).hasMessageContaining("details are left out"));
    }
  }

  @Test
  void aKeptResultHasPagesToo() {
    String sql = "SELECT id FROM orders ORDER BY id";
    ask(Caller.LOCAL, sql);
    try (KeptResults kept = new KeptResults(folder.resolve("results"), Clock.systemUTC())) {
      PageSize size = PageSize.ofRows(1_000, Rows.LARGEST);
      QueryRequest request = QueryRequest.of(Caller.LOCAL, "shop", sql);
      Page first =
          kept.first(
              shop.queries(),
              request.limitedTo(new QueryLimits(Duration.ofSeconds(30), Long.MAX_VALUE)),
              sql,
              size);
      assertThat(first.rows().asOf()).isEmpty();
      List<List<Object>> rows = new ArrayList<>(first.rows().rows());
      Optional<String> cursor = first.cursor();
      while (cursor.isPresent()) {
        Page next = kept.next(Caller.LOCAL, cursor.get(), sql, size, Cancellation.never());
        rows.addAll(next.rows().rows());
        cursor = next.cursor();
      }
      assertThat(rows).hasSize(2_500);
      assertThat(rows.getLast()).containsExactly(2_500L);
    }
  }

  @Test
  void itIsExplained() {
    QueryRequest request = QueryRequest.of(WENDY, "shop", COUNT);
    assertThat(shop.queries().explainCache(request).state()).isEqualTo(State.MISS);
    ask(WENDY, COUNT);
    assertThat(shop.queries().explainCache(request).state()).isEqualTo(State.HIT);
    QueryRequest random = QueryRequest.of(WENDY, "shop", "SELECT random()");
    assertThat(shop.queries().explainCache(random).why()).contains("`random(`");
  }

  private long count(Caller caller) {
    return ((Number)
            Rows.collect(shop.queries().run(QueryRequest.of(caller, "shop", COUNT)))
                .rows()
                .getFirst()
                .getFirst())
        .longValue();
  }

  private State ask(Caller caller, String sql) {
    try (GovernedResult result = shop.queries().run(QueryRequest.of(caller, "shop", sql))) {
      Rows.collect(result);
      return result.outcome().state();
    }
  }

  private static Caller caller(String name, String customer) {
    return new Caller(name, Set.of("analyst"), Map.of("customer", customer));
  }

  private static AccessRules rules(Optional<Set<String>> tables, String filter) {
    return new AccessRules(
        List.of(
            new Role(
                "analyst",
                Set.of(Right.READ),
                Optional.empty(),
                Optional.of(Set.of("shop")),
                tables,
                Map.of(),
                Denials.NONE)),
        List.of(
            new TablePolicy(
                "own", "shop", "orders", Set.of(), Optional.of(new RowFilter(filter)), Map.of())),
        "");
  }
}
