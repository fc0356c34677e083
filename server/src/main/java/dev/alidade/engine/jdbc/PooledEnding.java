package dev.alidade.engine.jdbc;

import java.sql.SQLException;

/** Ends what a statement began on a connection of the pool, and gives the connection back. */
record PooledEnding(ServerKind kind, Lease lease) implements ServerRows.Ending {
  @Override
  public void ended() {
    try {
      kind.end(lease.connection());
      lease.giveBack();
    } catch (SQLException broken) {
      lease.lost();
    }
  }

  @Override
  public void failed(boolean broken) {
    if (broken) {
      lease.lost();
      return;
    }
    ended();
  }
}
