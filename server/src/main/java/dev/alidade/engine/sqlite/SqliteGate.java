package dev.alidade.engine.sqlite;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Gate;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.Reason;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Asks the engine itself what a statement would touch: the program that EXPLAIN lists names every
 * root page that it opens, every function that it calls and every lock that it takes.
 */
final class SqliteGate implements Gate {
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final String source;
  private final SqliteSessions sessions;
  private volatile Optional<Known> lastKnown = Optional.empty();

  /** The schema of one file: another file may count its changes alike. */
  private record Known(Object identity, SqliteSchema schema) {}

  SqliteGate(String source, SqliteSessions sessions) {
    this.source = source;
    this.sessions = sessions;
  }

  @Override
  public Inspection inspect(String sql) {
    List<SqliteToken> tokens = SqliteTokens.of(sql);
    Optional<Inspection> refusal = SqliteStatement.refusalOf(sql, tokens);
    return refusal.orElseGet(() -> ask(sql, tokens));
  }

  private Inspection ask(String sql, List<SqliteToken> tokens) {
    Cancellation deadline = new Cancellation();
    Executor later = CompletableFuture.delayedExecutor(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<Void> alarm = CompletableFuture.runAsync(deadline::cancel, later);
    SqliteSession session = sessions.borrow();
    try {
      return session.call(deadline, () -> compile(session, sql, tokens));
    } catch (AlidadeException failure) {
      if (failure.code() == ErrorCode.QUERY_CANCELLED) {
        return tooComplex();
      }
      throw failure;
    } finally {
      sessions.giveBack(session);
      alarm.cancel(false);
    }
  }

  private Inspection compile(SqliteSession session, String sql, List<SqliteToken> tokens)
      throws SQLException {
    try {
      SqliteProgram program = SqliteProgram.of(session.connection(), sql);
      SqliteSchema known =
          lastKnown
              .filter(last -> last.identity().equals(session.identity()))
              .map(Known::schema)
              .orElse(null);
      if (known == null || !program.fits(known.cookie())) {
        known = SqliteSchema.read(session.connection());
        lastKnown = Optional.of(new Known(session.identity(), known));
        program = SqliteProgram.of(session.connection(), sql);
      }
      if (!program.fits(known.cookie())) {
        throw new AlidadeException(
            ErrorCode.SOURCE_UNAVAILABLE,
            "The tables of `%s` are being changed; try again".formatted(source));
      }
      return new SqliteReading(session.connection(), known, sql, tokens).judge(program);
    } catch (SQLException failure) {
      ErrorCode code = SqliteErrors.codeOf(failure);
      if (code == ErrorCode.OUT_OF_MEMORY) {
        return tooComplex();
      }
      if (code != ErrorCode.DATA_ERROR) {
        throw failure;
      }
      return new SqliteMistake(session.connection(), sql, tokens)
          .explain(SqliteErrors.detailOf(failure));
    }
  }

  private static Inspection tooComplex() {
    return Inspection.refused(
        Effect.READ,
        Reason.of(
            ErrorCode.SQL_TOO_COMPLEX,
            "The statement is too large to be checked; split it into smaller ones"));
  }
}
