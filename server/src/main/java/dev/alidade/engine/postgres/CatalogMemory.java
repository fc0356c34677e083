package dev.alidade.engine.postgres;

import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.jdbc.ServerConnections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;

/** The catalog as it was last read, for as long as the server says that nothing has changed. */
final class CatalogMemory {
  private final ServerConnections connections;
  private final AtomicReference<Known> last = new AtomicReference<>(new Known("", null));

  private record Known(String version, CatalogSnapshot snapshot) {}

  CatalogMemory(ServerConnections connections) {
    this.connections = connections;
  }

  /** A word that changes with the catalog. */
  String version() {
    return connections.call(CatalogMemory::version);
  }

  /** The catalog as it is now. */
  CatalogSnapshot read() {
    return connections.call(
        connection -> {
          String version = version(connection);
          Known known = last.get();
          if (known.version().equals(version)) {
            return known.snapshot();
          }
          CatalogSnapshot snapshot = PostgresCatalog.read(connection);
          last.set(new Known(version, snapshot));
          return snapshot;
        });
  }

  private static String version(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CatalogQueries.VERSION);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }
}
