package dev.alidade.cache;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A kept result, read once more. */
final class Replay implements ResultStream {
  private final Held.Result result;
  private final Iterator<HeldBatch> batches;

  Replay(Held.Result result) {
    this.result = result;
    this.batches = result.batches().iterator();
  }

  @Override
  public List<ResultColumn> columns() {
    return result.columns();
  }

  @Override
  public Optional<Batch> next() {
    return batches.hasNext() ? Optional.of(batches.next()) : Optional.empty();
  }

  @Override
  public void close() {
    // What is kept holds nothing of the source.
  }
}
