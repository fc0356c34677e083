package dev.alidade.app;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.upload.DataFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What a data file is, by its first bytes and then by its name. */
enum FileKind {
  /** Files of which each becomes a table. */
  FLAT,
  DUCKDB,
  SQLITE;

  /** For messages on files that are something else. */
  static final String WHAT_CAN_BE_READ =
      "CSV, TSV, JSON, NDJSON and Parquet files (also .gz and .zst), DuckDB and SQLite files"
          + " and folders of them can be read";

  private static final Set<String> TEXT = Set.of("csv", "tsv", "json", "ndjson", "jsonl");
  private static final Set<String> DATABASE =
      Set.of("duckdb", "ddb", "db", "db3", "sqlite", "sqlite3", "sqlitedb");
  private static final byte[] SQLITE_START =
      "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DUCKDB_MARK = "DUCK".getBytes(StandardCharsets.US_ASCII);
  private static final int DUCKDB_MARK_AT = 8;
  private static final byte[] PARQUET_START = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] GZIP_START = {0x1f, (byte) 0x8b};
  private static final byte[] ZSTD_START = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
  private static final byte[] ZIP_START = {'P', 'K', 3, 4};
  private static final int LOOK_AT = 64 * 1024;

  /** Whether a file in a folder is meant as data. */
  static boolean mayBeData(Path path) {
    String extension = extension(nameWithoutCompression(path));
    return TEXT.contains(extension) || DATABASE.contains(extension) || extension.equals("parquet");
  }

  /** What an uploaded file is; fails as {@link #of} does. */
  static DataFile recognize(Path path) {
    return switch (of(path)) {
      case FLAT -> new DataFile(DUCKDB.engine(), "files", false);
      case DUCKDB -> new DataFile(DUCKDB.engine(), "path", true);
      case SQLITE -> new DataFile(SQLITE.engine(), "path", true);
    };
  }

  /** The engine that reads databases of this kind. */
  String engine() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a file; fails with FILE_UNREADABLE where it is not what its name says. */
  static FileKind of(Path path) {
    byte[] start = start(path);
    if (start.length == 0) {
      throw unreadable(path, "is empty");
    }
    if (holds(start, 0, SQLITE_START)) {
      return SQLITE;
    }
    if (holds(start, DUCKDB_MARK_AT, DUCKDB_MARK)) {
      return DUCKDB;
    }
    if (holds(start, 0, ZIP_START)) {
      throw unreadable(
          path,
          extension(path.getFileName().toString()).equals("xlsx")
              ? "is an Excel workbook; save each sheet as CSV (UTF-8)"
              : "is a zip archive; take the data files out of it");
    }
    String name = nameWithoutCompression(path);
    String extension = extension(name);
    if (DATABASE.contains(extension)) {
      throw unreadable(path, "is neither a DuckDB nor an SQLite file, though its name says so");
    }
    if (!TEXT.contains(extension) && !extension.equals("parquet")) {
      throw unreadable(path, "is no data file by its name; " + WHAT_CAN_BE_READ);
    }
    checkContent(path, start, extension);
    return FLAT;
  }

  private static void checkContent(Path path, byte[] start, String extension) {
    switch (compression(path)) {
      case "gz" -> require(path, holds(start, 0, GZIP_START), "gzip");
      case "zst" -> require(path, holds(start, 0, ZSTD_START), "Zstandard");
      default -> {
        if (extension.equals("parquet")) {
          require(path, holds(start, 0, PARQUET_START), "Parquet");
          return;
        }
        checkText(path, start, extension);
      }
    }
  }

  private static void require(Path path, boolean isSo, String format) {
    if (!isSo) {
      throw unreadable(path, "is not a %s file, though its name says so".formatted(format));
    }
  }

  private static void checkText(Path path, byte[] start, String extension) {
    boolean isUtf16 =
        start.length > 1
            && ((start[0] == (byte) 0xff && start[1] == (byte) 0xfe)
                || (start[0] == (byte) 0xfe && start[1] == (byte) 0xff));
    if (isUtf16) {
      throw unreadable(path, "is UTF-16 text; save it as UTF-8");
    }
    for (byte value : start) {
      if (value == 0) {
        throw unreadable(
            path, "holds binary data, not %s text".formatted(extension.toUpperCase(Locale.ROOT)));
      }
    }
  }

  private static byte[] start(Path path) {
    try (InputStream input = Files.newInputStream(path)) {
      return input.readNBytes(LOOK_AT);
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "%s cannot be read; check its permissions".formatted(path),
          cause);
    }
  }

  private static boolean holds(byte[] content, int at, byte[] mark) {
    if (content.length < at + mark.length) {
      return false;
    }
    for (int index = 0; index < mark.length; index++) {
      if (content[at + index] != mark[index]) {
        return false;
      }
    }
    return true;
  }

  private static String compression(Path path) {
    String extension = extension(path.getFileName().toString());
    return extension.equals("gz") || extension.equals("zst") ? extension : "";
  }

  private static String nameWithoutCompression(Path path) {
    String name = path.getFileName().toString();
    int suffix = compression(path).length();
    return suffix == 0 ? name : name.substring(0, name.length() - suffix - 1);
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static AlidadeException unreadable(Path path, String what) {
    return new AlidadeException(ErrorCode.FILE_UNREADABLE, "%s %s".formatted(path, what));
  }
}
