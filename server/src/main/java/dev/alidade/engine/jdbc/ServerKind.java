package dev.alidade.engine.jdbc;

import dev.alidade.base.AlidadeException;
import dev.alidade.policy.Governed;
import dev.alidade.policy.GovernedWrite;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Optional;

/** What one kind of server tells the room that it shares with the others. Thread-safe. */
public interface ServerKind {
  /** The product's name, for messages. */
  String product();

  /**
   * Opens a connection that gives up after the settings' connect timeout; {@code password} is as it
   * is now.
   */
  Connection connect(Host host, ServerSettings settings, Optional<String> password)
      throws SQLException;

  /**
   * Sets up a fresh connection: what is fixed for its whole life. It stays in auto-commit mode, and
   * {@code isReadOnly} is true from here on; the pool asks for both.
   */
  void prepare(Connection connection) throws SQLException;

  /** Before each statement; a read-only transaction where the server has them. */
  void begin(Connection connection) throws SQLException;

  /** Before a statement that changes rows, which is then kept or rolled back; only with WRITES. */
  default void beginWrite(Connection connection) throws SQLException {
    throw new SQLFeatureNotSupportedException(product() + " is only read");
  }

  /**
   * In the transaction of a write, before it: fails where rolling it back would not leave
   * everything as it was.
   */
  default void checkWrite(Connection connection, GovernedWrite write) throws SQLException {}

  /** After each statement; leaves nothing behind on the connection. */
  void end(Connection connection) throws SQLException;

  /** Whether the server is asked to {@link #end}, for which a caller need not wait. */
  default boolean endsAtServer() {
    return true;
  }

  /** Before the statements that read one snapshot; only with TRANSACTIONS. */
  default void beginSnapshot(Connection connection) throws SQLException {
    begin(connection);
  }

  /** Makes the result come in pieces, so that it never stands in memory whole. */
  void stream(PreparedStatement statement) throws SQLException;

  /**
   * Between two batches of a stream, of which the last had that many rows and bytes; may change how
   * many rows come at once.
   */
  default void pace(ResultSet result, int rows, long bytes) throws SQLException {}

  /** Lets go of a result that was not read to its end, without reading the rest. */
  default void abandon(Statement statement) throws SQLException {
    statement.close();
  }

  /** Asks the server to stop a statement that runs or whose result is being read. */
  default void cancel(Connection connection, Statement statement) throws SQLException {
    statement.cancel();
  }

  /** Takes a connection away from a server that no longer answers; whoever reads from it fails. */
  default void cut(Connection connection) throws SQLException {
    connection.abort(work -> Thread.ofVirtual().start(work));
  }

  /** How a column of a result is typed and read; {@code column} counts from 1. */
  ResultType type(ResultSetMetaData result, int column) throws SQLException;

  /** Binds a value of {@link dev.alidade.engine.Parameters}; {@code index} counts from 1. */
  void bind(PreparedStatement statement, int index, Object value) throws SQLException;

  /** What a failed statement means; the place is in the text that the caller wrote. */
  AlidadeException translate(String source, Governed sql, SQLException failure);

  /**
   * What a connection that could not be made means, where {@link ConnectFailures} does not know it
   * already: OVERLOADED for a server without a free connection, any other code for one that refuses
   * the account or has no such database.
   */
  AlidadeException translateConnect(String source, Host host, SQLException failure);

  /** Whether the connection itself is gone, so that the statement may be tried on another. */
  default boolean isConnectionLost(SQLException failure) {
    String state = failure.getSQLState();
    return (state != null && state.startsWith("08"))
        || failure instanceof SQLNonTransientConnectionException
        || failure instanceof SQLTransientConnectionException
        || failure instanceof SQLRecoverableException;
  }
}
