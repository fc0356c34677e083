package dev.alidade.semantic.document;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong with a text, so that all of it is said at once. */
public final class Problems {
  private static final int SHOWN = 50;

  private final List<Problem> problems = new ArrayList<>();

  /** Notes one. */
  public void add(int line, int column, String message) {
    problems.add(new Problem(line, column, message));
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** All, from the first line to the last, none twice. */
  public List<Problem> all() {
    return problems.stream()
        .distinct()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .toList();
  }

  /** Fails when anything is wrong with the text that people know as {@code file}. */
  public void check(String file, ErrorCode code) {
    if (!problems.isEmpty()) {
      throw new AlidadeException(code, sentence(file, all()));
    }
  }

  private static String sentence(String file, List<Problem> all) {
    String lines =
        all.stream()
            .limit(SHOWN)
            .map(one -> "  %s:%d:%d: %s".formatted(file, one.line(), one.column(), one.message()))
            .collect(Collectors.joining("\n"));
    String count = all.size() == 1 ? "an error" : all.size() + " errors";
    String more = all.size() > SHOWN ? "\n  and %d more".formatted(all.size() - SHOWN) : "";
    return "%s has %s:\n%s%s".formatted(file, count, lines, more);
  }
}
