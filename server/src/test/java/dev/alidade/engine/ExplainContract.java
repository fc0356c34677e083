package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import java.util.List;
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

  private PlanNode plan(String sql, Object... values) {
    return probe()
        .engine()
        .explain(
            new ExecutionRequest(
                probe().govern(sql),
                new Parameters.Positional(List.of(values)),
                Cancellation.never()));
  }

  private static String textOf(PlanNode plan) {
    StringBuilder text = new StringBuilder(plan.name());
    plan.detail().ifPresent(detail -> text.append(' ').append(detail));
    plan.children().forEach(child -> text.append('\n').append(textOf(child)));
    return text.toString();
  }
}
