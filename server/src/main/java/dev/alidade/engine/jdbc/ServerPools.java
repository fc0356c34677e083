package dev.alidade.engine.jdbc;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.PoolState;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The pools of a source: one for each host, the healthy one with the fewest requests first. */
final class ServerPools implements AutoCloseable {
  private final String source;
  private final Duration longestWait;
  private final List<HostPool> pools;
  private final AtomicInteger turn = new AtomicInteger();
  private volatile boolean closed;

  ServerPools(ServerKind kind, ServerSettings settings) {
    this.source = settings.source();
    this.longestWait = settings.poolWait();
    this.pools = settings.hosts().stream().map(host -> new HostPool(kind, settings, host)).toList();
  }

  /**
   * A connection to a healthy host.
   *
   * @throws AlidadeException SOURCE_UNAVAILABLE at once where no host is healthy, OVERLOADED where
   *     none has a free connection in time
   */
  Lease borrow(Cancellation cancellation) {
    long until = System.nanoTime() + longestWait.toNanos();
    while (true) {
      cancellation.check();
      if (closed) {
        throw new AlidadeException(
            ErrorCode.SOURCE_UNAVAILABLE, "Source `%s` is closed".formatted(source));
      }
      Optional<HostPool> pool = best();
      if (pool.isEmpty()) {
        refuseWhileDown();
        continue;
      }
      Optional<Lease> lease = pool.get().take();
      if (lease.isPresent()) {
        return lease.get();
      }
      if (cancellation.isCancelled() && !pool.get().isFull()) {
        throw silent(pool.get().host());
      }
      if (System.nanoTime() > until) {
        throw pool.get().lastFailure().map(ServerPools::again).orElseGet(this::full);
      }
    }
  }

  List<PoolState> states() {
    return pools.stream().map(HostPool::state).toList();
  }

  @Override
  public void close() {
    closed = true;
    pools.forEach(HostPool::close);
  }

  private Optional<HostPool> best() {
    // Whose turn it is decides between equals.
    int first = Math.floorMod(turn.getAndIncrement(), pools.size());
    return pools.stream()
        .filter(pool -> pool.down().isEmpty())
        .min(
            Comparator.comparingInt(HostPool::outstanding)
                .thenComparingInt(
                    pool -> Math.floorMod(pools.indexOf(pool) - first, pools.size())));
  }

  private void refuseWhileDown() {
    Optional<AlidadeException> failure =
        pools.stream().flatMap(pool -> pool.down().stream()).findFirst();
    if (failure.isPresent()) {
      throw again(failure.get());
    }
  }

  // Made anew, for the one that is kept tells where another request failed. To the caller a server
  // that is full is as good as down; a full pool of ours is something else.
  private static AlidadeException again(AlidadeException failure) {
    ErrorCode code =
        failure.code() == ErrorCode.OVERLOADED ? ErrorCode.SOURCE_UNAVAILABLE : failure.code();
    return new AlidadeException(code, failure.getMessage(), failure);
  }

  // Neither connected nor refused: that the time ran out is not the statement's fault.
  private AlidadeException silent(Host host) {
    return new AlidadeException(
        ErrorCode.SOURCE_UNAVAILABLE,
        "Source `%s`: %s did not answer while a connection was made; check that it runs and can be reached"
            .formatted(source, host));
  }

  private AlidadeException full() {
    return new AlidadeException(
        ErrorCode.OVERLOADED,
        "All connections of source `%s` have been in use for %d s; try again in a moment"
            .formatted(source, longestWait.toSeconds()));
  }
}
