package dev.alidade.engine.postgres;

import dev.alidade.base.AlidadeException;
import dev.alidade.engine.jdbc.ServerConnections;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/** Whether the server has a function of a name, so that a misspelt one is not called forbidden. */
final class ServerFunctions {
  private static final String EXISTS =
      "SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_proc WHERE proname = ?)";

  private final ServerConnections connections;

  ServerFunctions(ServerConnections connections) {
    this.connections = connections;
  }

  boolean contains(String name) {
    try {
      return connections.call(
          connection -> {
            try (PreparedStatement statement = connection.prepareStatement(EXISTS)) {
              statement.setString(1, name);
              try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
              }
            }
          });
    } catch (AlidadeException unknown) {
      // Then it is refused as one that is not listed, whether there is one or not.
      return true;
    }
  }
}
