package dev.alidade.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.PageSize;
import dev.alidade.engine.Parameters;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Governor;
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
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was begun under wider rules delivers nothing more once they are narrower. */
class RulesChangeTest {
  private static final Caller WENDY = new Caller("wendy", Set.of("analyst"), Map.of());
  // More rows than one batch has.
  private static final String ALL = "SELECT a.id FROM orders a, (SELECT id FROM orders LIMIT 20) b";
  private static final AccessRules WIDE = rules(List.of());
  private static final AccessRules NARROW =
      rules(
          List.of(
              new TablePolicy(
                  "few",
                  "shop",
                  "orders",
                  Set.of(),
                  Optional.of(new RowFilter("id < 10")),
                  Map.of())));

  @TempDir private Path folder;
  private final AtomicReference<AccessRules> rules = new AtomicReference<>(WIDE);
  private SmallShop shop;
  private KeptResults kept;

  @BeforeEach
  void open() {
    shop = SmallShop.in(folder, new Governor(rules::get));
    kept = new KeptResults(folder.resolve("results"), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    kept.close();
    shop.close();
  }

  @Test
  void aStreamEnds() {
    try (GovernedResult result = shop.queries().run(request(ALL))) {
      assertThat(result.next()).isPresent();
      rules.set(NARROW);
      assertThatThrownBy(result::next)
          .isInstanceOfSatisfying(
              AlidadeException.class,
              failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS_CHANGED));
    }
    assertThat(shop.history().getLast().outcome()).isEqualTo("ACCESS_CHANGED");
  }

  @Test
  void aStreamOfSomebodyElseGoesOn() {
    try (GovernedResult result = shop.queries().run(request(ALL))) {
      assertThat(result.next()).isPresent();
      rules.set(rules(List.of(), role("analyst"), role("intern")));
      assertThat(result.next()).isPresent();
    }
  }

  @Test
  void aCursorIsInvalid() {
    String cursor =
        kept.first(shop.queries(), request(ALL), ALL, PageSize.ofRows(1_000, Rows.LARGEST))
            .cursor()
            .orElseThrow();
    rules.set(NARROW);
    assertThatThrownBy(
            () ->
                kept.next(
                    WENDY, cursor, ALL, PageSize.ofRows(1_000, Rows.LARGEST), Cancellation.never()))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CURSOR_INVALID))
        .hasMessageContaining("What you may see has changed");
    rules.set(WIDE);
    assertThat(
            kept.next(WENDY, cursor, ALL, PageSize.ofRows(10, Rows.LARGEST), Cancellation.never())
                .rows()
                .rows())
        .hasSize(10);
  }

  @Test
  void aCursorOfWhoLostARoleIsInvalid() {
    String cursor =
        kept.first(shop.queries(), request(ALL), ALL, PageSize.ofRows(1_000, Rows.LARGEST))
            .cursor()
            .orElseThrow();
    Caller without = new Caller("wendy", Set.of(), Map.of());
    assertThatThrownBy(
            () ->
                kept.next(
                    without,
                    cursor,
                    ALL,
                    PageSize.ofRows(1_000, Rows.LARGEST),
                    Cancellation.never()))
        .hasMessageContaining("What you may see has changed");
  }

  @Test
  void aTransactionReadsByTheRulesOfEachStatement() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.sqlite"));
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
    }
    OpenTransaction transaction =
        shop.queries().begin(WENDY, "shop", Duration.ofMinutes(1), Cancellation.never());
    Optional<String> handle = Optional.of(transaction.handle());
    String count = "SELECT count(*) FROM orders";
    assertThat(rowsOf(request(count).in(handle))).isEqualTo(List.of(List.of(2500L)));
    rules.set(NARROW);
    assertThat(rowsOf(request(count).in(handle))).isEqualTo(List.of(List.of(9L)));
    shop.queries().end(WENDY, transaction.handle());
  }

  @Test
  void aDraftIsTriedWithoutBeingInForce() {
    try (GovernedResult result = shop.queries().runUnder(NARROW, request("SELECT 1 FROM orders"))) {
      assertThat(Rows.collect(result).rows()).hasSize(9);
    }
    assertThat(rowsOf(request("SELECT count(*) FROM orders"))).isEqualTo(List.of(List.of(2500L)));
  }

  private List<List<Object>> rowsOf(QueryRequest request) {
    return Rows.collect(shop.queries().run(request)).rows();
  }

  private static QueryRequest request(String sql) {
    return new QueryRequest(
        WENDY, "shop", sql, Parameters.NONE, QueryLimits.EXPORT, Cancellation.never());
  }

  private static AccessRules rules(List<TablePolicy> policies) {
    return rules(policies, role("analyst"));
  }

  private static AccessRules rules(List<TablePolicy> policies, Role... roles) {
    return new AccessRules(List.of(roles), policies, "");
  }

  private static Role role(String name) {
    return new Role(
        name,
        Set.of(Right.READ),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Denials.NONE);
  }
}
