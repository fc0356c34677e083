package dev.alidade.engine.duckdb.isolated;

import dev.alidade.engine.duckdb.gate.Grammar;

/** One source whose statements are read and run in worker processes. */
public final class Isolated implements AutoCloseable {
  private final Yard yard = Yard.enter();
  private final Crew crew;
  private boolean closed;

  /** At most {@code most} workers of {@code megabytes} each run its statements. */
  public Isolated(String source, long megabytes, int most) {
    crew = new Crew(yard, source, megabytes, most);
  }

  /** Those who run its statements. */
  public Crew crew() {
    return crew;
  }

  /** The parser, which all sources share. */
  public Grammar grammar() {
    return new IsolatedGrammar(yard.readers());
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    crew.close();
    Yard.leave(yard);
  }
}
