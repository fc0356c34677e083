package dev.alidade.engine.duckdb.load;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gives every file a table name that reads well and can be written without quotes. */
final class TableNames {
  private final Set<String> reserved;

  /** Names that SQL reserves are avoided. */
  TableNames(Set<String> reserved) {
    this.reserved = Set.copyOf(reserved);
  }

  /** A name for each file; files of one name are told apart by their folders, then by numbers. */
  Map<Path, String> forFiles(List<Path> files) {
    Map<Path, String> names = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (Path file : files) {
      String name = nameOf(DataFormat.stem(file));
      if (taken.contains(name)
          && file.getParent() != null
          && file.getParent().getFileName() != null) {
        name = nameOf(file.getParent().getFileName() + "_" + DataFormat.stem(file));
      }
      String unique = name;
      for (int number = 2; !taken.add(unique); number++) {
        unique = name + "_" + number;
      }
      names.put(file, unique);
    }
    return names;
  }

  private String nameOf(String text) {
    String words =
        text.replaceAll("(\\p{Ll}|\\d)(\\p{Lu})", "$1_$2")
            .replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1_$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "_")
            .replaceAll("^_+|_+$", "");
    if (words.isEmpty()) {
      return "data";
    }
    if (Character.isDigit(words.codePointAt(0))) {
      return "table_" + words;
    }
    return reserved.contains(words) ? words + "_data" : words;
  }
}
