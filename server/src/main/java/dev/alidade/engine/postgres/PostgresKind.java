package dev.alidade.engine.postgres;

import dev.alidade.base.AlidadeException;
import dev.alidade.engine.jdbc.Host;
import dev.alidade.engine.jdbc.ResultType;
import dev.alidade.engine.jdbc.ServerKind;
import dev.alidade.engine.jdbc.ServerSettings;
import dev.alidade.policy.Governed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.util.PGobject;

/** What PostgreSQL tells the room that all servers share. */
final class PostgresKind implements ServerKind {
  // Wide rows come in small pieces until their width is known.
  private static final int FIRST_ROWS = 128;
  private static final int MOST_ROWS = 2_048;
  private static final long BYTES_AT_ONCE = 4L << 20;

  // The gate lets no statement change these.
  private static final String FIXED =
      """
      SET default_transaction_read_only = on; SET standard_conforming_strings = on;
      SET search_path = %s; SET IntervalStyle = 'iso_8601'
      """;
  // Backstops that a server of another make may not have.
  private static final List<String> WANTED =
      List.of(
          "SET statement_timeout = '1h'",
          // Otherwise a statement goes on for nobody when the way to its client is cut.
          "SET client_connection_check_interval = '5s'",
          "SET lock_timeout = '10s'",
          "SET idle_in_transaction_session_timeout = '30min'",
          "SET bytea_output = 'hex'");

  private final String schema;

  /** Unqualified names mean tables of {@code schema}. */
  PostgresKind(String schema) {
    this.schema = schema;
  }

  @Override
  public String product() {
    return "PostgreSQL";
  }

  @Override
  public Connection connect(Host host, ServerSettings settings, Optional<String> password)
      throws SQLException {
    String database =
        settings.database().or(() -> settings.credentials().username()).orElse("postgres");
    String url =
        "jdbc:postgresql://%s/%s"
            .formatted(host, URLEncoder.encode(database, StandardCharsets.UTF_8));
    Properties properties = new Properties();
    settings.credentials().username().ifPresent(name -> properties.setProperty("user", name));
    password.ifPresent(word -> properties.setProperty("password", word));
    String seconds = Long.toString(Math.max(1, settings.connectTimeout().toSeconds()));
    properties.setProperty("connectTimeout", seconds);
    properties.setProperty("loginTimeout", seconds);
    properties.setProperty("cancelSignalTimeout", seconds);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "Alidade");
    properties.setProperty("gssEncMode", "disable");
    // Statements stay unnamed: a table may change between two runs, and poolers in between know
    // none.
    properties.setProperty("prepareThreshold", "0");
    properties.setProperty("binaryTransfer", "false");
    // A text takes the type of what it is compared with, as a literal does.
    properties.setProperty("stringtype", "unspecified");
    properties.setProperty("disableColumnSanitiser", "true");
    protect(properties, settings);
    Connection connection = new Driver().connect(url, properties);
    if (connection == null) {
      throw new SQLException("the driver does not know its own address", "08001");
    }
    return connection;
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(FIXED.formatted(new PostgresDialect().quote(schema)));
      for (String wanted : WANTED) {
        try {
          statement.execute(wanted);
        } catch (SQLException unknownHere) {
          if (isConnectionLost(unknownHere)) {
            throw unknownHere;
          }
        }
      }
    }
    connection.setReadOnly(true);
  }

  @Override
  public void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
  }

  @Override
  public void beginWrite(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    // The session goes on beginning every other transaction as one that only reads.
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION READ WRITE");
    }
  }

  @Override
  public void beginSnapshot(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    // The snapshot is that of the first statement after.
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SELECT 1");
    }
  }

  @Override
  public void end(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  @Override
  public void stream(PreparedStatement statement) throws SQLException {
    statement.setFetchSize(FIRST_ROWS);
  }

  @Override
  public void pace(ResultSet result, int rows, long bytes) throws SQLException {
    long width = Math.max(1, bytes / rows);
    int fitting = Math.clamp(BYTES_AT_ONCE / width, 4, MOST_ROWS);
    result.setFetchSize(fitting);
  }

  @Override
  public void cancel(Connection connection, Statement statement) throws SQLException {
    connection.unwrap(PGConnection.class).cancelQuery();
  }

  @Override
  public ResultType type(ResultSetMetaData result, int column) throws SQLException {
    return ColumnReaders.of(result, column);
  }

  @Override
  public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, Types.NULL);
      // Whole numbers have the types of literals.
      case Long number when number == number.intValue() ->
          statement.setInt(index, number.intValue());
      case TypedText(Optional<String> text) -> statement.setObject(index, typed(text.orElse(null)));
      default -> statement.setObject(index, value);
    }
  }

  @Override
  public AlidadeException translate(String source, Governed sql, SQLException failure) {
    return PostgresErrors.translate(source, sql, failure);
  }

  @Override
  public AlidadeException translateConnect(String source, Host host, SQLException failure) {
    return PostgresErrors.translateConnect(source, host, failure);
  }

  @Override
  public boolean isConnectionLost(SQLException failure) {
    return switch (PostgresErrors.state(failure)) {
      // The server ends the session by itself: it shuts down, crashed, or waited in vain.
      case "57P01", "57P02", "57P03", "57P05", "25P03", "25P04" -> true;
      default -> ServerKind.super.isConnectionLost(failure);
    };
  }

  private static PGobject typed(String text) throws SQLException {
    PGobject value = new PGobject();
    value.setType("text");
    value.setValue(text);
    return value;
  }

  private static void protect(Properties properties, ServerSettings settings) {
    properties.setProperty(
        "sslmode",
        switch (settings.tls().mode()) {
          case VERIFY -> "verify-full";
          case ENCRYPT -> "require";
          case OFF -> "disable";
        });
    settings
        .tls()
        .authority()
        .ifPresentOrElse(
            file -> properties.setProperty("sslrootcert", file),
            () -> {
              if (settings.tls().mode() == dev.alidade.engine.jdbc.Tls.Mode.VERIFY) {
                properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
              }
            });
  }
}
