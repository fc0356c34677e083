package dev.alidade.app;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong with a configuration file, so that all of it is said at once. */
final class ConfigProblems {
  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  ConfigProblems(String file) {
    this.file = file;
  }

  void add(int line, String message) {
    problems.add(new Problem(line, message));
  }

  /** What is wrong, without lines. */
  List<String> messages() {
    return problems.stream().map(Problem::message).toList();
  }

  /** Fails with CONFIGURATION_INVALID when anything was wrong. */
  void check() {
    if (problems.isEmpty()) {
      return;
    }
    String lines =
        problems.stream()
            .sorted(Comparator.comparingInt(Problem::line))
            .map(problem -> "  %s:%d: %s".formatted(file, problem.line(), problem.message()))
            .collect(Collectors.joining("\n"));
    throw new AlidadeException(
        ErrorCode.CONFIGURATION_INVALID,
        "%s has %s:\n%s"
            .formatted(
                file, problems.size() == 1 ? "an error" : problems.size() + " errors", lines));
  }

  private record Problem(int line, String message) {}
}
