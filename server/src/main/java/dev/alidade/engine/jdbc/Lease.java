package dev.alidade.engine.jdbc;

import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;

/** A connection that nobody else uses until it is given back or thrown away, once. */
final class Lease {
  private final HostPool pool;
  private final Connection pooled;
  private final Connection connection;
  private final AtomicBoolean released = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();

  /** {@code connection} is the driver's own, without the pool's wrapping of every cell. */
  Lease(HostPool pool, Connection pooled, Connection connection) {
    this.pool = pool;
    this.pooled = pooled;
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  Host host() {
    return pool.host();
  }

  /** Breaks it off under whoever waits on it. */
  void cut() {
    pool.cut(connection);
  }

  /** Its user is done; what is left is to give it back or to throw it away. */
  void release() {
    if (released.compareAndSet(false, true)) {
      pool.released();
    }
  }

  void giveBack() {
    release();
    if (ended.compareAndSet(false, true)) {
      pool.giveBack(pooled);
    }
  }

  /** The connection is in an unknown state, or gone. */
  void discard() {
    release();
    if (ended.compareAndSet(false, true)) {
      pool.discard(pooled);
    }
  }

  /** The connection broke, and with it perhaps the whole host. */
  void lost() {
    discard();
    pool.suspect();
  }
}
