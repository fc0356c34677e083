package dev.alidade.edge.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How an output is printed. */
enum Format {
  /** For people: aligned columns; what is not rows goes to the error stream. */
  TABLE,
  /** The whole output, as the other doors give it. */
  JSON,
  /** The rows, all of them. */
  CSV;

  static List<String> names() {
    return Arrays.stream(values()).map(Format::word).toList();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
