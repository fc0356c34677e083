package dev.alidade.engine.duckdb.run;

import dev.alidade.engine.Batch;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Rows of a running statement, copied batch by batch. */
interface RowSource extends AutoCloseable {
  /**
   * At least one row, and {@code wanted} of them where they come soon; empty at the end. Stops
   * early when {@code stop} says so.
   */
  Optional<Batch> read(int wanted, BooleanSupplier stop) throws SQLException;

  /** Whether the last row was read. */
  boolean ended();

  /** Frees the result; what runs still, is stopped. */
  @Override
  void close();
}
