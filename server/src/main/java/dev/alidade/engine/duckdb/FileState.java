package dev.alidade.engine.duckdb;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * Which file lies at a path, and when it was written last.
 *
 * @param identity another file at the same path has another one; empty where none lies there
 * @param content changes whenever somebody writes to the file or to its log
 */
record FileState(String identity, String content) {
  private static final FileState MISSING = new FileState("", "");

  static FileState of(Path file) {
    try {
      BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
      // Changes stay in the log until they are moved into the file.
      File log = new File(file + ".wal");
      Object key = about.fileKey();
      return new FileState(
          String.valueOf(key == null ? file.toRealPath() : key),
          "%d:%d:%d:%d"
              .formatted(
                  about.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                  about.size(),
                  log.lastModified(),
                  log.length()));
    } catch (IOException notThere) {
      return MISSING;
    }
  }

  boolean isMissing() {
    return equals(MISSING);
  }

  /** Whether it is one file, be it that it was written to. */
  boolean isSameFileAs(FileState other) {
    return identity.equals(other.identity);
  }

  /** Whether the same file was written to in place. */
  boolean overwrites(FileState before) {
    return isSameFileAs(before) && !content.equals(before.content);
  }

  /** The state in one word. */
  String word() {
    return identity + " " + content;
  }
}
