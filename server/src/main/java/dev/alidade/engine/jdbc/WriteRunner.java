package dev.alidade.engine.jdbc;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.WriteRequest;
import dev.alidade.engine.WriteResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Runs one governed write on a connection of a pool, and keeps it or rolls it back. */
final class WriteRunner {
  private final ServerKind kind;
  private final String source;
  private final Lease lease;
  private boolean committing;

  WriteRunner(ServerKind kind, String source, Lease lease) {
    this.kind = kind;
    this.source = source;
    this.lease = lease;
  }

  WriteResult run(WriteRequest request, BoundText bound) {
    Connection connection = lease.connection();
    PooledEnding ending = new PooledEnding(kind, lease);
    StatementWatch watch = new StatementWatch(kind, connection);
    Failures failures = new Failures(kind, source, request.sql(), watch);
    try {
      kind.beginWrite(connection);
      kind.checkWrite(connection, request.sql());
      WriteResult result = write(request, bound, connection, watch);
      ending.failed(watch.isCancelled());
      return result;
    } catch (AlidadeException refused) {
      ending.failed(watch.isCancelled());
      throw refused;
    } catch (SQLException failure) {
      boolean lost = failures.isConnectionLost(failure);
      ending.failed(lost || watch.isCancelled());
      throw committing && lost ? unknown(failure) : failures.translate(failure, false);
    } catch (RuntimeException | Error failure) {
      ending.failed(true);
      throw failure;
    } finally {
      watch.close();
    }
  }

  private WriteResult write(
      WriteRequest request, BoundText bound, Connection connection, StatementWatch watch)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(bound.text())) {
      for (int index = 0; index < bound.values().size(); index++) {
        kind.bind(statement, index + 1, bound.values().get(index));
      }
      watch.watch(statement, request.cancellation());
      long rows = statement.executeLargeUpdate();
      boolean kept = request.keep().test(rows) && !watch.isCancelled();
      if (kept) {
        committing = true;
        connection.commit();
      } else {
        connection.rollback();
        request.cancellation().check();
      }
      return new WriteResult(rows, kept);
    }
  }

  private AlidadeException unknown(SQLException failure) {
    return new AlidadeException(
        ErrorCode.SOURCE_UNAVAILABLE,
        "The connection to source `%s` was lost while the change was being kept; look whether it was made before you repeat it"
            .formatted(source),
        failure);
  }
}
