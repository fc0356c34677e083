package dev.alidade.engine.duckdb;

import dev.alidade.base.Cancellation;
import dev.alidade.engine.duckdb.run.EngineQuery;
import dev.alidade.engine.duckdb.run.ParameterNames;

/** Where a statement runs. */
interface Way {
  /** The threads that wait for the engine. */
  WorkerPool workers();

  /** A statement that has not started yet; whoever gets it releases it. */
  EngineQuery query(String text, ParameterNames names, Cancellation cancellation);
}
