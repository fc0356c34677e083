package dev.alidade.evaluate;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what a command found to a file of the user's choice. */
final class WrittenFile {
  private WrittenFile() {}

  /** Fails with FILE_UNREADABLE where the file cannot be written. */
  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "%s cannot be written; choose another place".formatted(file),
          cause);
    }
  }
}
