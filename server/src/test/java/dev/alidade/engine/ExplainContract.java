package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine's plan is a tree of named steps. */
interface ExplainContract extends EngineFixture {
  @Test
  default void aPlanNamesTheTablesItReads() {
    if (!can(Capability.EXPLAIN)) {
      assertThat(EngineProbe.failure(() -> plan("SELECT 1")).code())
          .isEqualTo(ErrorCode.NOT_SUPPORTED);
      return;
    }
    PlanNode plan =
        plan(
            "SELECT name, count(*) FROM orders JOIN customers ON customer_id = customers.id"
                + " GROUP BY name ORDER BY 2 DESC");
    assertThat(plan.name()).isNotBlank();
    assertThat(textOf(plan)).contains("orders").contains("customers");
  }

  @Test
  default void aPlanBindsParameters() {
    if (can(Capability.EXPLAIN)) {
      PlanNode plan = plan("SELECT id FROM orders WHERE customer_id = ?", 1L);
      assertThat(textOf(plan)).contains("orders");
    }
  }

  @Test
  default void aMeasuredPlanTellsItsRowsAndItsTime() {
    ExecutionRequest request = request("SELECT n FROM numbers WHERE n > ? ORDER BY n DESC", 7L);
    if (!can(Capability.MEASURED_PLANS)) {
      assertThat(EngineProbe.failure(() -> probe().engine().measure(request)).code())
          .isEqualTo(ErrorCode.NOT_SUPPORTED);
      return;
    }
    long numbers = 0;
    try (ResultStream rows = probe().engine().execute(request)) {
      for (Optional<Batch> batch = rows.next(); batch.isPresent(); batch = rows.next()) {
        numbers += batch.get().rows();
      }
    }
    List<PlanNode> steps = steps(probe().engine().measure(request)).toList();
    long expected = numbers;
    assertThat(steps)
        .filteredOn(step -> step.name().toLowerCase(Locale.ROOT).matches(".*(sort|order).*"))
        .isNotEmpty()
        .allSatisfy(step -> assertThat(step.rows()).contains(expected));
    assertThat(steps).allSatisfy(step -> assertThat(step.milliseconds()).isPresent());
    assertThat(steps.stream().mapToDouble(step -> step.milliseconds().orElseThrow()).sum())
        .isPositive();
    assertThat(steps(probe().engine().explain(request)))
        .allSatisfy(step -> assertThat(step.rows()).isEmpty());
  }

  private static Stream<PlanNode> steps(PlanNode plan) {
    return Stream.concat(Stream.of(plan), plan.children().stream().flatMap(ExplainContract::steps));
  }

  private PlanNode plan(String sql, Object... values) {
    return probe().engine().explain(request(sql, values));
  }

  private ExecutionRequest request(String sql, Object... values) {
    return new ExecutionRequest(
        probe().govern(sql), new Parameters.Positional(List.of(values)), Cancellation.never());
  }

  private static String textOf(PlanNode plan) {
    StringBuilder text = new StringBuilder(plan.name());
    plan.detail().ifPresent(detail -> text.append(' ').append(detail));
    plan.children().forEach(child -> text.append('\n').append(textOf(child)));
    return text.toString();
  }
}
