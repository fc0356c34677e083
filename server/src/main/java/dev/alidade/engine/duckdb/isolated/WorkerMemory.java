package dev.alidade.engine.duckdb.isolated;

import dev.alidade.engine.duckdb.run.Resources;

/** What one worker may use. */
record WorkerMemory(long megabytes) {
  /** The Java of a worker, its library and its stacks. */
  private static final long OWN = 320;

  /** What the Java of a worker reserves without using it. */
  private static final long RESERVED = 2_048;

  /** Half of the processors for one statement, so that none has all of them. */
  Resources resources() {
    return new Resources(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), megabytes);
  }

  /** A worker that holds more than this is killed. */
  long mostBytes() {
    return (megabytes + OWN) << 20;
  }

  /** The system gives a worker no more addresses than this, so most bombs fail at once. */
  long addressKilobytes() {
    return (megabytes + RESERVED) << 10;
  }
}
