package dev.alidade.workbench;

import dev.alidade.engine.PlanNode;
import dev.alidade.operation.Description;

/** What {@code explain_query} gives. */
public record ExplainOutput(
    @Description("The engine's plan, root first") PlanNode plan,
    @Description("The statement as it would run") String sql,
    @Description("Whether it ran, so that steps have rows and milliseconds") boolean measured) {}
