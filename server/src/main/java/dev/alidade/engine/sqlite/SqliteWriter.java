package dev.alidade.engine.sqlite;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.WriteRequest;
import dev.alidade.engine.WriteResult;
import dev.alidade.sql.WriteInspection;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Changes rows of one file, on a connection of its own that no reading statement ever uses. */
record SqliteWriter(String source, Path file) {
  WriteResult write(WriteRequest request) {
    request.sql().checkFor(source);
    try (SqliteSession session = SqliteSession.openForWriting(source, file)) {
      return session.call(request.cancellation(), () -> write(session, request));
    }
  }

  private static WriteResult write(SqliteSession session, WriteRequest request)
      throws SQLException {
    long cookie = checkAgain(session, request);
    run(session, "PRAGMA foreign_keys = 1");
    run(session, "BEGIN IMMEDIATE");
    boolean kept = false;
    try {
      checkWithKeys(session, request, cookie);
      long rows = change(session, request);
      request.cancellation().check();
      if (request.keep().test(rows)) {
        run(session, "COMMIT");
        kept = true;
      }
      return new WriteResult(rows, kept);
    } finally {
      if (!kept) {
        run(session, "ROLLBACK");
      }
    }
  }

  /** It may have been governed for another schema than the one of this number, which it gives. */
  private static long checkAgain(SqliteSession session, WriteRequest request) throws SQLException {
    run(session, "BEGIN");
    try {
      WriteInspection now = inspect(session, request);
      if (!now.inspection().tables().equals(request.sql().tables())) {
        throw changing(request);
      }
      return SqliteSchema.cookieOf(session.connection());
    } finally {
      run(session, "ROLLBACK");
    }
  }

  /** The keys between tables add look-ups in others, which are no business of the statement's. */
  private static void checkWithKeys(SqliteSession session, WriteRequest request, long cookie)
      throws SQLException {
    inspect(session, request);
    if (SqliteSchema.cookieOf(session.connection()) != cookie) {
      throw changing(request);
    }
  }

  private static WriteInspection inspect(SqliteSession session, WriteRequest request)
      throws SQLException {
    String sql = request.sql().text();
    WriteInspection now = SqliteGate.inspectWrite(session, sql, SqliteTokens.of(sql));
    SqliteGate.refuse(now.inspection());
    if (!now.target().orElseThrow().equals(request.sql().target())) {
      throw changing(request);
    }
    return now;
  }

  private static AlidadeException changing(WriteRequest request) {
    return new AlidadeException(
        ErrorCode.SOURCE_UNAVAILABLE,
        "The tables of `%s` are being changed; try again".formatted(request.sql().source()));
  }

  private static long change(SqliteSession session, WriteRequest request) throws SQLException {
    String sql = request.sql().text();
    List<SqliteToken> tokens = SqliteTokens.of(sql);
    try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
      SqliteBindings.of(tokens).bind(statement, request.parameters());
      return statement.executeLargeUpdate();
    }
  }

  private static void run(SqliteSession session, String sql) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      statement.execute(sql);
    }
  }
}
