package dev.alidade.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Connections to our own database that are used again: to open one, which reads the whole schema,
 * costs more than what most of them are opened for.
 */
final class KeptConnections implements ConnectionFactory {
  private static final int MOST_IDLE = 4;

  private final DataSource source;
  private final BlockingDeque<Connection> idle = new LinkedBlockingDeque<>(MOST_IDLE);

  KeptConnections(DataSource source) {
    this.source = source;
  }

  @Override
  public Connection openConnection() throws SQLException {
    Connection kept = idle.pollFirst();
    return kept == null ? source.getConnection() : kept;
  }

  /** One that was left within a transaction is not used again. */
  @Override
  public void closeConnection(Connection connection) throws SQLException {
    boolean usable = !connection.isClosed() && connection.getAutoCommit();
    if (!usable || !idle.offerFirst(connection)) {
      connection.close();
    }
  }
}
