package dev.alidade.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** The databases that all parts of a run share, each made when it is first wanted. */
public final class Databases implements AutoCloseable {
  private final Path folder;
  private Optional<PostgresServer> postgres = Optional.empty();

  /** Keeps them in a folder. */
  public Databases(Path folder) {
    this.folder = folder;
  }

  /** SQLite's file. */
  public Path sqlite() throws SQLException {
    Path file = folder.resolve("customers.sqlite");
    if (!Files.exists(file)) {
      Customers.fillSqlite(file);
    }
    return file;
  }

  /** A server with the same rows. */
  public PostgresServer postgres() throws IOException, SQLException {
    if (postgres.isEmpty()) {
      PostgresServer server = PostgresServer.start(folder.resolve("postgres"));
      postgres = Optional.of(server);
      Customers.fillPostgres(server.url());
    }
    return postgres.get();
  }

  /** Both, as `sources` of a configuration write them: {@code crm} and {@code erp}. */
  public String sources() throws IOException, SQLException {
    return """
        sources:
          - { name: crm, engine: sqlite, path: "%s" }
          - { name: erp, engine: postgres, host: 127.0.0.1, port: %d, database: postgres, username: %s }
        """
        .formatted(sqlite(), postgres().port(), PostgresServer.USER);
  }

  @Override
  public void close() throws IOException {
    if (postgres.isPresent()) {
      postgres.get().close();
    }
  }
}
