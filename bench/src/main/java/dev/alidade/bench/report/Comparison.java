package dev.alidade.bench.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two runs beside each other, by the ratios of their lines: values move with the machine and are
 * judged nowhere.
 *
 * @param missing lines of the first run whose part the second ran without them
 */
public record Comparison(List<Change> changes, List<String> missing) {
  public Comparison {
    changes = List.copyOf(changes);
    missing = List.copyOf(missing);
  }

  /**
   * One line in both runs.
   *
   * @param worsening how many times worse the ratio became; under 1 where it is better
   */
  public record Change(
      String name, double before, double after, double worsening, boolean regression) {}

  /** A ratio that is more than {@code tolerance} (0.2 is a fifth) worse is a regression. */
  public static Comparison of(Report before, Report after, double tolerance) {
    if (tolerance < 0 || tolerance >= 1) {
      throw new IllegalArgumentException("a tolerance is at least 0 and under 1");
    }
    Map<String, Line> now =
        after.lines().stream()
            .collect(Collectors.toMap(Line::key, line -> line, (one, two) -> two));
    Set<String> parts = new HashSet<>();
    after.lines().forEach(line -> parts.add(line.part()));
    List<Change> changes = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Line line : before.lines()) {
      Optional<Line> other = Optional.ofNullable(now.get(line.key()));
      if (other.isEmpty() && parts.contains(line.part())) {
        missing.add(line.key());
      }
      other
          .filter(one -> one.ratio().isPresent() && line.ratio().isPresent())
          .ifPresent(one -> changes.add(change(line, one, tolerance)));
    }
    return new Comparison(changes, missing);
  }

  private static Change change(Line before, Line after, double tolerance) {
    double was = before.ratio().orElseThrow();
    double is = after.ratio().orElseThrow();
    double worsening = before.unit().worsening(was, is);
    return new Change(before.key(), was, is, worsening, worsening > 1 / (1 - tolerance));
  }

  /** Whether nothing became worse and nothing is missing. */
  public boolean isGood() {
    return missing.isEmpty() && changes.stream().noneMatch(Change::regression);
  }
}
