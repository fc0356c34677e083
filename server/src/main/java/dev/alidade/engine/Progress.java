package dev.alidade.engine;

import java.util.OptionalDouble;
import java.util.function.Supplier;

/** How far one statement is, as its engine tells; may be read by any thread at any time. */
public final class Progress {
  private final boolean watched;
  private volatile Supplier<OptionalDouble> measure = OptionalDouble::empty;

  /** One that somebody looks at, as at that of what may take long. */
  public Progress() {
    this(true);
  }

  private Progress(boolean watched) {
    this.watched = watched;
  }

  /** One that nobody looks at. */
  public static Progress unwatched() {
    return new Progress(false);
  }

  /** Whether somebody looks at it. */
  public boolean isWatched() {
    return watched;
  }

  /** Engines with PROGRESS say how to measure it; {@code source} is quick and never fails. */
  public void measuredBy(Supplier<OptionalDouble> source) {
    measure = source;
  }

  /** From 0 to 1; empty where the engine does not tell (yet). */
  public OptionalDouble fraction() {
    return measure.get();
  }
}
