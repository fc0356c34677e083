package dev.alidade.engine.duckdb.isolated;

/** Another file lies where the one lay that was to be opened. */
public final class Replaced extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Replaced() {
    super("the file was replaced before a worker opened it");
  }
}
