package dev.alidade.agreement;

import dev.alidade.engine.EngineFile;
import dev.alidade.engine.SourceDefinition;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;

/** A database that is a file. */
record FileTarget(EngineFile kind, Path file) implements TargetEngine.Target {
  @Override
  public Connection writer() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:%s:%s".formatted(kind.name().toLowerCase(Locale.ROOT), file));
  }

  @Override
  public Connection reader() throws SQLException {
    if (kind == EngineFile.SQLITE) {
      return writer();
    }
    Properties properties = new Properties();
    properties.setProperty("duckdb.read_only", "true");
    properties.setProperty("jdbc_stream_results", "true");
    properties.setProperty("jdbc_instance_cache", "false");
    return DriverManager.getConnection("jdbc:duckdb:" + file, properties);
  }

  @Override
  public SourceDefinition source(String name) {
    return kind.source(name, file);
  }
}
