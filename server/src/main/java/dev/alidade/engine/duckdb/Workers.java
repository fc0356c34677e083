package dev.alidade.engine.duckdb;

/** The threads of one source: queries that may use all processors, and many small ones. */
record Workers(WorkerPool wide, WorkerPool narrow) implements AutoCloseable {
  /** Planning recurses with the depth of the statement. */
  private static final long STACK_BYTES = 16L << 20;

  static Workers of(String source) {
    int threads = Math.max(4, Runtime.getRuntime().availableProcessors() * 2);
    return new Workers(
        new WorkerPool(source, threads, STACK_BYTES),
        new WorkerPool(source + " narrow", threads, STACK_BYTES));
  }

  @Override
  public void close() {
    wide.close();
    narrow.close();
  }
}
