package dev.alidade.engine.duckdb.run;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A private folder for what a source loads and spills; it is gone when the source is closed. */
public record WorkFolder(Path path, Thread atExit) implements AutoCloseable {
  private static final AtomicLong SPILLS = new AtomicLong();

  /** A new folder, which is gone when the process ends. */
  public static WorkFolder create() {
    try {
      Path folder = Files.createTempDirectory("alidade-duckdb-");
      Thread atExit = new Thread(() -> delete(folder));
      Runtime.getRuntime().addShutdownHook(atExit);
      return new WorkFolder(folder, atExit);
    } catch (IOException failure) {
      throw new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE,
          "No folder for temporary data can be made; free some disk, or point java.io.tmpdir"
              + " elsewhere",
          failure);
    }
  }

  /** Where one database puts what does not fit in memory; no two share a folder. */
  public Path spill() {
    return path.resolve("spill-" + SPILLS.incrementAndGet());
  }

  /** The database that files are loaded into. */
  public Path database(String name) {
    return path.resolve(name.replaceAll("[^A-Za-z0-9_]", "_") + ".duckdb");
  }

  @Override
  public void close() {
    delete(path);
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException exiting) {
      // The hook runs or has run already.
      delete(path);
    }
  }

  /** Deletes a folder with all that is in it, as far as that is possible. */
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> below = Files.walk(folder)) {
      List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException failure) {
      // The system clears its temporary folder; a leftover harms nothing.
      System.getLogger(WorkFolder.class.getName())
          .log(System.Logger.Level.DEBUG, "temporary folder not deleted", failure);
    }
  }
}
