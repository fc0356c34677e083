package dev.alidade.engine.postgres;

import dev.alidade.engine.jdbc.ServerConnections;
import dev.alidade.engine.postgres.gate.KnownFunctions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Asks the server's catalog for functions. */
final class ServerFunctions implements KnownFunctions {
  private static final long FRESH = Duration.ofSeconds(30).toNanos();

  private static final String EXISTS =
      "SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_proc WHERE proname = ?)";

  // Rows, domains over them, and the types that stand for any.
  private static final String OF_ROWS =
      """
      SELECT DISTINCT p.proname
      FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_type t ON t.oid = p.proargtypes[0]
      WHERE p.pronargs >= 1 AND p.pronargs - p.pronargdefaults <= 1 AND t.typtype IN ('c', 'd', 'p')
      """;

  private final ServerConnections connections;
  private volatile Known known = new Known(Set.of(), System.nanoTime() - 2 * FRESH);

  private record Known(Set<String> names, long at) {}

  ServerFunctions(ServerConnections connections) {
    this.connections = connections;
  }

  @Override
  public boolean exists(String name) {
    return connections.call(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(EXISTS)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
              return row.next() && row.getBoolean(1);
            }
          }
        });
  }

  @Override
  public Set<String> ofRows() {
    Known current = known;
    if (System.nanoTime() - current.at() < FRESH) {
      return current.names();
    }
    Set<String> names = read();
    known = new Known(names, System.nanoTime());
    return names;
  }

  private Set<String> read() {
    return connections.call(
        connection -> {
          Set<String> names = new HashSet<>();
          try (PreparedStatement statement = connection.prepareStatement(OF_ROWS);
              ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              names.add(row.getString(1));
            }
          }
          return names;
        });
  }
}
