package dev.alidade.engine.jdbc;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.ExecutionRequest;
import dev.alidade.engine.PoolState;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.Transaction;
import dev.alidade.engine.WriteRequest;
import dev.alidade.engine.WriteResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * A source that is a server: runs governed statements and an engine's own look-ups on its pools.
 *
 * <p>What breaks with its connection before the first row is tried again on another one, since
 * everything only reads.
 */
public final class ServerConnections implements AutoCloseable {
  /** A statement that brings servers down must not go round all replicas. */
  private static final int MOST_RETRIES = 2;

  private final ServerKind kind;
  private final String source;
  private final ServerPools pools;
  private final StatementRunner runner;
  private final int attempts;

  /** Connects when first asked to; a server that is down fails the request, not this. */
  public ServerConnections(ServerKind kind, ServerSettings settings) {
    this.kind = kind;
    this.source = settings.source();
    this.pools = new ServerPools(kind, settings);
    this.runner = new StatementRunner(kind, source);
    this.attempts = 1 + Math.min(settings.hosts().size(), MOST_RETRIES);
  }

  /** An engine's own work on a connection, such as reading the catalog. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it, and closes what it opened. */
    T on(Connection connection) throws SQLException;
  }

  /** Says what a failure of an engine's own work means. */
  @FunctionalInterface
  public interface Translation {
    /** The failure that the caller sees. */
    AlidadeException of(SQLException failure);
  }

  /** Runs a governed statement that was bound to JDBC's form. */
  public ResultStream execute(ExecutionRequest request, BoundText bound) {
    request.sql().checkFor(source);
    for (int attempt = 1; ; attempt++) {
      try {
        return start(request, bound);
      } catch (StatementFailure failure) {
        if (!failure.isConnectionLost() || attempt == attempts) {
          throw failure.translated();
        }
      }
    }
  }

  /**
   * Runs a governed write that was bound to JDBC's form. It is tried once: nobody knows what became
   * of one whose connection is lost.
   */
  public WriteResult write(WriteRequest request, BoundText bound) {
    request.sql().checkFor(source);
    Lease lease = pools.borrow(request.cancellation());
    return new WriteRunner(kind, source, lease).run(request, bound);
  }

  /** A transaction whose statements read one snapshot; {@code binding} makes JDBC's form. */
  public Transaction begin(
      Cancellation cancellation, Function<ExecutionRequest, BoundText> binding) {
    Lease lease = pools.borrow(cancellation);
    try {
      kind.beginSnapshot(lease.connection());
      return new ServerTransaction(kind, source, lease, binding);
    } catch (SQLException failure) {
      lease.lost();
      throw unexpected(failure);
    } catch (RuntimeException | Error failure) {
      lease.discard();
      throw failure;
    }
  }

  /** Does an engine's own work that no statement of a caller's belongs to. */
  public <T> T call(Work<T> work) {
    return call(Cancellation.never(), work, this::unexpected);
  }

  /** Does an engine's own work; cancelling it closes the connection under it. */
  public <T> T call(Cancellation cancellation, Work<T> work, Translation translation) {
    for (int attempt = 1; ; attempt++) {
      Lease lease = pools.borrow(cancellation);
      Cancellation.Registration registration = cancellation.onCancel(lease::cut);
      PooledEnding ending = new PooledEnding(kind, lease);
      try {
        kind.begin(lease.connection());
        T result = work.on(lease.connection());
        ending.failed(cancellation.isCancelled());
        return result;
      } catch (SQLException failure) {
        boolean lost = kind.isConnectionLost(failure);
        ending.failed(lost || cancellation.isCancelled());
        cancellation.check();
        if (!lost || attempt == attempts) {
          throw lost ? gone(failure) : translation.of(failure);
        }
      } catch (RuntimeException | Error failure) {
        lease.discard();
        throw failure;
      } finally {
        registration.close();
      }
    }
  }

  /** The pools as they are now. */
  public List<PoolState> pools() {
    return pools.states();
  }

  @Override
  public void close() {
    pools.close();
  }

  private ResultStream start(ExecutionRequest request, BoundText bound) throws StatementFailure {
    Lease lease = pools.borrow(request.cancellation());
    PooledEnding ending = new PooledEnding(kind, lease);
    try {
      kind.begin(lease.connection());
    } catch (SQLException failure) {
      ending.failed(true);
      throw new StatementFailure(gone(failure), true);
    }
    return runner.start(lease.connection(), request, bound, ending);
  }

  private AlidadeException gone(SQLException failure) {
    return new AlidadeException(
        ErrorCode.SOURCE_UNAVAILABLE,
        "The connection to source `%s` was lost; try again".formatted(source),
        failure);
  }

  private AlidadeException unexpected(SQLException failure) {
    return new AlidadeException(
        ErrorCode.ENGINE_FAILED,
        "Source `%s` did not answer as expected: %s".formatted(source, failure.getMessage()),
        failure);
  }
}
