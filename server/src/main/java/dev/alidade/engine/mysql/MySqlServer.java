package dev.alidade.engine.mysql;

import dev.alidade.base.AlidadeException;
import dev.alidade.engine.jdbc.Host;
import dev.alidade.engine.jdbc.ResultType;
import dev.alidade.engine.jdbc.ServerKind;
import dev.alidade.engine.jdbc.ServerSettings;
import dev.alidade.policy.Governed;
import dev.alidade.policy.GovernedWrite;
import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Driver;
import org.mariadb.jdbc.HostAddress;
import org.mariadb.jdbc.client.result.Result;
import org.mariadb.jdbc.export.SslMode;

/** How connections to MySQL and MariaDB are made, kept reading only, and let go. */
final class MySqlServer implements ServerKind {
  private static final int FETCH = 2_048;
  private static final int KEPT_STATEMENTS = 32;

  /** Longer than anything that Alidade runs: what is left behind by a crash ends by itself. */
  private static final int LONGEST_SECONDS = 2_400;

  private static final int LONGEST_LOCK_SECONDS = 10;

  /** Server shut down, gone away, lost, killed, timed out while idle. */
  private static final Set<Integer> GONE = Set.of(1053, 1077, 1927, 2006, 2013, 2055, 3169, 4031);

  private static final int INTERRUPTED = 1317;

  private final Map<Connection, Socket> sockets = Collections.synchronizedMap(new WeakHashMap<>());
  private final MySqlErrors errors;
  private final MySqlTypes types;

  MySqlServer(MySqlErrors errors, MySqlTypes types) {
    this.errors = errors;
    this.types = types;
  }

  @Override
  public String product() {
    return "MySQL or MariaDB";
  }

  @Override
  public Connection connect(Host host, ServerSettings settings, Optional<String> password)
      throws SQLException {
    // Only a configuration that was parsed once is complete.
    Configuration.Builder builder =
        Configuration.parse("jdbc:mariadb://host/", new Properties()).toBuilder()
            .addresses(HostAddress.from(host.name(), host.port()))
            .connectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
            .tcpKeepAlive(true)
            .useServerPrepStmts(true)
            .prepStmtCacheSize(KEPT_STATEMENTS)
            .allowMultiQueries(false)
            .allowLocalInfile(false)
            .allowPublicKeyRetrieval(host.isLoopback())
            .dumpQueriesOnException(false)
            .jdbcCompliantTruncation(false)
            .transformedBitIsBoolean(true)
            .yearIsDateType(false)
            .timezone("disable")
            .geometryDefaultType("default")
            .connectionTimeZone("UTC")
            .connectionAttributes("program_name:alidade");
    settings.database().ifPresent(builder::database);
    settings.credentials().username().ifPresent(builder::user);
    password.ifPresent(builder::password);
    builder.sslMode(
        switch (settings.tls().mode()) {
          case VERIFY -> SslMode.VERIFY_FULL.getValue();
          case ENCRYPT -> SslMode.TRUST.getValue();
          case OFF -> SslMode.DISABLE.getValue();
        });
    settings.tls().authority().ifPresent(builder::serverSslCert);
    builder.socketFactory(NotedSockets.class.getName());
    AtomicReference<Socket> socket = new AtomicReference<>();
    Connection connection =
        ScopedValue.where(NotedSockets.NEWEST, socket).call(() -> Driver.connect(builder.build()));
    sockets.put(connection, socket.get());
    return connection;
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    boolean mariaDb = Product.of(connection).isMariaDb();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET NAMES utf8mb4");
      // The gate reads tokens as these modes do; grouping stays as strict as the server has it.
      statement.execute(
          "SET SESSION sql_mode = CONCAT('%s', IF(FIND_IN_SET('ONLY_FULL_GROUP_BY', @@global.sql_mode),"
                  .formatted(MySqlDialect.SQL_MODE)
              + " ',ONLY_FULL_GROUP_BY', '')), time_zone = '+00:00', autocommit = 1,"
              + " group_concat_max_len = 16777216, net_write_timeout = 1800, %s"
                  .formatted(
                      mariaDb
                          ? "max_statement_time = " + LONGEST_SECONDS
                          : "max_execution_time = " + 1_000 * LONGEST_SECONDS));
      statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    }
  }

  // The session reads only, and a statement on its own is a transaction of its own.
  @Override
  public void begin(Connection connection) {}

  @Override
  public void beginWrite(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION innodb_lock_wait_timeout = " + LONGEST_LOCK_SECONDS);
      // The session goes on beginning every other transaction as one that only reads.
      statement.execute("START TRANSACTION READ WRITE");
    }
  }

  @Override
  public void checkWrite(Connection connection, GovernedWrite write) throws SQLException {
    WriteTarget.check(connection, write);
  }

  @Override
  public void end(Connection connection) throws SQLException {
    connection.rollback();
  }

  // The driver asks nothing where no transaction is open.
  @Override
  public boolean endsAtServer() {
    return false;
  }

  @Override
  public void beginSnapshot(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
    }
  }

  @Override
  public void stream(PreparedStatement statement) throws SQLException {
    statement.setFetchSize(FETCH);
  }

  // The driver would read all the rest, so the server is told to stop sending it.
  @Override
  public void abandon(Statement statement) throws SQLException {
    if (statement.getResultSet() instanceof Result result && result.loaded()) {
      statement.close();
      return;
    }
    Connection connection = statement.getConnection();
    cancel(connection, statement);
    try {
      statement.close();
    } catch (SQLException stopped) {
      if (stopped.getErrorCode() != INTERRUPTED) {
        throw stopped;
      }
    }
    settle(connection);
  }

  @Override
  public void cancel(Connection connection, Statement statement) throws SQLException {
    connection.unwrap(org.mariadb.jdbc.Connection.class).cancelCurrentQuery();
  }

  // The driver's own way waits for the one that waits for the server's rows.
  @Override
  public void cut(Connection connection) throws SQLException {
    Socket socket = sockets.get(connection);
    if (socket == null) {
      ServerKind.super.cut(connection);
      return;
    }
    try {
      socket.close();
    } catch (IOException failure) {
      throw new SQLException(failure);
    }
  }

  @Override
  public ResultType type(ResultSetMetaData result, int column) throws SQLException {
    return types.ofResult(result, column);
  }

  @Override
  public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    MySqlValues.bind(statement, index, value);
  }

  @Override
  public AlidadeException translate(String source, Governed sql, SQLException failure) {
    return errors.translate(source, sql, failure);
  }

  @Override
  public AlidadeException translateConnect(String source, Host host, SQLException failure) {
    return ConnectErrors.translate(source, host, failure);
  }

  // The driver's classes of exceptions call an interrupted query a lost connection.
  @Override
  public boolean isConnectionLost(SQLException failure) {
    String state = failure.getSQLState();
    return GONE.contains(failure.getErrorCode()) || (state != null && state.startsWith("08"));
  }

  // A request to stop that came when the result had ended would stop the next statement.
  private static void settle(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet one = statement.executeQuery("SELECT 1")) {
      one.next();
    } catch (SQLException stopped) {
      if (stopped.getErrorCode() != INTERRUPTED) {
        throw stopped;
      }
    }
  }
}
