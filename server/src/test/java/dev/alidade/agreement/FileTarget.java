package dev.alidade.agreement;

import dev.alidade.engine.EngineFile;
import dev.alidade.engine.SourceDefinition;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;

/** A database that is a file. */
record FileTarget(EngineFile kind, Path file) implements TargetEngine.Target {
  @Override
  public Connection writer() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:%s:%s".formatted(kind.name().toLowerCase(Locale.ROOT), file));
  }

  @Override
  public SourceDefinition source(String name) {
    return kind.source(name, file);
  }
}
