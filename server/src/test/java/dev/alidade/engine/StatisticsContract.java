package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.TableName;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the engine keeps about a table is near the truth, and what it does not keep is empty. */
interface StatisticsContract extends EngineFixture {
  @Test
  default void rowCountsAreNearTheTruth() {
    if (refuses()) {
      return;
    }
    near(statistics("numbers").rows(), 100_000);
    near(statistics("orders").rows(), 4);
  }

  @Test
  default void sizesArePositiveAndGrowWithTheRows() {
    if (refuses()) {
      return;
    }
    Optional<Long> many = statistics("numbers").bytes();
    Optional<Long> few = statistics("orders").bytes();
    assertThat(few.isPresent()).isEqualTo(many.isPresent());
    many.ifPresent(bytes -> assertThat(bytes).isGreaterThan(few.orElseThrow()).isPositive());
  }

  @Test
  default void distinctValuesAreNearTheTruth() {
    if (refuses()) {
      return;
    }
    column("numbers", "n").flatMap(ColumnStatistics::distinctValues).ifPresent(this::nearAll);
    column("numbers", "word").flatMap(ColumnStatistics::distinctValues).ifPresent(this::nearAll);
    column("orders", "customer_id")
        .flatMap(ColumnStatistics::distinctValues)
        .ifPresent(distinct -> assertThat(distinct).isBetween(2L, 4L));
  }

  @Test
  default void nullFractionsAreNearTheTruth() {
    if (refuses()) {
      return;
    }
    column("numbers", "n")
        .flatMap(ColumnStatistics::nullFraction)
        .ifPresent(fraction -> assertThat(fraction).isZero());
    column("orders", "photo")
        .flatMap(ColumnStatistics::nullFraction)
        .ifPresent(fraction -> assertThat(fraction).isBetween(0.7, 0.8));
  }

  @Test
  default void smallestAndLargestValuesAreTrue() {
    if (refuses()) {
      return;
    }
    Optional<ColumnStatistics> numbers = column("numbers", "n");
    numbers
        .flatMap(ColumnStatistics::minimum)
        .ifPresent(text -> assertThat(Double.parseDouble(text)).isBetween(0.0, 5_000.0));
    numbers
        .flatMap(ColumnStatistics::maximum)
        .ifPresent(text -> assertThat(Double.parseDouble(text)).isBetween(95_000.0, 99_999.0));
  }

  @Test
  default void onlyColumnsOfTheTableHaveStatistics() {
    if (refuses()) {
      return;
    }
    Map<String, ColumnStatistics> columns = statistics(CatalogContract.ODD).columns();
    assertThat(columns.keySet()).isSubsetOf(oddColumns());
  }

  @Test
  default void anUnknownTableHasNone() {
    if (refuses()) {
      return;
    }
    assertThat(EngineProbe.failure(() -> probe().engine().statistics(TableName.of("ordrs"))).code())
        .isEqualTo(ErrorCode.TABLE_NOT_FOUND);
    assertThat(
            EngineProbe.failure(
                    () -> probe().engine().statistics(TableName.of("x'; DROP TABLE orders; --")))
                .code())
        .isEqualTo(ErrorCode.TABLE_NOT_FOUND);
  }

  @Test
  default void plansAndStatisticsSpeakOfTheSameTable() {
    if (refuses()) {
      return;
    }
    analyze("numbers");
    PlanNode plan =
        probe()
            .engine()
            .explain(
                new ExecutionRequest(
                    probe().govern("SELECT n FROM numbers"),
                    Parameters.NONE,
                    Cancellation.never()));
    estimate(plan).ifPresent(rows -> assertThat(rows).isBetween(50_000L, 200_000L));
  }

  /** Proves what an engine without statistics does; whether this is one. */
  private boolean refuses() {
    if (can(Capability.STATISTICS)) {
      return false;
    }
    assertThat(
            EngineProbe.failure(() -> probe().engine().statistics(TableName.of("orders"))).code())
        .isEqualTo(ErrorCode.NOT_SUPPORTED);
    return true;
  }

  private TableStatistics statistics(String table) {
    if (!table.equals(CatalogContract.ODD)) {
      analyze(table);
    }
    return probe().engine().statistics(named(table));
  }

  private Optional<ColumnStatistics> column(String table, String column) {
    return Optional.ofNullable(statistics(table).columns().get(column));
  }

  private void nearAll(long distinct) {
    assertThat(distinct).isBetween(50_000L, 200_000L);
  }

  private static void near(Optional<Long> kept, long truth) {
    assertThat(kept)
        .hasValueSatisfying(
            rows -> assertThat(rows).isBetween(truth - truth / 10, truth + truth / 10));
  }

  private static Optional<Long> estimate(PlanNode plan) {
    return plan.estimatedRows()
        .or(() -> plan.children().stream().findFirst().flatMap(StatisticsContract::estimate));
  }
}
