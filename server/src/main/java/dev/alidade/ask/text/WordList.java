package dev.alidade.ask.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the word lists that come with the product; a line that starts with # is a remark. */
public final class WordList {
  private WordList() {}

  /** The rows of a list, cut at tabs. */
  public static List<List<String>> rows(String resource) {
    try (InputStream stream = WordList.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the product lacks its word list " + resource);
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .collect(Collectors.toList());
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** A list of pairs: first field to second. */
  public static Map<String, String> pairs(String resource) {
    Map<String, String> pairs = new LinkedHashMap<>();
    rows(resource).forEach(row -> pairs.put(row.get(0), row.get(1)));
    return pairs;
  }

  /** All words of a list, several to a line. */
  public static Set<String> words(String resource) {
    return rows(resource).stream()
        .flatMap(row -> List.of(row.getFirst().strip().split("\\s+")).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
