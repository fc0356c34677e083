package dev.alidade.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.PlanNode;
import org.junit.jupiter.api.Test;

/** The shapes in which MySQL prints plans, beside MariaDB's that the contract runs through. */
class MySqlPlanTest {
  @Test
  void theOlderShapeIsRead() {
    PlanNode plan =
        MySqlPlan.read(
            """
            {"query_block": {"select_id": 1, "cost_info": {"query_cost": "1.60"},
              "ordering_operation": {"using_filesort": true, "nested_loop": [
                {"table": {"table_name": "o", "access_type": "ALL", "rows_examined_per_scan": 4,
                  "rows_produced_per_join": 4, "used_columns": ["id"], "attached_condition": "(`o`.`id` > 1)"}},
                {"table": {"table_name": "c", "access_type": "eq_ref", "key": "PRIMARY",
                  "rows_examined_per_scan": 1}}]}}}
            """);
    assertThat(plan.name()).isEqualTo("query block");
    PlanNode ordering = plan.children().getFirst();
    assertThat(ordering.name()).isEqualTo("ordering operation");
    assertThat(ordering.children())
        .extracting(PlanNode::name)
        .containsExactly("full scan", "unique lookup");
    PlanNode scan = ordering.children().getFirst();
    assertThat(scan.detail()).contains("o, (`o`.`id` > 1)");
    assertThat(scan.estimatedRows()).contains(4L);
  }

  @Test
  void theNewerShapeIsRead() {
    PlanNode plan =
        MySqlPlan.read(
            """
            {"query": "select 1", "query_plan": {"operation": "Sort: o.id", "estimated_rows": 4.0,
              "inputs": [{"operation": "Table scan on o", "table_name": "o", "estimated_rows": 4.0}]}}
            """);
    assertThat(plan.name()).isEqualTo("Sort: o.id");
    assertThat(plan.children()).extracting(PlanNode::name).containsExactly("Table scan on o");
    assertThat(plan.children().getFirst().estimatedRows()).contains(4L);
  }

  @Test
  void whatIsNoPlanIsSaid() {
    AlidadeException failure = EngineProbe.failure(() -> MySqlPlan.read("no plan"));
    assertThat(failure.code()).isEqualTo(ErrorCode.ENGINE_FAILED);
  }
}
