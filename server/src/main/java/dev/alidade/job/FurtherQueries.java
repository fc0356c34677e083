package dev.alidade.job;

import dev.alidade.engine.Parameters;
import dev.alidade.query.GovernedResult;

/** Runs further statements of a job, each governed by itself, for its caller and on its source. */
@FunctionalInterface
public interface FurtherQueries {
  /** Begins one, which is stopped with the job; whoever asked for it closes it. */
  GovernedResult run(String sql, Parameters parameters);
}
