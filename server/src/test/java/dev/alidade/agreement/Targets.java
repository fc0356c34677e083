package dev.alidade.agreement;

import dev.alidade.engine.mysql.MariaDbServer;
import dev.alidade.engine.postgres.PostgresServer;
import dev.alidade.engine.trino.TrinoServer;
import java.nio.file.Path;
import java.util.List;

/** The engines whose answers are compared; those that keep data in files do so in a folder. */
public final class Targets {
  private Targets() {}

  /** All of them; the first is what the others are compared with. */
  public static List<TargetEngine> all(Path folder) {
    return List.of(
        new DuckDbTarget(folder),
        new SqliteTarget(folder),
        new PostgresTarget(PostgresServer.shared()),
        new MariaDbTarget(MariaDbServer.shared()),
        new TrinoTarget(TrinoServer.shared()));
  }

  /** Those that the SQLite databases of suites are copied into. */
  public static List<TargetEngine> ofSuites(Path folder) {
    return List.of(
        new DuckDbTarget(folder),
        new PostgresTarget(PostgresServer.shared()),
        new MariaDbTarget(MariaDbServer.shared()));
  }
}
