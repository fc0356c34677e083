package dev.alidade.engine.duckdb.load;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The formats of files that become tables. */
enum DataFormat {
  CSV,
  JSON,
  PARQUET;

  private static final Set<String> COMPRESSIONS = Set.of("gz", "zst");

  /** The format that the file's name promises. */
  static Optional<DataFormat> of(Path file) {
    return switch (extension(withoutCompression(file))) {
      case "csv", "tsv", "tab", "psv" -> Optional.of(CSV);
      case "json", "ndjson", "jsonl" -> Optional.of(JSON);
      case "parquet", "pq" -> Optional.of(PARQUET);
      default -> Optional.empty();
    };
  }

  /** The name without the extensions of format and compression. */
  static String stem(Path file) {
    String name = withoutCompression(file);
    return of(file).isPresent() ? name.substring(0, name.lastIndexOf('.')) : name;
  }

  /** The last extension where it is one of a compression, empty otherwise. */
  static String compression(Path file) {
    String extension = extension(file.getFileName().toString());
    return COMPRESSIONS.contains(extension) ? extension : "";
  }

  private static String withoutCompression(Path file) {
    String name = file.getFileName().toString();
    return compression(file).isEmpty() ? name : name.substring(0, name.lastIndexOf('.'));
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
