package dev.alidade.engine.duckdb;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/**
 * Which file lies at a path, and when it was written last.
 *
 * @param identity another file at the same path has another one; empty where none lies there
 * @param content changes whenever somebody writes to the file or to its log
 * @param writtenAt when somebody last did
 */
record FileState(String identity, String content, FileTime writtenAt) {
  private static final FileState MISSING = new FileState("", "", FileTime.fromMillis(0));

  static FileState of(Path file) {
    try {
      BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
      // Changes stay in the log until they are moved into the file.
      File log = new File(file + ".wal");
      Object key = about.fileKey();
      long logged = log.lastModified();
      FileTime written = about.lastModifiedTime();
      return new FileState(
          String.valueOf(key == null ? file.toRealPath() : key),
          written.to(TimeUnit.NANOSECONDS) + ":" + about.size() + ":" + logged + ":" + log.length(),
          logged > written.toMillis() ? FileTime.fromMillis(logged) : written);
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
