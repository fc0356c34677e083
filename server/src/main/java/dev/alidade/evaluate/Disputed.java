package dev.alidade.evaluate;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Questions whose right SQL is not right: a public list of suite, question and reason.
 *
 * @param bySuite the questions of a suite, which is called as its file without its ending
 */
record Disputed(Map<String, Set<String>> bySuite) {
  static final Disputed NONE = new Disputed(Map.of());

  Disputed {
    bySuite = Map.copyOf(bySuite);
  }

  /** Reads lines of suite, id and reason, with tabs between them; {@code #} begins a remark. */
  static Disputed read(Path file) {
    Map<String, Set<String>> bySuite = new TreeMap<>();
    for (String line : lines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() != 3 || cells.stream().anyMatch(String::isBlank)) {
          throw new AlidadeException(
              ErrorCode.INVALID_INPUT,
              "%s: `%s` is no disputed question; write suite, id and reason with tabs between them"
                  .formatted(file, line));
        }
        bySuite.computeIfAbsent(cells.getFirst(), suite -> new TreeSet<>()).add(cells.get(1));
      }
    }
    return new Disputed(bySuite);
  }

  /** Results without those that are disputed. */
  List<QuestionResult> without(Path suite, List<QuestionResult> results) {
    Set<String> ids = bySuite.getOrDefault(nameOf(suite), Set.of());
    return results.stream().filter(result -> !ids.contains(result.question().id())).toList();
  }

  static String nameOf(Path suite) {
    String name = String.valueOf(suite.getFileName());
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "%s cannot be read; correct --disputed".formatted(file),
          cause);
    }
  }
}
