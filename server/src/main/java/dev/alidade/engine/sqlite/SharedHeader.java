package dev.alidade.engine.sqlite;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The header of a write-ahead log's index, by which SQLite's own readers tell that somebody has
 * committed (SQLite, "WAL-mode File Format", section 2.2).
 */
final class SharedHeader {
  private static final int COPY = 48;

  // Closing any descriptor of a file drops all locks that this process has on it, those of SQLite's
  // connections too. So one is kept for each file as long as the process lives, and none of the
  // kind
  // that an interrupted thread closes.
  private static final Map<Object, RandomAccessFile> OPEN = new ConcurrentHashMap<>();

  private final Path file;

  /** The header beside a database. */
  SharedHeader(Path database) {
    this.file = new File(database + "-shm").toPath();
  }

  /** Whether it can be told what is committed, and if so by which word. */
  sealed interface Look {
    /** All that is committed has this word; the empty one where there is no log. */
    record Word(String text) implements Look {}

    /** Somebody commits at this moment. */
    record Writing() implements Look {}
  }

  /** What is committed now. */
  Look look() throws IOException {
    // Most databases have no log, and an exception costs more than to ask first.
    if (!Files.exists(file)) {
      return new Look.Word("");
    }
    Object key;
    try {
      key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException noLog) {
      return new Look.Word("");
    }
    if (key == null) {
      throw new IOException("files have no identity here");
    }
    byte[] bytes = new byte[2 * COPY];
    RandomAccessFile shared = opened(key);
    synchronized (shared) {
      shared.seek(0);
      try {
        shared.readFully(bytes);
      } catch (EOFException notYetMade) {
        return new Look.Writing();
      }
    }
    // A writer writes the second copy first; while they differ it is at it.
    return Arrays.equals(bytes, 0, COPY, bytes, COPY, 2 * COPY)
        ? new Look.Word(HexFormat.of().formatHex(bytes, 0, COPY))
        : new Look.Writing();
  }

  private RandomAccessFile opened(Object key) throws IOException {
    Optional<RandomAccessFile> known = Optional.ofNullable(OPEN.get(key));
    if (known.isPresent()) {
      return known.get();
    }
    synchronized (OPEN) {
      RandomAccessFile shared = OPEN.get(key);
      if (shared == null) {
        shared = new RandomAccessFile(file.toFile(), "r");
        OPEN.put(key, shared);
      }
      return shared;
    }
  }
}
