package dev.alidade.evaluate;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.EngineFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** The databases that a suite asks: files of a folder, or one sample source. */
final class SuiteDatabases {
  private final Function<String, Path> files;
  private final Function<Path, EngineFactory> engines;
  private final Function<String, Optional<Path>> meanings;

  private SuiteDatabases(Function<String, Path> files, Function<Path, EngineFactory> engines) {
    this(files, engines, name -> Optional.empty());
  }

  private SuiteDatabases(
      Function<String, Path> files,
      Function<Path, EngineFactory> engines,
      Function<String, Optional<Path>> meanings) {
    this.files = files;
    this.engines = engines;
    this.meanings = meanings;
  }

  /** Files of {@code folder}, each opened with the engine that reads it. */
  static SuiteDatabases in(Path folder, Function<Path, EngineFactory> engines) {
    return new SuiteDatabases(name -> DatabaseFiles.find(folder, name), engines);
  }

  /** The source of this name only, whose file {@code sample} gives. */
  static SuiteDatabases only(
      String source, Function<String, Path> sample, Function<Path, EngineFactory> engines) {
    return new SuiteDatabases(
        name -> {
          if (!name.equals(source)) {
            throw new AlidadeException(
                ErrorCode.INVALID_INPUT,
                "The suite asks the database `%s`, not `%s`; give --databases instead of --source"
                    .formatted(name, source));
          }
          return sample.apply(name);
        },
        engines);
  }

  /** These, and a sample source of this name. */
  SuiteDatabases and(String source, Function<String, Path> sample) {
    return new SuiteDatabases(
        name -> name.equals(source) ? sample.apply(name) : files.apply(name), engines, meanings);
  }

  /** These, of which one means what the semantic model in {@code file} says. */
  SuiteDatabases meaning(String source, Path file) {
    return new SuiteDatabases(
        files, engines, name -> name.equals(source) ? Optional.of(file) : meanings.apply(name));
  }

  SuiteDatabase open(String name) {
    Path file = files.apply(name);
    return new SuiteDatabase(engines.apply(file), name, file, meanings.apply(name));
  }
}
