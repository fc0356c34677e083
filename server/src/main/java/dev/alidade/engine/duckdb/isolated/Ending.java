package dev.alidade.engine.duckdb.isolated;

/** Why a worker ended. */
enum Ending {
  /** It held more memory than it may. */
  MEMORY,
  /** It did not stop when it was asked to. */
  STUBBORN,
  /** It did not answer in time. */
  SLOW,
  /** It is not needed any more. */
  DISMISSED,
  /** Nobody here ended it. */
  BY_ITSELF
}
