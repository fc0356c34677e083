package dev.alidade.engine;

import dev.alidade.engine.duckdb.DuckDbFactory;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** The engines that open a file: what holds for all of them is tested on each. */
public enum EngineFile {
  DUCKDB("duckdb"),
  SQLITE("sqlite");

  private final String engine;

  EngineFile(String engine) {
    this.engine = engine;
  }

  /** The factories of all of them. */
  public static List<EngineFactory> factories() {
    return List.of(new DuckDbFactory(), new SqliteEngineFactory());
  }

  /** The file's name in a folder. */
  public Path in(Path folder, String name) {
    return folder.resolve(name + "." + engine);
  }

  /** Makes or extends a file by running the statements. */
  public void create(Path file, List<String> statements) {
    String url = "jdbc:%s:%s".formatted(engine, file);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The file as a source. */
  public SourceDefinition source(String name, Path file) {
    return new SourceDefinition(name, engine, Map.of("path", file.toString()));
  }
}
