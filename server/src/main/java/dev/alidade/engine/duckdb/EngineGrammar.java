package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.duckdb.gate.Grammar;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.duckdb.DuckDBConnection;

/** DuckDB's parser in a database of its own, on threads with deep stacks. */
final class EngineGrammar implements Grammar, AutoCloseable {
  private static final int THREADS = 2;
  private static final long STACK_BYTES = 64L << 20;
  private static final long PATIENCE_MILLISECONDS = 10_000;

  private final Database parser;
  private final WorkerPool workers;
  private final ConcurrentLinkedQueue<Session> idle = new ConcurrentLinkedQueue<>();

  EngineGrammar(String source) throws SQLException {
    parser = Database.openParser(source);
    workers = new WorkerPool(source + " grammar", THREADS, STACK_BYTES);
  }

  @Override
  public String parse(String sql) throws SQLException {
    return onWorker(session -> session.ask(session.parse, sql));
  }

  @Override
  public String print(String tree) throws SQLException {
    return onWorker(session -> session.ask(session.print, tree));
  }

  @Override
  public void close() {
    workers.close();
    parser.close();
  }

  private String onWorker(Question question) throws SQLException {
    WorkerPool.Running<Answer> running = workers.submit(() -> answer(question));
    if (!running.job().awaitFor(PATIENCE_MILLISECONDS)) {
      running.abandon(
          new AlidadeException(
              ErrorCode.SQL_TOO_COMPLEX, "The statement takes too long to read; shorten it"));
    }
    return running.job().await().get();
  }

  private Answer answer(Question question) {
    try {
      Session session = idle.poll();
      if (session == null) {
        session = new Session(parser.connect());
      }
      String text = question.ask(session);
      idle.add(session);
      return () -> text;
    } catch (SQLException failure) {
      return () -> {
        throw failure;
      };
    }
  }

  @FunctionalInterface
  private interface Question {
    String ask(Session session) throws SQLException;
  }

  @FunctionalInterface
  private interface Answer {
    String get() throws SQLException;
  }

  /** A connection with its two statements; the text is always a bound value. */
  private static final class Session {
    private final PreparedStatement parse;
    private final PreparedStatement print;

    Session(DuckDBConnection connection) throws SQLException {
      parse = connection.prepareStatement("SELECT json_serialize_sql(?)");
      print = connection.prepareStatement("SELECT json_deserialize_sql(CAST(? AS JSON))");
    }

    String ask(PreparedStatement statement, String text) throws SQLException {
      statement.setString(1, text);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    }
  }
}
