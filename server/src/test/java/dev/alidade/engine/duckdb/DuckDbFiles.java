package dev.alidade.engine.duckdb;

import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.SourceDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes and opens databases for tests. */
final class DuckDbFiles {
  private DuckDbFiles() {}

  static void create(Path file, List<String> statements) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Puts a changed copy of the file in its place, in one step. */
  static void replace(Path file, List<String> statements) {
    Path copy = file.resolveSibling("changed-" + file.getFileName());
    try {
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      create(copy, statements);
      Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The same where every statement runs in a worker process. */
  static Engine openIsolated(Path file, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("path", file.toString());
    all.put("isolation", "process");
    return new DuckDbFactory().open(new SourceDefinition(EngineProbe.SOURCE, "duckdb", all));
  }

  static Engine openIsolated(Path file) {
    return openIsolated(file, Map.of());
  }

  static Engine open(Path file) {
    return new DuckDbFactory()
        .open(new SourceDefinition(EngineProbe.SOURCE, "duckdb", Map.of("path", file.toString())));
  }
}
