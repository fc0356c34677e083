package dev.alidade.engine.sqlite;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.ExecutionRequest;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.Transaction;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A read transaction on a session of its own: with a write-ahead log it hinders no writer. */
final class SqliteTransaction implements Transaction {
  private final String source;
  private final SqliteSessions sessions;
  private final SqliteSession session;
  private final SqliteEngine engine;
  private Optional<ResultStream> open = Optional.empty();
  private boolean closed;

  private SqliteTransaction(
      String source, SqliteSessions sessions, SqliteSession session, SqliteEngine engine) {
    this.source = source;
    this.sessions = sessions;
    this.session = session;
    this.engine = engine;
  }

  static SqliteTransaction begin(
      String source, SqliteSessions sessions, SqliteEngine engine, Cancellation cancellation) {
    cancellation.check();
    SqliteSession session = sessions.borrow();
    try {
      session.call(
          cancellation,
          () -> {
            run(session, "BEGIN");
            // Only the first read takes the snapshot.
            run(session, "SELECT count(*) FROM sqlite_schema");
            return true;
          });
    } catch (RuntimeException | Error failure) {
      end(session);
      sessions.giveBack(session);
      throw failure;
    }
    return new SqliteTransaction(source, sessions, session, engine);
  }

  @Override
  public ResultStream execute(ExecutionRequest request) {
    if (closed || !session.isUsable()) {
      throw new AlidadeException(
          ErrorCode.TRANSACTION_FAILED,
          "The transaction on `%s` has ended; begin another one".formatted(source));
    }
    open.ifPresent(ResultStream::close);
    ResultStream result = engine.run(session, request, () -> {});
    open = Optional.of(result);
    return result;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      open.ifPresent(ResultStream::close);
      end(session);
    } finally {
      sessions.giveBack(session);
    }
  }

  /** A session whose transaction does not end is thrown away with it. */
  private static void end(SqliteSession session) {
    if (!session.isUsable()) {
      return;
    }
    session.call(
        Cancellation.never(),
        () -> {
          try {
            run(session, "ROLLBACK");
          } catch (SQLException noneActive) {
            // It did not begin, or the engine has ended it.
            return false;
          } finally {
            session.forgetViews();
          }
          return true;
        });
  }

  private static void run(SqliteSession session, String sql) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      statement.execute(sql);
    }
  }
}
