package dev.alidade.operation;

/** What an operation does to data or to Alidade itself. */
public enum OperationEffect {
  READ,
  WRITE,
  DESTRUCTIVE
}
