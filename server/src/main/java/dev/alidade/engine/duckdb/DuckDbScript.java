package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes database files from scripts of our own; never runs what a user wrote. */
public final class DuckDbScript {
  private DuckDbScript() {}

  /** Runs {@code script} in a new file, which appears at {@code target} whole or not at all. */
  public static void create(Path target, String script) {
    try {
      Files.createDirectories(target.getParent());
      Path folder = Files.createTempDirectory(target.getParent(), "making-");
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
