package dev.alidade.ask.exchange;

import dev.alidade.operation.Description;
import java.util.Map;
import java.util.Optional;

/** What {@code run_plan} takes. */
public record RunPlanInput(
    @Description("A plan, by the schema that ground_question gives") Map<String, Object> plan,
    @Description("The source that it asks") String source,
    @Description("The question that it answers, for the history") Optional<String> question) {}
