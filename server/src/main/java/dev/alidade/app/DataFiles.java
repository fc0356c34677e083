package dev.alidade.app;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.upload.SuggestedName;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The user's own files as sources: flat files together are the source `files`, each database file
 * is a source of its own.
 *
 * @param skipped sentences on files in folders that could not be used
 */
record DataFiles(List<SourceDefinition> sources, List<String> skipped) {
  private static final int DEEPEST_FOLDER = 8;
  private static final int MOST_FILES = 1_000;

  DataFiles {
    sources = List.copyOf(sources);
    skipped = List.copyOf(skipped);
  }

  /** Finds the data below these paths; a path that cannot be used is an error, said by name. */
  static DataFiles find(List<String> paths) {
    Finding finding = new Finding();
    paths.forEach(path -> finding.add(resolve(path)));
    if (finding.flat.isEmpty() && finding.databases.isEmpty()) {
      throw new AlidadeException(
          ErrorCode.FILE_NOT_FOUND,
          "No data file below %s; %s%s"
              .formatted(
                  String.join(", ", paths),
                  FileKind.WHAT_CAN_BE_READ,
                  finding.skipped.isEmpty() ? "" : ". " + finding.skipped.getFirst()));
    }
    return new DataFiles(finding.sources(), finding.skipped);
  }

  private static Path resolve(String text) {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException impossible) {
      throw new AlidadeException(
          ErrorCode.FILE_NOT_FOUND,
          "`%s` is no path that this system can have".formatted(text),
          impossible);
    }
  }

  /** What was found so far. */
  private static final class Finding {
    private final Set<Path> flat = new LinkedHashSet<>();
    private final Set<Path> seen = new HashSet<>();
    private final List<DatabaseFile> databases = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    private record DatabaseFile(Path path, FileKind kind) {}

    void add(Path path) {
      if (!Files.exists(path)) {
        throw new AlidadeException(
            ErrorCode.FILE_NOT_FOUND, "There is no file or folder %s".formatted(path));
      }
      if (Files.isDirectory(path)) {
        addFolder(path);
        return;
      }
      keep(path, FileKind.of(path));
    }

    private void addFolder(Path folder) {
      try (Stream<Path> inside = Files.walk(folder, DEEPEST_FOLDER, FileVisitOption.FOLLOW_LINKS)) {
        inside
            .filter(path -> !isHidden(folder, path) && Files.isRegularFile(path))
            .sorted()
            .forEach(this::addIfData);
      } catch (IOException | java.io.UncheckedIOException unreadable) {
        throw new AlidadeException(
            ErrorCode.FILE_UNREADABLE,
            "The folder %s cannot be read whole; check its permissions and links, or name files"
                .formatted(folder),
            unreadable);
      }
    }

    private static boolean isHidden(Path folder, Path path) {
      for (Path part : folder.relativize(path)) {
        String name = part.toString();
        if (name.startsWith(".") || name.equals("__MACOSX") || name.equals("node_modules")) {
          return true;
        }
      }
      return false;
    }

    /** A folder may hold other things; only what looks like data and is broken is worth a word. */
    private void addIfData(Path path) {
      if (!FileKind.mayBeData(path)) {
        return;
      }
      try {
        keep(path, FileKind.of(path));
      } catch (AlidadeException unusable) {
        skipped.add(unusable.getMessage());
      }
    }

    private void keep(Path path, FileKind kind) {
      if (!seen.add(path)) {
        return;
      }
      switch (kind) {
        case DUCKDB, SQLITE -> databases.add(new DatabaseFile(path, kind));
        case FLAT -> flat.add(path);
      }
      if (seen.size() > MOST_FILES) {
        throw new AlidadeException(
            ErrorCode.RESULT_TOO_LARGE,
            "More than %d data files; name a smaller folder".formatted(MOST_FILES));
      }
    }

    List<SourceDefinition> sources() {
      List<SourceDefinition> sources = new ArrayList<>();
      Set<String> names = new HashSet<>();
      if (!flat.isEmpty()) {
        names.add("files");
        List<String> files = flat.stream().map(Path::toString).toList();
        sources.add(new SourceDefinition("files", "duckdb", Map.of("files", files)));
      }
      for (DatabaseFile database : databases) {
        String name = SuggestedName.of(database.path().getFileName().toString(), names);
        names.add(name);
        sources.add(
            new SourceDefinition(
                name, database.kind().engine(), Map.of("path", database.path().toString())));
      }
      return sources;
    }
  }
}
