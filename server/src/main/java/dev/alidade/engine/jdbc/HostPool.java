package dev.alidade.engine.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.PoolState;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The connections to one host, for one account. */
final class HostPool implements AutoCloseable {
  /** How long one look for a free connection takes, after which the host's health is asked. */
  private static final Duration LOOK = Duration.ofMillis(250);

  private static final Duration IDLE = Duration.ofMinutes(5);
  private static final Duration LIFE = Duration.ofMinutes(30);

  /** Longer than the longest export may run. */
  private static final Duration LEAK = Duration.ofMinutes(35);

  private final ServerKind kind;
  private final ServerSettings settings;
  private final Host host;
  private final HostHealth health;
  private final HikariDataSource pool;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger lent = new AtomicInteger();
  // The pool forgets a connection that is made while it is being closed.
  private final Set<Connection> made = ConcurrentHashMap.newKeySet();
  private volatile Optional<AlidadeException> lastFailure = Optional.empty();
  private volatile boolean closed;

  HostPool(ServerKind kind, ServerSettings settings, Host host) {
    this.kind = kind;
    this.settings = settings;
    this.host = host;
    this.health = new HostHealth(settings.source(), this::tryToConnect);
    HikariConfig config = new HikariConfig();
    config.setPoolName(settings.source() + " at " + host);
    config.setDataSource(new Connector(this::connect));
    config.setMaximumPoolSize(settings.poolSize());
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(LOOK.toMillis());
    config.setValidationTimeout(1_000);
    config.setIdleTimeout(IDLE.toMillis());
    config.setMaxLifetime(LIFE.toMillis());
    config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
    config.setLeakDetectionThreshold(LEAK.toMillis());
    config.setReadOnly(true);
    this.pool = new HikariDataSource(config);
  }

  Host host() {
    return host;
  }

  /** Requests that use or wait for a connection of this host. */
  int outstanding() {
    return requests.get();
  }

  /** Whether callers use all the connections that there may be. */
  boolean isFull() {
    return lent.get() >= settings.poolSize();
  }

  /** Why the host is left alone; empty while it is healthy. */
  Optional<AlidadeException> down() {
    return health.down();
  }

  /** Why the last connection could not be made, even if others can still be used. */
  Optional<AlidadeException> lastFailure() {
    return lastFailure;
  }

  /** A connection, if one is free soon; empty where it is worth looking again. */
  Optional<Lease> take() {
    requests.incrementAndGet();
    boolean taken = false;
    try {
      Connection pooled = pool.getConnection();
      Lease lease = new Lease(this, pooled, pooled.unwrap(Connection.class));
      taken = true;
      lent.incrementAndGet();
      return Optional.of(lease);
    } catch (SQLTransientConnectionException noneYet) {
      noteFailure(noneYet.getCause());
      return Optional.empty();
    } catch (SQLException failure) {
      throw ConnectFailures.translate(kind, settings.source(), host, failure);
    } finally {
      if (!taken) {
        requests.decrementAndGet();
      }
    }
  }

  /** Nobody uses a connection any more that will be given back or thrown away soon. */
  void released() {
    requests.decrementAndGet();
    lent.decrementAndGet();
  }

  /** Takes a connection back that was released. */
  void giveBack(Connection pooled) {
    try {
      pooled.close();
    } catch (SQLException broken) {
      pool.evictConnection(pooled);
    }
  }

  /** Throws a connection away that was released and is not to be used again. */
  void discard(Connection pooled) {
    pool.evictConnection(pooled);
  }

  /** A connection broke: those that are idle are probably broken too. */
  void suspect() {
    pool.getHikariPoolMXBean().softEvictConnections();
    health.suspect();
  }

  PoolState state() {
    HikariPoolMXBean now = pool.getHikariPoolMXBean();
    int used = lent.get();
    return new PoolState(
        host.toString(),
        used,
        Math.max(0, now.getTotalConnections() - used),
        now.getThreadsAwaitingConnection(),
        settings.poolSize(),
        down().map(AlidadeException::getMessage));
  }

  @Override
  public void close() {
    closed = true;
    health.close();
    pool.close();
    made.forEach(this::cut);
  }

  private Connection connect() throws SQLException {
    try {
      Connection connection = open();
      keep(connection);
      health.succeeded();
      lastFailure = Optional.empty();
      return connection;
    } catch (AlidadeException failure) {
      lastFailure = Optional.of(failure);
      // A server that is full is not down: those who wait get a connection that is given back.
      if (failure.code() != ErrorCode.OVERLOADED) {
        health.failed(failure);
      }
      throw new SQLException(failure);
    }
  }

  private void keep(Connection connection) {
    made.removeIf(HostPool::isClosed);
    made.add(connection);
    if (closed) {
      cut(connection);
    }
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException gone) {
      return true;
    }
  }

  /** Breaks a connection off under whoever waits on it. */
  void cut(Connection connection) {
    try {
      kind.cut(connection);
    } catch (SQLException gone) {
      // Then there is nothing left to close.
    }
  }

  // A connection may also fail after it was made, when the pool takes it in.
  private void noteFailure(Throwable cause) {
    if (cause != null && lastFailure.isEmpty()) {
      lastFailure = Optional.of(ConnectFailures.translate(kind, settings.source(), host, cause));
    }
  }

  private void tryToConnect() {
    try {
      open().close();
      lastFailure = Optional.empty();
    } catch (SQLException broken) {
      throw ConnectFailures.translate(kind, settings.source(), host, broken);
    }
  }

  private Connection open() {
    try {
      settings.tls().check(settings.source());
      Connection connection = kind.connect(host, settings, settings.credentials().password());
      try {
        kind.prepare(connection);
        return connection;
      } catch (SQLException | RuntimeException failure) {
        connection.close();
        throw failure;
      }
    } catch (SQLException | RuntimeException failure) {
      throw ConnectFailures.translate(kind, settings.source(), host, failure);
    }
  }
}
