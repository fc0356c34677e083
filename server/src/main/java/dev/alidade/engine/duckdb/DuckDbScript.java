package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Makes database files from scripts of our own; never runs what a user wrote. */
public final class DuckDbScript {
  private static final String UNFINISHED = "making-";
  private static final Duration SURELY_LEFT = Duration.ofHours(1);

  private DuckDbScript() {}

  /** Runs {@code script} in a new file, which appears at {@code target} whole or not at all. */
  public static void create(Path target, String script) {
    try {
      Files.createDirectories(target.getParent());
      removeLeftovers(target.getParent());
      Path folder = Files.createTempDirectory(target.getParent(), UNFINISHED);
      Path unfinished = folder.resolve(target.getFileName());
      run(unfinished, script);
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Files.delete(folder);
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "%s cannot be written; choose another state folder with ALIDADE_STATE".formatted(target),
          cause);
    }
  }

  /** What processes left behind that were ended while they ran a script. */
  private static void removeLeftovers(Path parent) throws IOException {
    Instant before = Instant.now().minus(SURELY_LEFT);
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, UNFINISHED + "*")) {
      for (Path folder : folders) {
        if (Files.getLastModifiedTime(folder).toInstant().isAfter(before)) {
          continue;
        }
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.toList()) {
            Files.deleteIfExists(file);
          }
        }
        Files.deleteIfExists(folder);
      }
    }
  }

  private static void run(Path file, String script) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(script);
      statement.execute("CHECKPOINT");
    } catch (SQLException cause) {
      throw new AlidadeException(
          ErrorCode.INTERNAL, "the script of %s failed".formatted(file.getFileName()), cause);
    }
  }
}
