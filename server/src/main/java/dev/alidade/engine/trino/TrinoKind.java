package dev.alidade.engine.trino;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.engine.Progress;
import dev.alidade.engine.jdbc.Host;
import dev.alidade.engine.jdbc.ResultType;
import dev.alidade.engine.jdbc.ServerKind;
import dev.alidade.engine.jdbc.ServerSettings;
import dev.alidade.engine.jdbc.Tls;
import dev.alidade.engine.trino.gate.WrittenPlaces;
import dev.alidade.policy.Governed;
import io.trino.jdbc.QueryStats;
import io.trino.jdbc.TrinoStatement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** How a Trino cluster is reached: every statement runs in a read-only transaction of its own. */
final class TrinoKind implements ServerKind {
  /** Who watches the statement that this thread starts. */
  static final ScopedValue<Progress> PROGRESS = ScopedValue.newInstance();

  /** How long the driver asks a coordinator that does not answer, before it gives up. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The same where another cluster can be asked. */
  private static final Duration PATIENCE_AMONG_SEVERAL = Duration.ofSeconds(2);

  private final TrinoConnections connections = new TrinoConnections();
  private final TrinoSettings settings;

  TrinoKind(TrinoSettings settings) {
    this.settings = settings;
  }

  @Override
  public String product() {
    return "Trino";
  }

  @Override
  public Connection connect(Host host, ServerSettings server, Optional<String> password)
      throws SQLException {
    if (password.isPresent() && server.tls().mode() == Tls.Mode.OFF) {
      throw new AlidadeException(
          ErrorCode.CONFIGURATION_INVALID,
          "Source `%s`: Trino takes a password over TLS only; set `tls: verify` or leave it out"
              .formatted(server.source()));
    }
    // The driver speaks to nobody before the first statement.
    reach(host, server);
    Connection connection =
        connections.connect(
            "jdbc:trino://%s/%s%s"
                .formatted(
                    host,
                    encoded(settings.names().catalog()),
                    settings.names().schema().map(schema -> "/" + encoded(schema)).orElse("")),
            properties(server, password));
    try {
      connection.setNetworkTimeout(Runnable::run, (int) server.connectTimeout().toMillis());
      TrinoTexts.read(connection, "SELECT 1");
      return connection;
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    Duration patience = settings.server().hosts().size() > 1 ? PATIENCE_AMONG_SEVERAL : PATIENCE;
    connection.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
  }

  @Override
  public void begin(Connection connection) throws SQLException {
    // The driver sends START TRANSACTION ... READ ONLY before the next statement. It must be told
    // here, for the pool tells connections otherwise when they are new.
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
  }

  @Override
  public void end(Connection connection) throws SQLException {
    connection.rollback();
  }

  @Override
  public void stream(PreparedStatement statement) throws SQLException {
    if (!PROGRESS.isBound()) {
      return;
    }
    AtomicReference<OptionalDouble> fraction = new AtomicReference<>(OptionalDouble.empty());
    statement
        .unwrap(TrinoStatement.class)
        .setProgressMonitor(stats -> fraction.set(fraction(stats)));
    PROGRESS.get().measuredBy(fraction::get);
  }

  @Override
  public void cut(Connection connection) {
    connections.cut(connection);
  }

  /** Lets go of what the driver keeps open for later requests. */
  void close() {
    try {
      connections.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public ResultType type(ResultSetMetaData result, int column) throws SQLException {
    return TrinoTypes.result(result.getColumnTypeName(column));
  }

  @Override
  public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    if (value instanceof OffsetDateTime time) {
      // The driver takes instants only, and would lose the offset.
      statement.setObject(index, TrinoLiterals.zoned(time), Types.TIMESTAMP_WITH_TIMEZONE);
      return;
    }
    if (value instanceof LocalTime time) {
      statement.setObject(index, time, Types.TIME);
      return;
    }
    // The driver knows no UUIDs; the statement casts the text.
    statement.setObject(index, value instanceof UUID id ? id.toString() : value);
  }

  @Override
  public AlidadeException translate(String source, Governed sql, SQLException failure) {
    return translate(source, sql, failure, TrinoFailure.Place::executed);
  }

  /** The failure of a statement that was explained rather than run. */
  AlidadeException translateExplained(String source, Governed sql, SQLException failure) {
    return translate(source, sql, failure, TrinoFailure.Place::explained);
  }

  /** The failure of a statement that no caller wrote. */
  AlidadeException translate(String source, SQLException failure) {
    return TrinoFailure.of(failure)
        .map(told -> translated(source, told, Optional.empty(), failure))
        .orElseGet(() -> unknown(source, failure));
  }

  private static AlidadeException translate(
      String source, Governed sql, SQLException failure, UnaryOperator<TrinoFailure.Place> inText) {
    Optional<TrinoFailure> told = TrinoFailure.of(failure);
    if (told.isEmpty()) {
      return unknown(source, failure);
    }
    Optional<Location> place =
        told.get()
            .place()
            .map(inText)
            .flatMap(at -> WrittenPlaces.of(sql.written(), sql.text(), at.line(), at.column()));
    return translated(source, told.get(), place, failure);
  }

  private static AlidadeException translated(
      String source, TrinoFailure told, Optional<Location> place, SQLException failure) {
    // To the caller a cluster that is full is as good as down.
    ErrorCode code =
        told.code() == TrinoCodes.QUERY_QUEUE_FULL
            ? ErrorCode.SOURCE_UNAVAILABLE
            : TrinoCodes.of(told);
    return new AlidadeException(code, TrinoMessages.of(source, told), place, failure);
  }

  @Override
  public AlidadeException translateConnect(String source, Host host, SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.contains("Authentication failed") || message.contains("401")) {
      return new AlidadeException(
          ErrorCode.PERMISSION_DENIED,
          "Source `%s`: %s did not accept the user and password; correct `username` and `password`"
              .formatted(source, host),
          failure);
    }
    Optional<TrinoFailure> told = TrinoFailure.of(failure);
    if (told.isPresent() && told.get().code() == TrinoCodes.INVALID_SESSION_PROPERTY) {
      return new AlidadeException(
          ErrorCode.CONFIGURATION_INVALID,
          "Source `%s`: %s; correct `session`".formatted(source, told.get().message()),
          failure);
    }
    if (told.isPresent()) {
      return new AlidadeException(
          TrinoCodes.of(told.get()), TrinoMessages.of(source, told.get()), failure);
    }
    return new AlidadeException(
        ErrorCode.SOURCE_UNAVAILABLE,
        "Source `%s`: what answers at %s is no Trino that is ready; check `host`, `port` and `tls`"
            .formatted(source, host),
        failure);
  }

  @Override
  public boolean isConnectionLost(SQLException failure) {
    return TrinoFailure.of(failure)
        .map(told -> told.code() == TrinoCodes.UNKNOWN_TRANSACTION)
        // What the driver says by itself has no cause; what the network does to it has one.
        .orElse(failure.getCause() != null);
  }

  private static AlidadeException unknown(String source, SQLException failure) {
    if (String.valueOf(failure.getMessage()).contains("is not a query")) {
      return new AlidadeException(
          ErrorCode.SQL_DENIED,
          "The statement is no query, and source `%s` only answers queries".formatted(source),
          failure);
    }
    return new AlidadeException(
        ErrorCode.ENGINE_FAILED,
        "Source `%s` did not answer as Trino does; look into the coordinator's log"
            .formatted(source),
        failure);
  }

  private static OptionalDouble fraction(QueryStats stats) {
    OptionalDouble percent = stats.getProgressPercentage();
    return percent.isPresent()
        ? OptionalDouble.of(Math.clamp(percent.getAsDouble() / 100, 0.0, 1.0))
        : percent;
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void reach(Host host, ServerSettings server) throws SQLException {
    try (Socket socket = new Socket()) {
      InetSocketAddress address = new InetSocketAddress(host.name(), host.port());
      if (address.isUnresolved()) {
        throw new UnknownHostException(host.name());
      }
      socket.connect(address, (int) server.connectTimeout().toMillis());
    } catch (IOException unreachable) {
      throw new SQLException(unreachable);
    }
  }

  private Properties properties(ServerSettings server, Optional<String> password) {
    Properties properties = new Properties();
    properties.setProperty("user", server.credentials().username().orElse("alidade"));
    properties.setProperty("source", "alidade");
    properties.setProperty("timezone", "UTC");
    properties.setProperty("explicitPrepare", "false");
    properties.setProperty("timeout", PATIENCE.toSeconds() + "s");
    properties.setProperty("sessionProperties", settings.session());
    Tls tls = server.tls();
    if (tls.mode() != Tls.Mode.OFF) {
      properties.setProperty("SSL", "true");
      properties.setProperty("SSLVerification", tls.mode() == Tls.Mode.VERIFY ? "FULL" : "NONE");
      tls.authority()
          .filter(file -> tls.mode() == Tls.Mode.VERIFY)
          .ifPresent(file -> properties.setProperty("SSLTrustStorePath", file));
      password.ifPresent(text -> properties.setProperty("password", text));
    }
    return properties;
  }
}
