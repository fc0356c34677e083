package dev.alidade.query;

import dev.alidade.engine.PlanNode;
import dev.alidade.policy.GovernedSql;

/** A governed statement and the engine's plan for it. */
public record Explained(GovernedSql sql, PlanNode plan) {}
