package dev.alidade.engine.duckdb;

import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.SourceDefinition;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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

  static Engine open(Path file) {
    return new DuckDbFactory()
        .open(new SourceDefinition(EngineProbe.SOURCE, "duckdb", Map.of("path", file.toString())));
  }
}
