package dev.alidade.agreement;

import dev.alidade.engine.mysql.MariaDbServer;
import dev.alidade.engine.postgres.PostgresServer;
import dev.alidade.engine.trino.TrinoServer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The engines whose answers are compared; those that keep data in files do so in a folder. */
public final class Targets {
  /** Their names in a configuration. */
  public static final List<String> NAMES =
      List.of("duckdb", "sqlite", "postgres", "mysql", "trino");

  private Targets() {}

  /** One of them, by its name; no other one is started. */
  public static TargetEngine named(String name, Path folder) {
    return switch (name) {
      case "duckdb" -> new DuckDbTarget(folder);
      case "sqlite" -> new SqliteTarget(folder);
      case "postgres" -> new PostgresTarget(PostgresServer.shared());
      case "mysql" -> new MariaDbTarget(MariaDbServer.shared());
      case "trino" -> new TrinoTarget(TrinoServer.shared());
      default -> throw new IllegalArgumentException("No engine " + name + " among " + NAMES);
    };
  }

  /** All of them; the first is what the others are compared with. */
  public static List<TargetEngine> all(Path folder) {
    return NAMES.stream().map(name -> named(name, folder)).toList();
  }

  /** Those that the SQLite databases of suites are copied into. */
  public static List<TargetEngine> ofSuites(Path folder) {
    return Stream.of("duckdb", "postgres", "mysql").map(name -> named(name, folder)).toList();
  }
}
