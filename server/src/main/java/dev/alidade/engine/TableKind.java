package dev.alidade.engine;

/** Whether rows are stored or computed. */
public enum TableKind {
  TABLE,
  VIEW
}
