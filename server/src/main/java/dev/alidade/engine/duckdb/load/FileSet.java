package dev.alidade.engine.duckdb.load;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the files that a list of files, folders and patterns names. */
final class FileSet {
  private static final int DEEPEST_FOLDER = 8;

  private FileSet() {}

  /** The files, each once, in the order of the list and of their names. */
  static List<Path> find(List<String> entries) {
    Set<Path> files = new LinkedHashSet<>();
    for (String entry : entries) {
      List<Path> found = findOne(entry);
      if (found.isEmpty()) {
        throw new AlidadeException(
            ErrorCode.FILE_NOT_FOUND,
            "No CSV, TSV, JSON, NDJSON or Parquet file at `%s`; check the path".formatted(entry));
      }
      files.addAll(found);
    }
    return List.copyOf(files);
  }

  private static List<Path> findOne(String entry) {
    if (!isPattern(entry) || Files.exists(Path.of(entry))) {
      Path path = Path.of(entry).toAbsolutePath().normalize();
      if (Files.isDirectory(path)) {
        return walk(path, file -> DataFormat.of(file).isPresent());
      }
      return Files.exists(path) ? List.of(path) : List.of();
    }
    String pattern = entry.replace('\\', '/');
    int firstWildcard = firstWildcard(pattern);
    int slash = pattern.lastIndexOf('/', firstWildcard);
    Path folder = Path.of(slash < 0 ? "" : pattern.substring(0, slash + 1)).toAbsolutePath();
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + pattern.substring(slash + 1));
    return Files.isDirectory(folder)
        ? walk(folder, file -> matcher.matches(folder.relativize(file)))
        : List.of();
  }

  private static List<Path> walk(Path folder, Predicate<Path> wanted) {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> below = Files.walk(folder, DEEPEST_FOLDER)) {
      below
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(wanted)
          .sorted()
          .forEach(files::add);
    } catch (IOException | UncheckedIOException failure) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "The folder `%s` cannot be read; check its permissions".formatted(folder),
          failure);
    }
    return files;
  }

  private static boolean isPattern(String entry) {
    return firstWildcard(entry) >= 0;
  }

  private static int firstWildcard(String entry) {
    for (int index = 0; index < entry.length(); index++) {
      if ("*?[{".indexOf(entry.charAt(index)) >= 0) {
        return index;
      }
    }
    return -1;
  }
}
