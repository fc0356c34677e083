package dev.alidade.delivery;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Counts the rows that pass; closing it closes nothing. */
record CountedRows(ResultStream rows, LongAdder count) implements ResultStream {
  @Override
  public List<ResultColumn> columns() {
    return rows.columns();
  }

  @Override
  public Optional<Batch> next() {
    Optional<Batch> batch = rows.next();
    batch.ifPresent(taken -> count.add(taken.rows()));
    return batch;
  }

  @Override
  public void close() {}
}
