package dev.alidade.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Caller;
import dev.alidade.insight.statistic.FalseDiscoveries;
import dev.alidade.operation.Invocation;
import dev.alidade.query.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was put into data is found, on every engine, and where nothing was, nothing is said. */
class InsightTruthTest {
  private static final int SEEDS = 200;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"duckdb", "sqlite", "postgres", "mysql", "trino"})
  void whatWasPutInIsFoundAndShown(String engine) {
    try (InsightHouse house = new InsightHouse(folder, engine, InsightTruthTest::telling)) {
      FindInsightsOutput telling = house.find("telling");
      assertThat(telling.notes()).isEmpty();
      assertThat(said(telling, InsightType.TREND)).anyMatch(one -> one.contains("tends to rise"));
      assertThat(said(telling, InsightType.OUTLIER))
          .anyMatch(one -> one.contains("\"p3\" lies off"));
      assertThat(said(telling, InsightType.CORRELATION))
          .singleElement()
          .asString()
          .contains("association of weight with height", "tends to be higher");

      FindInsightsOutput falling = house.find("falling");
      assertThat(said(falling, InsightType.CHANGE))
          .anyMatch(one -> one.startsWith("From Nov 2025 to Dec 2025 the number of rows"));
      assertThat(said(falling, InsightType.CONTRIBUTION))
          .anyMatch(one -> one.contains("region \"r1\" went from"));

      FindInsightsOutput concentrated = house.find("concentrated");
      assertThat(said(concentrated, InsightType.CONCENTRATION)).isNotEmpty();

      for (FindInsightsOutput found : List.of(telling, falling, concentrated)) {
        for (Insight insight : found.insights()) {
          Rows shown = house.rows(Caller.LOCAL, insight.sql());
          assertThat(rounded(shown.rows()))
              .as(insight.sql())
              .isEqualTo(rounded(insight.rows()))
              .isNotEmpty();
          assertThat(insight.chart()).isPresent();
          assertThat(insight.adjusted()).isBetween(insight.pValue(), InsightService.FALSE_SHARE);
        }
      }
    }
  }

  /** Engines that add up in parallel do so in another order each time. */
  private static List<List<String>> rounded(List<List<Object>> rows) {
    return rows.stream()
        .map(
            row ->
                row.stream()
                    .map(
                        cell ->
                            cell instanceof Double number
                                ? String.format(Locale.ROOT, "%.9g", number)
                                : String.valueOf(cell))
                    .toList())
        .toList();
  }

  private static List<String> telling(Sales sales) {
    return Stream.of(
            List.of(Sales.table("telling"), Sales.table("falling"), Sales.table("concentrated")),
            sales.telling("telling"),
            sales.falling("falling"),
            sales.concentrated("concentrated"))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> said(FindInsightsOutput found, InsightType kind) {
    return found.insights().stream()
        .filter(insight -> insight.kind() == kind)
        .map(Insight::sentence)
        .toList();
  }

  /** Benjamini-Hochberg promises that at most one in twenty tables shows what is not there. */
  @Test
  void chanceIsTakenForMoreAsRarelyAsPromised() {
    try (InsightHouse house = new InsightHouse(folder, "sqlite", InsightTruthTest::random)) {
      int tables = 0;
      int discoveries = 0;
      int told = 0;
      Map<InsightType, Integer> tests = new EnumMap<>(InsightType.class);
      Map<InsightType, Integer> small = new EnumMap<>(InsightType.class);
      for (int seed = 0; seed < SEEDS; seed++) {
        Invocation invocation = Invocation.of(Caller.LOCAL);
        Evidence evidence =
            house
                .service()
                .evidence(
                    FindInsightsInput.ofTable(InsightHouse.SOURCE, "random_" + seed), invocation);
        List<Finding> made = InsightService.tests(evidence, invocation);
        double[] adjusted = FalseDiscoveries.adjusted(made.stream().map(Finding::pValue).toList());
        boolean discovery = false;
        for (int test = 0; test < adjusted.length; test++) {
          tests.merge(made.get(test).type(), 1, Integer::sum);
          small.merge(made.get(test).type(), made.get(test).pValue() <= 0.05 ? 1 : 0, Integer::sum);
          discovery |= adjusted[test] <= InsightService.FALSE_SHARE;
          told += adjusted[test] <= InsightService.FALSE_SHARE && made.get(test).telling() ? 1 : 0;
        }
        discoveries += discovery ? 1 : 0;
        tables++;
      }
      System.out.printf(
          "insights on %d random tables: %d with a false discovery, %d false sentences; p <= 0.05 by kind: %s of %s%n",
          tables, discoveries, told, small, tests);
      // 0.05 of 200 is 10; a binomial number exceeds 20 once in a thousand.
      assertThat(discoveries).isLessThanOrEqualTo(20);
      assertThat(told).isLessThanOrEqualTo(20);
      small.forEach(
          (type, count) ->
              assertThat(count / (double) tests.get(type)).as(type.name()).isLessThan(0.08));
    }
  }

  private static List<String> random(Sales sales) {
    List<String> statements = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      statements.add(Sales.table("random_" + seed));
      statements.addAll(sales.atRandom("random_" + seed, 400, seed));
    }
    return statements;
  }
}
