package dev.alidade.cache;

import dev.alidade.base.AlidadeException;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a copy of a result while somebody reads it, as long as it is not too large. */
final class Recording implements ResultStream {
  private final ResultStream rows;
  private final Listener listener;
  private final long most;
  private final List<HeldBatch> batches = new ArrayList<>();
  private long bytes;
  private long nanos;
  private boolean told;

  /** Who hears, once, what became of it. */
  interface Listener {
    /** All rows were read; so long the source took. */
    void complete(List<ResultColumn> columns, List<HeldBatch> batches, long bytes, long nanos);

    /** The source failed. */
    void failed(AlidadeException failure);

    /** Nobody read it to its end. */
    void left(long nanos);

    /** It takes more than is copied. */
    default void tooLarge(long nanos) {
      left(nanos);
    }
  }

  /**
   * Copies up to {@code most} bytes of {@code rows}, which took {@code nanos} to begin; 0 copies
   * none.
   */
  Recording(ResultStream rows, long most, long nanos, Listener listener) {
    this.rows = rows;
    this.most = most;
    this.nanos = nanos;
    this.listener = listener;
  }

  @Override
  public List<ResultColumn> columns() {
    return rows.columns();
  }

  @Override
  public Optional<Batch> next() {
    Optional<Batch> batch = timed();
    if (told || (most == 0 && batch.isPresent())) {
      return batch;
    }
    if (batch.isEmpty()) {
      told = true;
      listener.complete(rows.columns(), batches, bytes, nanos);
      return batch;
    }
    HeldBatch copy = HeldBatch.of(batch.get(), rows.columns().size());
    bytes += copy.bytes();
    if (bytes > most) {
      told = true;
      batches.clear();
      listener.tooLarge(nanos);
      return batch;
    }
    batches.add(copy);
    return batch;
  }

  @Override
  public void close() {
    try {
      rows.close();
    } finally {
      leave();
    }
  }

  private Optional<Batch> timed() {
    long before = System.nanoTime();
    try {
      return rows.next();
    } catch (AlidadeException failure) {
      if (!told) {
        told = true;
        listener.failed(failure);
      }
      throw failure;
    } finally {
      nanos += System.nanoTime() - before;
    }
  }

  private void leave() {
    if (!told) {
      told = true;
      batches.clear();
      listener.left(nanos);
    }
  }
}
