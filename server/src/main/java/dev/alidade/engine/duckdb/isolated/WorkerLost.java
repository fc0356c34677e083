package dev.alidade.engine.duckdb.isolated;

/** A worker ended while something was wanted of it. */
final class WorkerLost extends Exception {
  private static final long serialVersionUID = 1L;

  private final Ending ending;

  WorkerLost(Ending ending, Throwable cause) {
    super("a worker ended: " + ending, cause);
    this.ending = ending;
  }

  Ending ending() {
    return ending;
  }
}
