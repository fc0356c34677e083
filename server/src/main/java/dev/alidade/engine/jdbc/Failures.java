package dev.alidade.engine.jdbc;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.policy.Governed;
import java.sql.SQLException;

/** What a failure of one statement means for its caller. */
final class Failures {
  private final ServerKind kind;
  private final String source;
  private final Governed sql;
  private final StatementWatch watch;

  Failures(ServerKind kind, String source, Governed sql, StatementWatch watch) {
    this.kind = kind;
    this.source = source;
    this.sql = sql;
    this.watch = watch;
  }

  /** Whether another connection may do better; one that was closed on purpose may not. */
  boolean isConnectionLost(SQLException failure) {
    return !isCancelled() && kind.isConnectionLost(failure);
  }

  AlidadeException translate(SQLException failure, boolean delivered) {
    if (watch.isAborted()) {
      return new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE,
          "Source `%s` answered neither the query nor the request to stop it; its connection was closed"
              .formatted(source),
          failure);
    }
    if (isCancelled()) {
      return new AlidadeException(
          ErrorCode.QUERY_CANCELLED, "The query on `%s` was cancelled".formatted(source), failure);
    }
    if (kind.isConnectionLost(failure)) {
      return new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE,
          "The connection to source `%s` was lost %s; run the query again"
              .formatted(source, delivered ? "in the middle of the result" : "during the query"),
          failure);
    }
    return kind.translate(source, sql, failure);
  }

  private boolean isCancelled() {
    return watch.isCancelled() || Thread.currentThread().isInterrupted();
  }
}
