package dev.alidade.base;

/** Who has to act on a failure; each door maps every type exactly once. */
public enum ErrorType {
  /** The request is wrong; the caller changes it. */
  USER,
  /** The request is understood and refused. */
  DENIED,
  /** A limit was reached; the caller waits, narrows or asks for more. */
  RESOURCES,
  /** A system behind Alidade failed. */
  EXTERNAL,
  /** Alidade failed; the caller gets an id only. */
  INTERNAL
}
