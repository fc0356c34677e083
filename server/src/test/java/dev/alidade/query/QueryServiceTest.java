package dev.alidade.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Parameters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryServiceTest {
  private static final String ENDLESS =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";

  @TempDir private Path folder;
  private SmallShop shop;

  @BeforeEach
  void open() {
    shop = SmallShop.in(folder);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void runsAndRecords() {
    Rows rows = collect("SELECT count(*) AS n FROM orders");
    assertThat(rows.rows()).containsExactly(List.of(2500L));
    assertThat(rows.columns().getFirst().name()).isEqualTo("n");
    assertThat(shop.history())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.outcome()).isEqualTo("ok");
              assertThat(entry.rows()).isEqualTo(1);
              assertThat(entry.caller()).isEqualTo("local");
              assertThat(entry.governedSql()).isPresent();
            });
  }

  @Test
  void cutsAtTheRowLimitAndSaysSo() {
    QueryLimits five = new QueryLimits(Duration.ofSeconds(5), 5);
    Rows cut = Rows.collect(shop.queries().run(request("SELECT id FROM orders ORDER BY id", five)));
    assertThat(cut.rows()).hasSize(5);
    assertThat(cut.truncated()).isTrue();
    Rows whole =
        Rows.collect(shop.queries().run(request("SELECT id FROM orders WHERE id <= 5", five)));
    assertThat(whole.rows()).hasSize(5);
    assertThat(whole.truncated()).isFalse();
  }

  @Test
  void stopsAQueryThatTakesTooLong() {
    QueryLimits short_ = new QueryLimits(Duration.ofMillis(300), 10);
    long before = System.nanoTime();
    assertThatThrownBy(() -> Rows.collect(shop.queries().run(request(ENDLESS, short_))))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_TIMEOUT));
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    assertThat(shop.history().getLast().outcome()).isEqualTo("QUERY_TIMEOUT");
  }

  @Test
  void stopsWhenTheCallerLeaves() {
    Cancellation leaving = new Cancellation();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                Thread.sleep(200);
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
              leaving.cancel();
            });
    QueryRequest request =
        new QueryRequest(
            Caller.LOCAL, "shop", ENDLESS, Parameters.NONE, QueryLimits.INTERACTIVE, leaving);
    assertThatThrownBy(() -> Rows.collect(shop.queries().run(request)))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_CANCELLED));
  }

  @Test
  void recordsWhatWasRefused() {
    assertThatThrownBy(() -> collect("DELETE FROM orders"))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_READ_ONLY));
    assertThat(shop.history().getLast().outcome()).isEqualTo("NOT_READ_ONLY");
    assertThat(shop.history().getLast().governedSql()).isEmpty();
  }

  @Test
  void refusesAStatementThatIsTooLong() {
    assertThatThrownBy(() -> collect("SELECT '" + "x".repeat(10_000_000) + "'"))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.REQUEST_TOO_LARGE));
  }

  @Test
  void namesTheSourceThatWasMeant() {
    assertThatThrownBy(() -> shop.queries().run(QueryRequest.of(Caller.LOCAL, "shpo", "SELECT 1")))
        .hasMessageContaining("did you mean `shop`?");
  }

  private Rows collect(String sql) {
    return Rows.collect(shop.queries().run(QueryRequest.of(Caller.LOCAL, "shop", sql)));
  }

  private static QueryRequest request(String sql, QueryLimits limits) {
    return new QueryRequest(
        Caller.LOCAL, "shop", sql, Parameters.NONE, limits, Cancellation.never());
  }
}
