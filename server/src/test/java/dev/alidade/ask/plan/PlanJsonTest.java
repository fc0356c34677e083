package dev.alidade.ask.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.operation.Json;
import org.junit.jupiter.api.Test;

class PlanJsonTest {
  @Test
  void survivesTheWayThroughJson() throws JsonProcessingException {
    Plan plan =
        new SetPlan(
            SetOperator.EXCEPT, Plans.ordersByCity(), Plans.customersWithoutOrders(), Words.NONE);
    String json = Json.mapper().writerFor(Plan.class).writeValueAsString(plan);
    assertThat(json).contains("\"kind\":\"set\"", "\"operator\":\"except\"");
    assertThat(Json.mapper().readValue(json, Plan.class)).isEqualTo(plan);
  }
}
