package dev.alidade.engine.fault;

import dev.alidade.engine.SourceDefinition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the fault tests need of a server whose driver lets everything be done. */
abstract class DriverFaultedServer implements FaultedServer {
  /** A connection that may do everything, past all proxies. */
  abstract Connection connect() throws SQLException;

  /** A source that reaches the server itself. */
  abstract SourceDefinition direct(String name);

  /** Counts the sessions in the tests' database, this one among them. */
  abstract String countSessions();

  @Override
  public final SourceDefinition source(
      String name, List<Integer> ports, Map<String, Object> settings) {
    SourceDefinition direct = direct(name);
    Map<String, Object> all = new HashMap<>(direct.settings());
    all.remove("port");
    all.put("host", ports.stream().map(port -> "127.0.0.1:" + port).toList());
    all.putAll(settings);
    if (settings.containsKey("password-file")) {
      all.remove("password");
    }
    return new SourceDefinition(name, direct.engine(), all);
  }

  @Override
  public final void run(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public final int sessions() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(countSessions())) {
      row.next();
      return row.getInt(1) - 1;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
