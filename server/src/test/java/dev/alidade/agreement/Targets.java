package dev.alidade.agreement;

import java.nio.file.Path;
import java.util.List;

/** The engines whose answers are compared; the first is what the others are compared with. */
final class Targets {
  private Targets() {}

  /** All of them; those that keep their data in files do so in {@code folder}. */
  static List<TargetEngine> all(Path folder) {
    return List.of(new DuckDbTarget(folder), new SqliteTarget(folder));
  }
}
