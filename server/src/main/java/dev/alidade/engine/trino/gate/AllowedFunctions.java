package dev.alidade.engine.trino.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** The reviewed list of functions that a statement may call, in lower case. */
final class AllowedFunctions {
  private static final String LIST = "/dev/alidade/engine/trino/functions.txt";
  private static final Set<String> IN_EXPRESSIONS = new TreeSet<>();
  private static final Set<String> AS_TABLES = new TreeSet<>();

  static {
    Set<String> section = IN_EXPRESSIONS;
    for (String line : text().split("\\R", -1)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[")) {
        section = line.equals("[table]") ? AS_TABLES : IN_EXPRESSIONS;
        continue;
      }
      section.addAll(Set.of(line.strip().split("\\s+", -1)));
    }
  }

  private AllowedFunctions() {}

  /** Those that may be called in an expression. */
  static Set<String> inExpressions() {
    return Set.copyOf(IN_EXPRESSIONS);
  }

  static boolean inExpression(String name) {
    return IN_EXPRESSIONS.contains(name);
  }

  /** Whether it may stand in {@code TABLE(...)}. */
  static boolean asTable(String name) {
    return AS_TABLES.contains(name);
  }

  private static String text() {
    try (InputStream stream = AllowedFunctions.class.getResourceAsStream(LIST)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
