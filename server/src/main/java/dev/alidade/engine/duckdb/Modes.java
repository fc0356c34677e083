package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.PlanNode;
import dev.alidade.engine.PoolState;
import dev.alidade.engine.duckdb.gate.Grammar;
import dev.alidade.engine.duckdb.gate.Printed;
import dev.alidade.engine.duckdb.isolated.Held;
import dev.alidade.engine.duckdb.isolated.Isolated;
import dev.alidade.engine.duckdb.isolated.Opening;
import dev.alidade.engine.duckdb.isolated.Writer;
import dev.alidade.engine.duckdb.run.EngineQuery;
import dev.alidade.engine.duckdb.run.ParameterNames;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Where a source's statements are read and run: in this process, or in workers of its own. */
final class Modes implements AutoCloseable {
  private static final int WRITE_ATTEMPTS = 3;
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final String source;
  private final Isolation isolation;
  private final Workers workers;
  private final WorkerPool waiters;
  // Guarded by this.
  private Optional<EngineGrammar> inside = Optional.empty();
  private Optional<Isolated> isolated = Optional.empty();
  private boolean closed;

  Modes(String source, Isolation isolation) {
    this.source = source;
    this.isolation = isolation;
    workers = Workers.of(source);
    waiters = new WorkerPool(source + " isolated", isolation.most(), 0);
  }

  /** The threads of this process. */
  Workers workers() {
    return workers;
  }

  /** The engine's grammar, wherever it is asked just now. */
  Grammar grammar() {
    return new Grammar() {
      @Override
      public String parse(String sql) throws SQLException {
        return current().parse(sql);
      }

      @Override
      public Printed print(String tree) throws SQLException {
        return current().print(tree);
      }
    };
  }

  /** The ways to a file through workers. */
  Outside outside(Path file, FileState state) {
    return new Outside(Opening.forReading(file, () -> FileState.of(file).equals(state)));
  }

  /** A worker that writes to the file, which nobody has open any more. */
  Writer writer(Path file, FileState state, Cancellation cancellation) {
    Opening opening = Opening.forWriting(file, () -> FileState.of(file).isSameFileAs(state));
    for (int attempt = 1; ; attempt++) {
      try {
        return isolated().crew().write(opening, cancellation);
      } catch (AlidadeException failure) {
        // A reader that was killed a moment ago may not have let go of the file yet.
        if (failure.code() != ErrorCode.SOURCE_UNAVAILABLE || attempt == WRITE_ATTEMPTS) {
          throw failure;
        }
        cancellation.check();
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
    }
  }

  /** The threads that wait for workers. */
  WorkerPool waiters() {
    return waiters;
  }

  List<PoolState> pools() {
    return isolation.wanted().getAsBoolean() ? List.of(isolated().crew().state()) : List.of();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    isolated.ifPresent(Isolated::close);
    workers.close();
    waiters.close();
    inside.ifPresent(EngineGrammar::close);
  }

  private Grammar current() throws SQLException {
    return isolation.wanted().getAsBoolean() ? isolated().grammar() : inside();
  }

  private synchronized Grammar inside() throws SQLException {
    checkOpen();
    if (inside.isEmpty()) {
      inside = Optional.of(new EngineGrammar(source));
    }
    return inside.get();
  }

  private synchronized Isolated isolated() {
    checkOpen();
    if (isolated.isEmpty()) {
      isolated = Optional.of(new Isolated(source, isolation.megabytes(), isolation.most()));
    }
    return isolated.get();
  }

  private synchronized Optional<Isolated> isolatedSoFar() {
    return isolated;
  }

  private void checkOpen() {
    if (closed) {
      throw Editions.closed(source);
    }
  }

  /** The ways to one edition through workers, while they are wanted. */
  final class Outside implements Ways, Way {
    private final Opening opening;

    private Outside(Opening opening) {
      this.opening = opening;
    }

    /** Itself, where statements are to be isolated. */
    Optional<Ways> ways() {
      return isolation.wanted().getAsBoolean() ? Optional.of(this) : Optional.empty();
    }

    @Override
    public Way forStatement(String text, boolean mayTakeLong, Supplier<PlanNode> plan) {
      return this;
    }

    @Override
    public Way forPlans() {
      return this;
    }

    @Override
    public Ways ofTransaction(Cancellation cancellation) {
      return new HeldWays(waiters, isolated().crew().hold(opening, cancellation));
    }

    @Override
    public WorkerPool workers() {
      return waiters;
    }

    @Override
    public EngineQuery query(String text, ParameterNames names, Cancellation cancellation) {
      return isolated().crew().query(opening, text, names, cancellation);
    }

    /** Nobody uses the edition any more. */
    void forget() {
      isolatedSoFar().ifPresent(own -> own.crew().forget(opening));
    }
  }

  /** The ways of a transaction: one worker. */
  private record HeldWays(WorkerPool workers, Held held) implements Ways, Way {
    @Override
    public Way forStatement(String text, boolean mayTakeLong, Supplier<PlanNode> plan) {
      return this;
    }

    @Override
    public Way forPlans() {
      return this;
    }

    @Override
    public EngineQuery query(String text, ParameterNames names, Cancellation cancellation) {
      return held.query(text, names, cancellation);
    }

    @Override
    public void end() {
      held.close();
    }
  }
}
