package dev.alidade.sql;

/**
 * Reads one statement with the engine's own grammar and says what it would do; never executes it.
 *
 * <p>A gate is total: whatever the text, it returns an inspection. A parser that fails, overflows
 * its stack or takes too long is a refusal.
 */
@FunctionalInterface
public interface Gate {
  /** What the statement would do, and the text that may run if nothing speaks against it. */
  Inspection inspect(String sql);
}
