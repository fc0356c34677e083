package dev.alidade.evaluate;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds the file of a database by its name, whatever its ending. */
final class DatabaseFiles {
  private DatabaseFiles() {}

  static Path find(Path folder, String name) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> nameOf(file).equals(name))
          .sorted()
          .findFirst()
          .orElseThrow(
              () ->
                  new AlidadeException(
                      ErrorCode.FILE_NOT_FOUND,
                      "No database `%s` in %s; correct --databases".formatted(name, folder)));
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "The folder %s cannot be read; correct --databases".formatted(folder),
          cause);
    }
  }

  private static String nameOf(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
