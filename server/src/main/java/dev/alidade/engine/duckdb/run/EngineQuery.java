package dev.alidade.engine.duckdb.run;

import dev.alidade.engine.Batch;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.ResultColumn;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/**
 * One statement that the engine runs. One thread at a time uses it; only {@link #interrupt}, {@link
 * #giveUp} and {@link #progress} may come from elsewhere.
 */
public interface EngineQuery {
  /** Plans the statement, binds the values and starts it. */
  void start(Parameters parameters) throws SQLException;

  /** The columns, known when it has started. */
  List<ResultColumn> columns();

  /** At least one row, and {@code wanted} of them where they come soon; empty at the end. */
  Optional<Batch> read(int wanted, BooleanSupplier stop) throws SQLException;

  /** Whether the last row was read. */
  boolean ended();

  /** Asks the engine to stop; it may be too early or too late, so callers ask again. */
  void interrupt();

  /** Ends by force, where that is possible, what does not stop when it is asked to. */
  void giveUp();

  /** From 0 to 1, never less than it was; empty where the engine does not tell. */
  OptionalDouble progress();

  /** Frees what it holds; what runs still, is stopped. */
  void release();
}
