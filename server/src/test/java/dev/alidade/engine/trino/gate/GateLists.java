package dev.alidade.engine.trino.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Statements of the tests' lists, one a line. */
public final class GateLists {
  private GateLists() {}

  /** What a gate to {@code tpch.tiny} refuses. */
  public static List<String> hostile() {
    return lines("hostile.sql");
  }

  /** What it lets through, and what runs there. */
  public static List<String> harmless() {
    return lines("harmless.sql");
  }

  private static List<String> lines(String name) {
    try (InputStream list = GateLists.class.getResourceAsStream("/engine/trino/" + name)) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("--"))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
