package dev.alidade.engine.sqlite;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.Setting;
import dev.alidade.engine.SourceDefinition;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Opens SQLite database files, read-only and where they lie. */
public final class SqliteEngineFactory implements EngineFactory {
  private static final String PATH = "path";

  @Override
  public String engine() {
    return "sqlite";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting(
            PATH,
            Setting.Kind.PATH,
            true,
            false,
            "The database file; only read unless `writable` says otherwise"),
        Setting.writable());
  }

  @Override
  public Engine open(SourceDefinition definition) {
    Path file = pathOf(definition);
    if (!Files.exists(file)) {
      throw new AlidadeException(
          ErrorCode.FILE_NOT_FOUND,
          "Source `%s`: no file %s; correct its `path`".formatted(definition.name(), file));
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "Source `%s`: %s is not a file that can be read; check its kind and permissions"
              .formatted(definition.name(), file));
    }
    return SqliteEngine.open(definition.name(), file, Setting.isWritable(definition.settings()));
  }

  private static Path pathOf(SourceDefinition definition) {
    Object path = definition.settings().get(PATH);
    if (path == null || path.toString().isBlank()) {
      throw new AlidadeException(
          ErrorCode.CONFIGURATION_INVALID,
          "Source `%s`: an SQLite source needs `path`, the database file"
              .formatted(definition.name()));
    }
    try {
      return Path.of(path.toString()).toAbsolutePath();
    } catch (InvalidPathException cause) {
      throw new AlidadeException(
          ErrorCode.CONFIGURATION_INVALID,
          "Source `%s`: `path` is not the name of a file".formatted(definition.name()),
          cause);
    }
  }
}
