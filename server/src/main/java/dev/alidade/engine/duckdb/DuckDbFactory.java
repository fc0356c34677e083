package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.Setting;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.duckdb.isolated.Crew;
import dev.alidade.engine.duckdb.load.FileLoader;
import dev.alidade.engine.duckdb.run.Database;
import dev.alidade.engine.duckdb.run.Resources;
import dev.alidade.engine.duckdb.run.WorkFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBConnection;

/** Opens DuckDB files, and files of other kinds through DuckDB. */
public final class DuckDbFactory implements EngineFactory {
  private static final String AUTOMATIC = "automatic";
  private static final String PROCESS = "process";
  private static final String NONE = "none";
  private static final int USUAL_WORKERS = 8;
  private static final int LEAST_MEGABYTES = 64;

  private final BooleanSupplier strangers;

  /** Sources that run in this process, where their settings do not say otherwise. */
  public DuckDbFactory() {
    this(() -> false);
  }

  /** The same; statements are isolated while {@code strangers} says that such may send them. */
  public DuckDbFactory(BooleanSupplier strangers) {
    this.strangers = strangers;
  }

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
            "CSV, TSV, JSON, NDJSON and Parquet files, folders or patterns; each file is a table"),
        new Setting(
            "isolation",
            Setting.Kind.CHOICE,
            false,
            false,
            "Whether statements run in processes of their own, which a hostile one may exhaust"
                + " without harm to the server: process, none, or automatic, which is process as"
                + " soon as there are callers",
            List.of(AUTOMATIC, PROCESS, NONE),
            Optional.of(AUTOMATIC)),
        Setting.optional(
            "worker-memory",
            Setting.Kind.NUMBER,
            "How many MB one of those processes may use; usually a share of the machine's memory"),
        Setting.optional(
            "workers", Setting.Kind.NUMBER, "How many of those processes there are at most"),
        Setting.writable());
  }

  @Override
  public Engine open(SourceDefinition definition) {
    Isolation isolation = isolation(definition);
    Object path = definition.settings().get("path");
    Object files = definition.settings().get("files");
    boolean writable = Setting.isWritable(definition.settings());
    if (writable && files != null) {
      throw wrong(
          definition,
          "`writable` is for a DuckDB file (`path`); data files (`files`) are read and never changed");
    }
    if (path instanceof String file && files == null) {
      return openDatabase(definition.name(), file, isolation, writable);
    }
    if (path == null && files instanceof List<?> entries && !entries.isEmpty()) {
      return openFiles(
          definition.name(), entries.stream().map(String::valueOf).toList(), isolation);
    }
    throw wrong(definition, "give either `path` (a DuckDB file) or `files` (a list of data files)");
  }

  private Isolation isolation(SourceDefinition definition) {
    Object mode = definition.settings().getOrDefault("isolation", AUTOMATIC);
    BooleanSupplier wanted =
        switch (mode.toString()) {
          case AUTOMATIC -> strangers;
          case PROCESS -> () -> true;
          case NONE -> () -> false;
          default ->
              throw wrong(
                  definition, "`isolation` is automatic, process or none, not `" + mode + "`");
        };
    int most = number(definition, "workers", 1).orElse(USUAL_WORKERS);
    long megabytes =
        number(definition, "worker-memory", LEAST_MEGABYTES)
            .map(Integer::longValue)
            .orElseGet(() -> Crew.shareOfThisMachine(most));
    return new Isolation(wanted, megabytes, most);
  }

  private static Optional<Integer> number(SourceDefinition definition, String name, int least) {
    Object value = definition.settings().get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Integer number && number >= least) {
      return Optional.of(number);
    }
    throw wrong(definition, "`%s` is a whole number from %d on".formatted(name, least));
  }

  private static AlidadeException wrong(SourceDefinition definition, String what) {
    return new AlidadeException(
        ErrorCode.CONFIGURATION_INVALID, "Source `%s`: %s".formatted(definition.name(), what));
  }

  private static Engine openDatabase(
      String name, String path, Isolation isolation, boolean writable) {
    Path file = Path.of(path);
    if (!Files.isRegularFile(file)) {
      throw new AlidadeException(
          ErrorCode.FILE_NOT_FOUND,
          "Source `%s`: there is no file `%s`; check the path".formatted(name, path));
    }
    return open(name, file, WorkFolder.create(), isolation, writable);
  }

  private static Engine openFiles(String name, List<String> entries, Isolation isolation) {
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
    return open(name, file, folder, isolation, false);
  }

  private static Engine open(
      String name, Path file, WorkFolder folder, Isolation isolation, boolean writable) {
    try {
      return new DuckDbEngine(Editions.open(name, file, folder, isolation), writable);
    } catch (AlidadeException failure) {
      folder.close();
      throw failure;
    }
  }
}
