package dev.alidade.engine.postgres.gate;

/** Names as they are written into a statement. */
final class Identifier {
  private Identifier() {}

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
