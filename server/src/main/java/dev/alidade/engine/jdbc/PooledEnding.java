package dev.alidade.engine.jdbc;

import java.sql.SQLException;

/** Ends what a statement began on a connection of the pool, and gives the connection back. */
record PooledEnding(ServerKind kind, Lease lease) implements ServerRows.Ending {
  @Override
  public void ended() {
    lease.release();
    if (kind.endsAtServer()) {
      Thread.ofVirtual().name("end").start(this::end);
      return;
    }
    end();
  }

  @Override
  public void failed(boolean broken) {
    if (broken) {
      lease.lost();
      return;
    }
    ended();
  }

  private void end() {
    try {
      kind.end(lease.connection());
      lease.giveBack();
    } catch (SQLException broken) {
      lease.lost();
    }
  }
}
