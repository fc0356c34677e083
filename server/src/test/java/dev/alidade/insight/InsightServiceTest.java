package dev.alidade.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.ask.AskInput;
import dev.alidade.ask.AskOutput;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Mask;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.policy.RowFilter;
import dev.alidade.policy.TablePolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What insights are found in, and what is left out of them. */
class InsightServiceTest {
  private static final Caller CLERK = new Caller("cleo", Set.of("clerk"), Map.of());

  @TempDir private Path folder;

  @Test
  void nothingIsSaidOfTooLittle() {
    try (InsightHouse house = house(sales -> sales.atRandom("sales", 7, 1))) {
      FindInsightsOutput found = house.find("sales");

      assertThat(found.insights()).isEmpty();
      assertThat(found.tested()).isZero();
      assertThat(found.explanation()).contains("7 rows, too little to test");
    }
  }

  @Test
  void aPeriodThatIsNotOverIsNotCompared() {
    try (InsightHouse house =
        house(
            sales ->
                Stream.concat(
                        sales.falling("sales").stream(),
                        Stream.of("DELETE FROM sales WHERE sold_on > '2025-12-12'"))
                    .toList())) {
      assertThat(house.find("sales").insights())
          .extracting(Insight::sentence)
          .noneMatch(sentence -> sentence.contains("Dec 2025"));
      Evidence evidence =
          house
              .service()
              .evidence(
                  FindInsightsInput.ofTable(InsightHouse.SOURCE, "sales"),
                  Invocation.of(Caller.LOCAL));
      assertThat(evidence.series().orElseThrow().periods().getLast()).hasToString("2025-11-01");
    }
  }

  @Test
  void aContributionAddsUp() {
    try (InsightHouse house = house(sales -> sales.falling("sales"))) {
      Insight part =
          house.find("sales").insights().stream()
              .filter(insight -> insight.kind() == InsightType.CONTRIBUTION)
              .findFirst()
              .orElseThrow();
      double before = total(part.rows(), 1);
      double after = total(part.rows(), 2);

      assertThat(part.sentence()).contains("by " + Numbers.said(before - after));
    }
  }

  private static double total(List<List<Object>> rows, int column) {
    return rows.stream().mapToDouble(row -> Numbers.of(row.get(column)).orElse(0)).sum();
  }

  @Test
  void theResultOfAStatementIsLookedAt() {
    try (InsightHouse house = house(sales -> sales.telling("sales"))) {
      FindInsightsOutput plain =
          house.findInSql("SELECT weight, height, sold_on FROM sales WHERE region <> 'r9';");
      assertThat(plain.insights())
          .extracting(Insight::kind)
          .contains(InsightType.CORRELATION, InsightType.TREND);

      FindInsightsOutput grouped =
          house.findInSql(
              "SELECT date(sold_on, 'start of month') AS month, product, count(*) AS sales FROM sales GROUP BY 1, 2");
      assertThat(grouped.insights())
          .extracting(Insight::kind)
          .doesNotContain(InsightType.CONTRIBUTION);
      assertThat(
              house
                  .findInSql("SELECT product, count(*) AS sold FROM sales GROUP BY product")
                  .insights())
          .anySatisfy(
              insight -> assertThat(insight.sentence()).contains("\"p3\" lies off: sold is"));
      assertThatThrownBy(() -> house.findInSql("SELECT weight, height AS weight FROM sales"))
          .isInstanceOf(AlidadeException.class)
          .hasMessageContaining("two columns `weight`");
    }
  }

  @Test
  void theAnswerOfAConversationIsLookedAt() {
    try (InsightHouse house = house(sales -> sales.telling("sales"))) {
      Invocation invocation = Invocation.of(Caller.LOCAL);
      AskOutput answer =
          house
              .asking()
              .ask(
                  new AskInput(
                      Optional.of("How many sales are there for each product?"),
                      Optional.of(InsightHouse.SOURCE),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty()),
                  invocation);
      FindInsightsOutput found =
          house
              .service()
              .find(
                  new FindInsightsInput(
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.of("last"),
                      Optional.of(answer.turn()),
                      Optional.empty()),
                  invocation);

      assertThat(found.subject()).isEqualTo("the answer");
      assertThat(found.insights()).extracting(Insight::kind).contains(InsightType.OUTLIER);
    }
  }

  @Test
  void whatIsHiddenIsNeitherTestedNorTold() {
    AccessRules rules =
        new AccessRules(
            List.of(
                new Role(
                    "clerk",
                    Set.of(Right.READ),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    new Denials(Set.of(), Set.of(), Set.of("secret"), Set.of("sales.height")))),
            List.of(
                new TablePolicy(
                    "products",
                    InsightHouse.SOURCE,
                    "sales",
                    Set.of("clerk"),
                    Optional.of(new RowFilter("region <> 'r1'")),
                    Map.of("product", new Mask.Redact()))),
            "");
    try (InsightHouse house =
        new InsightHouse(
            folder,
            "sqlite",
            sales ->
                Stream.of(
                        List.of(Sales.table("sales"), Sales.table("secret")),
                        sales.telling("sales"))
                    .flatMap(List::stream)
                    .toList(),
            Optional.of(rules))) {
      FindInsightsOutput found =
          house
              .service()
              .find(FindInsightsInput.ofTable(InsightHouse.SOURCE, "sales"), Invocation.of(CLERK));

      assertThat(found.toString()).doesNotContain("height", "p3", "r1");
      assertThat(found.insights()).extracting(Insight::kind).containsOnly(InsightType.TREND);
      for (Insight insight : found.insights()) {
        assertThat(house.rows(CLERK, insight.sql()).rows()).isEqualTo(insight.rows());
      }
      assertThatThrownBy(
              () ->
                  house
                      .service()
                      .find(
                          FindInsightsInput.ofTable(InsightHouse.SOURCE, "secret"),
                          Invocation.of(CLERK)))
          .isInstanceOf(AlidadeException.class)
          .hasMessage("Table `secret` not found in `given`");
    }
  }

  @Test
  void whatToLookAtIsSaidOnce() {
    try (InsightHouse house = house(sales -> sales.atRandom("sales", 20, 1))) {
      FindInsightsInput both =
          new FindInsightsInput(
              Optional.of(InsightHouse.SOURCE),
              Optional.of("sales"),
              Optional.of("SELECT 1"),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      assertThatThrownBy(() -> house.service().find(both, Invocation.of(Caller.LOCAL)))
          .hasMessageContaining("Say what to look at");
      assertThatThrownBy(() -> house.find("sale")).hasMessageContaining("did you mean `sales`");
    }
  }

  private InsightHouse house(Function<Sales, List<String>> rows) {
    return new InsightHouse(
        folder,
        "sqlite",
        sales ->
            Stream.concat(Stream.of(Sales.table("sales")), rows.apply(sales).stream()).toList());
  }
}
