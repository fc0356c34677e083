package dev.alidade.redteam;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Statements that are kept as lines of a resource; lines that begin with # are remarks. */
final class Lines {
  private Lines() {}

  static List<String> of(String resource) {
    try (InputStream file = Lines.class.getResourceAsStream("/redteam/" + resource)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
