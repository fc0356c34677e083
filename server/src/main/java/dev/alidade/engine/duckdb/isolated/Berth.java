package dev.alidade.engine.duckdb.isolated;

/** The place of one statement: a worker that it has for itself. */
interface Berth {
  Worker worker();

  /** Another worker in the place of one that is lost. */
  void renew();

  /** The statement is stopped: whoever counts need not wait until it is. */
  void leaving();

  /** The statement is over; {@code fit} where its worker can go on. */
  void free(boolean fit);
}
