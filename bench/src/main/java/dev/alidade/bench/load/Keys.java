package dev.alidade.bench.load;

import java.util.concurrent.atomic.AtomicLong;

/** Keys of a table whose rows are numbered from 1 on, each once before any comes again. */
public final class Keys {
  // A step that shares no factor with any power of ten: neighbours in time are none in the table.
  private static final long STEP = 7_919_003;

  private final long rows;
  private final AtomicLong next = new AtomicLong();

  /** Those of {@code rows} rows. */
  public Keys(long rows) {
    this.rows = rows;
  }

  /** The next one. */
  public long next() {
    return next.getAndIncrement() * STEP % rows + 1;
  }
}
