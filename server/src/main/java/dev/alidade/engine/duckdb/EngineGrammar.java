package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.duckdb.gate.Grammar;
import dev.alidade.engine.duckdb.gate.Printed;
import dev.alidade.engine.duckdb.run.Database;
import dev.alidade.engine.duckdb.run.Parser;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedQueue;

/** DuckDB's parser in a database of its own, on threads with deep stacks. */
final class EngineGrammar implements Grammar, AutoCloseable {
  private static final int THREADS = 2;
  private static final long STACK_BYTES = 64L << 20;
  private static final long PATIENCE_MILLISECONDS = 10_000;

  private final Database database;
  private final WorkerPool workers;
  private final ConcurrentLinkedQueue<Parser> idle = new ConcurrentLinkedQueue<>();

  EngineGrammar(String source) throws SQLException {
    database = Database.openParser(source);
    workers = new WorkerPool(source + " grammar", THREADS, STACK_BYTES);
  }

  @Override
  public String parse(String sql) throws SQLException {
    return onWorker(own -> own.parse(sql));
  }

  @Override
  public Printed print(String tree) throws SQLException {
    return onWorker(own -> own.print(tree));
  }

  @Override
  public void close() {
    workers.close();
    database.close();
  }

  private <T> T onWorker(Question<T> question) throws SQLException {
    WorkerPool.Running<Answer<T>> running = workers.submit(() -> answer(question));
    if (!running.job().awaitFor(PATIENCE_MILLISECONDS)) {
      running.abandon(
          new AlidadeException(
              ErrorCode.SQL_TOO_COMPLEX, "The statement takes too long to read; shorten it"));
    }
    return running.job().await().get();
  }

  private <T> Answer<T> answer(Question<T> question) {
    try {
      Parser own = idle.poll();
      if (own == null) {
        own = new Parser(database);
      }
      try {
        T said = question.ask(own);
        return () -> said;
      } finally {
        idle.add(own);
      }
    } catch (SQLException failure) {
      return () -> {
        throw failure;
      };
    }
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask(Parser own) throws SQLException;
  }

  @FunctionalInterface
  private interface Answer<T> {
    T get() throws SQLException;
  }
}
