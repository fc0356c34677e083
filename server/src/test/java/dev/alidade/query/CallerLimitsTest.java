package dev.alidade.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.MovableClock;
import dev.alidade.base.PageSize;
import dev.alidade.engine.Batch;
import dev.alidade.engine.Parameters;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Governor;
import dev.alidade.policy.LimitKind;
import dev.alidade.policy.Limits;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much a caller may use of a source. */
class CallerLimitsTest {
  private static final Caller WENDY = new Caller("wendy", Set.of("small", "large"), Map.of());

  @TempDir private Path folder;
  private SmallShop shop;

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void anAnswerIsCutAtTheTightestOfTheRoles() {
    open(Map.of(LimitKind.ROWS, 7L), Map.of(LimitKind.ROWS, 100L));
    Rows rows = Rows.collect(run("SELECT id FROM orders", QueryLimits.INTERACTIVE));
    assertThat(rows.rows()).hasSize(7);
    assertThat(rows.truncated()).isTrue();
    Rows whole = Rows.collect(run("SELECT id FROM orders LIMIT 7", QueryLimits.INTERACTIVE));
    assertThat(whole.rows()).hasSize(7);
    assertThat(whole.truncated()).isFalse();
  }

  @Test
  void anAnswerIsCutAtTheBytes() {
    open(Map.of(LimitKind.BYTES, 10L * (8 + 3)), Map.of());
    Rows rows =
        Rows.collect(
            run("SELECT id, customer FROM orders WHERE id % 3 = 2", QueryLimits.INTERACTIVE));
    assertThat(rows.rows()).hasSize(10);
    assertThat(rows.truncated()).isTrue();
  }

  @Test
  void whatIsStreamedAwayFailsInsteadOfBeingCut() {
    open(Map.of(LimitKind.ROWS, 2_000L), Map.of());
    assertThat(failure(() -> drain(run("SELECT id FROM orders", QueryLimits.EXPORT))))
        .hasMessageContaining("larger than 2,000 rows, which is all that role `small` allows")
        .extracting(AlidadeException::code)
        .isEqualTo(ErrorCode.RESULT_TOO_LARGE);
    assertThat(shop.history().getLast().outcome()).isEqualTo("RESULT_TOO_LARGE");
    assertThat(drain(run("SELECT id FROM orders LIMIT 2000", QueryLimits.EXPORT))).isEqualTo(2000);
    assertThat(drain(run("SELECT id FROM orders", QueryLimits.EXPORT.withRows(1_500))))
        .isEqualTo(1_500);
    assertThat(drain(run("SELECT id FROM orders", QueryLimits.EXPORT.withRows(2_000))))
        .isEqualTo(2_000);
  }

  @Test
  void whatIsStreamedAwayFailsAtTheBytes() {
    open(Map.of(LimitKind.BYTES, 1_000L), Map.of());
    assertThat(failure(() -> drain(run("SELECT customer FROM orders", QueryLimits.EXPORT))))
        .hasMessageContaining("larger than 1,000 bytes");
  }

  @Test
  void pagesEndWithTheReason() {
    open(Map.of(LimitKind.ROWS, 25L), Map.of());
    QueryRequest request = request("SELECT id FROM orders", QueryLimits.INTERACTIVE);
    try (KeptResults kept = new KeptResults(folder.resolve("kept"), new MovableClock())) {
      Page first = kept.first(shop.queries(), request, "s", PageSize.ofRows(10, Rows.LARGEST));
      String cursor = first.cursor().orElseThrow();
      Page second =
          kept.next(WENDY, cursor, "s", PageSize.ofRows(10, Rows.LARGEST), Cancellation.never());
      Page third =
          kept.next(
              WENDY,
              second.cursor().orElseThrow(),
              "s",
              PageSize.ofRows(10, Rows.LARGEST),
              Cancellation.never());
      assertThat(third.rows().rows()).hasSize(5);
      assertThat(
              failure(
                  () ->
                      kept.next(
                          WENDY,
                          third.cursor().orElseThrow(),
                          "s",
                          PageSize.ofRows(10, Rows.LARGEST),
                          Cancellation.never())))
          .hasMessageContaining("larger than 25 rows");
      Page whole = kept.first(shop.queries(), request, "s", PageSize.ofRows(1_000, Rows.LARGEST));
      assertThat(whole.rows().rows()).hasSize(25);
      assertThat(whole.rows().truncated()).isTrue();
      assertThat(whole.cursor()).isEmpty();
    }
  }

  @Test
  void aQueryIsStoppedAfterItsSeconds() {
    open(Map.of(LimitKind.SECONDS, 1L), Map.of(LimitKind.SECONDS, 20L));
    String endless =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
    assertThat(failure(() -> drain(run(endless, QueryLimits.INTERACTIVE))))
        .hasMessageContaining("stopped after 1 s, all that role `small` allows")
        .extracting(AlidadeException::code)
        .isEqualTo(ErrorCode.QUERY_TIMEOUT);
  }

  @Test
  void onlySoManyRunAtOnceInWhateverManner() {
    open(Map.of(LimitKind.CONCURRENT_QUERIES, 2L), Map.of());
    QueryLimits impatient = new QueryLimits(Duration.ofSeconds(20), 10, Duration.ZERO, false);
    QueryLimits background = new QueryLimits(Duration.ofSeconds(20), 10, Duration.ZERO, true);
    List<GovernedResult> open =
        List.of(run("SELECT id FROM orders", impatient), run("SELECT 1", background));
    for (QueryLimits limits : List.of(impatient, background)) {
      assertThat(failure(() -> run("SELECT 2", limits)))
          .hasMessageContaining("2 of your queries run already, which is all that role `small`")
          .extracting(AlidadeException::code)
          .isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
    }
    open.forEach(GovernedResult::close);
    run("SELECT 3", impatient).close();
  }

  @Test
  void anEngineWithoutEstimatesHasNoCost() {
    open(Map.of(LimitKind.COST, 1L), Map.of());
    assertThat(drain(run("SELECT id FROM orders", QueryLimits.EXPORT))).isEqualTo(2_500);
  }

  private void open(Map<LimitKind, Long> small, Map<LimitKind, Long> large) {
    AccessRules rules =
        new AccessRules(List.of(role("small", small), role("large", large)), List.of(), "");
    shop = SmallShop.in(folder, new Governor(() -> rules));
  }

  private static Role role(String name, Map<LimitKind, Long> limits) {
    return new Role(
        name,
        Set.of(Right.READ),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Denials.NONE,
        Limits.of("role `%s`".formatted(name), limits),
        Set.of());
  }

  private GovernedResult run(String sql, QueryLimits limits) {
    return shop.queries().run(request(sql, limits));
  }

  private static QueryRequest request(String sql, QueryLimits limits) {
    return new QueryRequest(WENDY, "shop", sql, Parameters.NONE, limits, Cancellation.never());
  }

  private static long drain(GovernedResult result) {
    try (result) {
      long rows = 0;
      for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
        rows += batch.get().rows();
      }
      return rows;
    }
  }

  private static AlidadeException failure(Runnable work) {
    return catchThrowableOfType(AlidadeException.class, work::run);
  }
}
