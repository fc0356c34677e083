package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.Setting;
import dev.alidade.engine.SourceDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens DuckDB files, and files of other kinds through DuckDB. */
public final class DuckDbFactory implements EngineFactory {
  @Override
  public String engine() {
    return "duckdb";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting(
            "path", Setting.Kind.PATH, false, false, "A DuckDB database file, opened for reading"),
        new Setting(
            "files",
            Setting.Kind.PATHS,
            false,
            false,
            "CSV, TSV, JSON, NDJSON and Parquet files, folders or patterns; each file is a table"));
  }

  @Override
  public Engine open(SourceDefinition definition) {
    Object path = definition.settings().get("path");
    if (path == null) {
      throw new AlidadeException(
          ErrorCode.CONFIGURATION_INVALID,
          "Source `%s`: give `path` (a DuckDB file) or `files` (a list of data files)"
              .formatted(definition.name()));
    }
    Path file = Path.of(path.toString());
    if (!Files.isRegularFile(file)) {
      throw new AlidadeException(
          ErrorCode.FILE_NOT_FOUND,
          "Source `%s`: there is no file `%s`; check the path".formatted(definition.name(), path));
    }
    return new DuckDbEngine(OpenSource.open(definition.name(), file, WorkFolder.create()));
  }
}
