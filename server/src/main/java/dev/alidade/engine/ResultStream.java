package dev.alidade.engine;

import java.util.List;
import java.util.Optional;

/** A result as it is produced: used by one thread at a time, in memory bounded by one batch. */
public interface ResultStream extends AutoCloseable {
  /** The columns, known before the first row. */
  List<ResultColumn> columns();

  /** The next rows, at least one; empty at the end. The previous batch becomes invalid. */
  Optional<Batch> next();

  /** Frees what the result holds and stops the statement if it is still running. */
  @Override
  void close();
}
