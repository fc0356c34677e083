package dev.alidade.redteam;

import dev.alidade.query.QueryService;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** How long gate and policy take for one statement of a narrowed caller, without running it. */
record Latency(double newMicros, double seenMicros) {
  private static final int STATEMENTS = 300;

  /** Medians over statements that were never sent before, and over the same ones sent again. */
  static Latency of(Arena arena) {
    QueryService queries = arena.governed().queries();
    List<String> warm = PlainQueries.of(new Random(3)).distinct().limit(STATEMENTS).toList();
    List<String> fresh =
        PlainQueries.of(new Random(4))
            .distinct()
            .filter(sql -> !warm.contains(sql))
            .limit(STATEMENTS)
            .toList();
    medianMicros(queries, warm);
    return new Latency(medianMicros(queries, fresh), medianMicros(queries, fresh));
  }

  private static double medianMicros(QueryService queries, List<String> statements) {
    long[] nanos = new long[statements.size()];
    for (int index = 0; index < nanos.length; index++) {
      long start = System.nanoTime();
      queries.check(ArenaRules.WENDY, Side.SOURCE, statements.get(index));
      nanos[index] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e3;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%8.3f ms %8.3f ms", seenMicros / 1e3, newMicros / 1e3);
  }
}
