package dev.alidade.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a command line of the bench says.
 *
 * @param parts that are run; all where none is named
 * @param json where the report is written to
 * @param brief whether only gross regressions are looked for
 * @param rows that are exported to files
 * @param compared two reports to compare, instead of measuring
 * @param tolerance by how much a ratio may become worse
 * @param soak how long mixed work and faults go on
 */
record Options(
    List<String> parts,
    Optional<Path> json,
    boolean brief,
    long rows,
    List<Path> compared,
    double tolerance,
    Duration soak) {
  static final String HELP =
      """
      Usage: ./alidade bench [PART...] [OPTIONS]      measure, and print one table
             ./alidade bench --compare A B            say what became worse from report A to B
             ./alidade bench soak [--minutes 30]      work and faults for long: is memory flat?

      Parts: start, points (or mcp), rest, cost, ask, streams, governed, inside, exports, mixed, overload; without any, all

        --json FILE        also write the report
        --rows NUMBER      rows that exports write (default 10000000)
        --no-peers         leave DBHub and MCP Toolbox out
        --short            under a minute; fails where a ratio is far worse than in bench/short.json
        --tolerance SHARE  how much worse a ratio may be (default 0.2; with --short 0.45)
      """;

  private static final long ROWS = 10_000_000;
  private static final double TOLERANCE = 0.2;
  private static final double TOLERANCE_IN_BRIEF = 0.45;

  Options {
    parts = List.copyOf(parts);
    compared = List.copyOf(compared);
  }

  /** Fails with an IllegalArgumentException that tells what is wrong. */
  static Options read(List<String> words) {
    List<String> parts = new ArrayList<>();
    List<Path> compared = new ArrayList<>();
    Optional<Path> json = Optional.empty();
    Optional<Double> tolerance = Optional.empty();
    boolean brief = false;
    long rows = ROWS;
    Duration soak = Duration.ofMinutes(30);
    for (int at = 0; at < words.size(); at++) {
      switch (words.get(at)) {
        case "--short" -> brief = true;
        case "--json" -> json = Optional.of(Path.of(value(words, ++at)));
        case "--rows" -> rows = positive(words, ++at);
        case "--tolerance" -> tolerance = Optional.of(share(words, ++at));
        case "--minutes" -> soak = Duration.ofMinutes(positive(words, ++at));
        case "--compare" -> {
          compared.add(Path.of(value(words, ++at)));
          compared.add(Path.of(value(words, ++at)));
        }
        case String word when word.startsWith("-") ->
            throw new IllegalArgumentException(
                "`%s` is no option of the bench; see ./alidade bench --help".formatted(word));
        case String part -> parts.add(part.equals("mcp") ? "points" : part);
      }
    }
    double usual = brief ? TOLERANCE_IN_BRIEF : TOLERANCE;
    return new Options(parts, json, brief, rows, compared, tolerance.orElse(usual), soak);
  }

  private static String value(List<String> words, int at) {
    if (at >= words.size()) {
      throw new IllegalArgumentException("`%s` needs a value behind it".formatted(words.getLast()));
    }
    return words.get(at);
  }

  private static long positive(List<String> words, int at) {
    String text = value(words, at);
    if (!text.matches("[1-9]\\d{0,11}")) {
      throw new IllegalArgumentException(
          "`%s %s` is no whole number above 0".formatted(words.get(at - 1), text));
    }
    return Long.parseLong(text);
  }

  private static double share(List<String> words, int at) {
    String text = value(words, at);
    if (!text.matches("0(\\.\\d+)?")) {
      throw new IllegalArgumentException(
          "`--tolerance %s` is no share such as 0.2".formatted(text));
    }
    return Double.parseDouble(text);
  }
}
