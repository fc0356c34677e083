package dev.alidade.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What changed since an earlier report over the same questions.
 *
 * @param accuracy as it was; so are coverage and precision
 * @param gained questions that are right now and were not
 * @param lost questions that were right and are not now
 * @param byPattern gained and lost by the pattern of the question
 * @param chance how likely chance alone makes such a difference: McNemar's exact test, two-sided
 */
record Comparison(
    double accuracy,
    double coverage,
    double precision,
    List<String> gained,
    List<String> lost,
    List<Change> byPattern,
    double chance) {
  Comparison {
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
    byPattern = List.copyOf(byPattern);
  }

  /** What changed in one pattern. */
  record Change(String pattern, int gained, int lost) {}

  /** Compares with the report that {@code --report} wrote to this file. */
  static Comparison with(Path file, List<QuestionResult> results) {
    JsonNode old = read(file);
    if (old.path("questions").asInt(-1) != results.size()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "%s tells of %s questions, and %d were asked now; compare runs over the same questions"
              .formatted(file, old.path("questions").asText("no"), results.size()));
    }
    Set<String> wrongBefore = new HashSet<>();
    old.path("failures").forEach(failure -> wrongBefore.add(failure.path("id").asText()));
    List<String> gained = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    Map<Pattern, int[]> changes = new EnumMap<>(Pattern.class);
    for (QuestionResult result : results) {
      String id = result.question().id();
      boolean before = !wrongBefore.contains(id);
      if (before != result.correct()) {
        (result.correct() ? gained : lost).add(id);
        int[] counts = changes.computeIfAbsent(result.pattern(), pattern -> new int[2]);
        counts[result.correct() ? 0 : 1]++;
      }
    }
    List<Change> byPattern = new ArrayList<>();
    changes.forEach(
        (pattern, counts) ->
            byPattern.add(
                new Change(pattern.name().toLowerCase(Locale.ROOT), counts[0], counts[1])));
    return new Comparison(
        old.path("accuracy").asDouble(),
        old.path("coverage").asDouble(),
        old.path("precision").asDouble(),
        gained,
        lost,
        byPattern,
        chance(gained.size(), lost.size()));
  }

  /** That a fair coin falls at least as unevenly; sums logarithms, as factorials grow too large. */
  static double chance(int gained, int lost) {
    int tosses = gained + lost;
    int fewer = Math.min(gained, lost);
    double sum = 0;
    double logarithm = -tosses * Math.log(2);
    for (int heads = 0; heads <= fewer; heads++) {
      sum += Math.exp(logarithm);
      logarithm += Math.log(tosses - heads) - Math.log(heads + 1.0);
    }
    return Math.min(1, Shares.rounded(2 * sum));
  }

  private static JsonNode read(Path file) {
    try {
      return Json.mapper().readTree(file.toFile());
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "%s is not a report; give a file that --report wrote".formatted(file),
          cause);
    }
  }
}
