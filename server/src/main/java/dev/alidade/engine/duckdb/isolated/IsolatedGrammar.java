package dev.alidade.engine.duckdb.isolated;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.duckdb.gate.Grammar;
import dev.alidade.engine.duckdb.gate.Printed;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** DuckDB's parser in workers: a text that it cannot bear kills one of them. */
final class IsolatedGrammar implements Grammar {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Crew readers;

  IsolatedGrammar(Crew readers) {
    this.readers = readers;
  }

  @Override
  public String parse(String sql) throws SQLException {
    return ask(MessageKind.PARSE, sql).text();
  }

  @Override
  public Printed print(String tree) throws SQLException {
    Decoder answer = ask(MessageKind.PRINT, tree);
    return new Printed(answer.text(), answer.text());
  }

  /** Asks once more where the worker died by itself, which a text seldom brings about. */
  private Decoder ask(MessageKind question, String text) throws SQLException {
    try {
      return askOnce(question, text);
    } catch (WorkerLost lost) {
      if (lost.ending() != Ending.BY_ITSELF) {
        throw tooComplex(lost);
      }
    }
    try {
      return askOnce(question, text);
    } catch (WorkerLost again) {
      throw tooComplex(again);
    }
  }

  private Decoder askOnce(MessageKind question, String text) throws WorkerLost, SQLException {
    Lease lease = readers.take(Optional.empty(), Cancellation.never());
    boolean fit = false;
    try {
      lease.worker().send(new Encoder(question).text(text));
      Message answer = lease.worker().receiveWithin(PATIENCE_NANOS);
      fit = answer.kind() == MessageKind.TEXT || answer.kind() == MessageKind.ENGINE_FAILED;
      if (answer.kind() == MessageKind.TEXT) {
        return answer.body();
      }
      throw new SQLException(fit ? answer.body().text() : "the parser broke");
    } finally {
      lease.free(fit);
    }
  }

  private static AlidadeException tooComplex(WorkerLost lost) {
    return new AlidadeException(
        ErrorCode.SQL_TOO_COMPLEX,
        "The statement takes too much time or memory to read; shorten it",
        lost);
  }
}
