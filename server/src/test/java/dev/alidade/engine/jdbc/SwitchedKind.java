package dev.alidade.engine.jdbc;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.policy.Governed;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TypeKind;
import java.net.ConnectException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sqlite.SQLiteConfig;

/** Databases in memory behind host names that can be switched off. */
final class SwitchedKind implements ServerKind {
  private final Set<String> off = ConcurrentHashMap.newKeySet();
  private final List<Connection> made = new CopyOnWriteArrayList<>();

  void switchOff(String host) {
    off.add(host);
    breakOpenConnections();
  }

  void switchOn(String host) {
    off.remove(host);
  }

  void breakOpenConnections() {
    for (Connection connection : made) {
      try {
        connection.close();
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }

  List<Connection> open() {
    return made.stream().filter(connection -> !isClosed(connection)).toList();
  }

  @Override
  public String product() {
    return "Switched";
  }

  @Override
  public Connection connect(Host host, ServerSettings settings, Optional<String> password)
      throws SQLException {
    if (off.contains(host.name())) {
      throw new SQLException("refused", "08001", new ConnectException("refused"));
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    Connection connection = config.createConnection("jdbc:sqlite::memory:");
    made.add(connection);
    return connection;
  }

  @Override
  public void prepare(Connection connection) {}

  // SQLite's driver breaks nothing off.
  @Override
  public void cut(Connection connection) throws SQLException {
    connection.close();
  }

  @Override
  public void begin(Connection connection) throws SQLException {
    if (connection.isClosed()) {
      throw new SQLException("closed", "08006");
    }
  }

  @Override
  public void end(Connection connection) {}

  @Override
  public void stream(PreparedStatement statement) {}

  @Override
  public ResultType type(ResultSetMetaData result, int column) {
    return new ResultType(new DataType(TypeKind.INTEGER, "INTEGER"), CellReader.longs());
  }

  @Override
  public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    statement.setObject(index, value);
  }

  @Override
  public AlidadeException translate(String source, Governed sql, SQLException failure) {
    return new AlidadeException(ErrorCode.ENGINE_FAILED, source, failure);
  }

  @Override
  public AlidadeException translateConnect(String source, Host host, SQLException failure) {
    return new AlidadeException(ErrorCode.SOURCE_UNAVAILABLE, source, failure);
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
