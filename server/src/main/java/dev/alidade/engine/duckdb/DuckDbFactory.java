package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.Setting;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.duckdb.load.FileLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;

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
    Object files = definition.settings().get("files");
    if (path instanceof String file && files == null) {
      return openDatabase(definition.name(), file);
    }
    if (path == null && files instanceof List<?> entries && !entries.isEmpty()) {
      return openFiles(definition.name(), entries.stream().map(String::valueOf).toList());
    }
    throw new AlidadeException(
        ErrorCode.CONFIGURATION_INVALID,
        "Source `%s`: give either `path` (a DuckDB file) or `files` (a list of data files)"
            .formatted(definition.name()));
  }

  private static Engine openDatabase(String name, String path) {
    Path file = Path.of(path);
    if (!Files.isRegularFile(file)) {
      throw new AlidadeException(
          ErrorCode.FILE_NOT_FOUND,
          "Source `%s`: there is no file `%s`; check the path".formatted(name, path));
    }
    return open(name, file, WorkFolder.create());
  }

  private static Engine openFiles(String name, List<String> entries) {
    WorkFolder folder = WorkFolder.create();
    Path file = folder.database(name);
    try (DuckDBConnection connection =
        Database.create(file, folder.spill(), Resources.ofThisMachine())) {
      new FileLoader(connection).load(entries);
    } catch (SQLException failure) {
      folder.close();
      throw QueryErrors.ofOurOwn().translate(failure);
    } catch (AlidadeException failure) {
      folder.close();
      throw failure;
    }
    return open(name, file, folder);
  }

  private static Engine open(String name, Path file, WorkFolder folder) {
    try {
      return new DuckDbEngine(Editions.open(name, file, folder));
    } catch (AlidadeException failure) {
      folder.close();
      throw failure;
    }
  }
}
