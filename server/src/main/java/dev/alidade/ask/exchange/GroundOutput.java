package dev.alidade.ask.exchange;

import dev.alidade.operation.Description;
import java.util.Map;
import java.util.Objects;

/** What {@code ground_question} gives. */
public record GroundOutput(
    String source,
    @Description("What the question may be about") Ground ground,
    @Description("How plans are written, in short") String guide,
    @Description("The JSON Schema of a plan, as run_plan takes it")
        Map<String, Object> planSchema) {
  public GroundOutput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(ground, "ground");
    Objects.requireNonNull(guide, "guide");
    planSchema = Map.copyOf(planSchema);
  }
}
