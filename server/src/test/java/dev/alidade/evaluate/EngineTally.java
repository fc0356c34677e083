package dev.alidade.evaluate;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What became of the questions on one engine, and of SQLite's plans for them. */
final class EngineTally {
  /** How an answer compares with SQLite's. */
  enum Agreement {
    SAME,
    /** The same but for rows that tie under the plan's order. */
    SAME_BUT_TIES,
    DIFFERENT,
    FAILED,
    NOT_ANSWERED
  }

  private final Map<Agreement, Integer> asked = new TreeMap<>();
  private final Map<Agreement, Integer> planned = new TreeMap<>();
  private final Map<String, Integer> failures = new TreeMap<>();

  synchronized void asked(Agreement agreement) {
    asked.merge(agreement, 1, Integer::sum);
  }

  synchronized void planned(Agreement agreement) {
    planned.merge(agreement, 1, Integer::sum);
  }

  synchronized void failed(String code) {
    failures.merge(code, 1, Integer::sum);
  }

  /** The share of SQLite's answers that the engine gives too, when it is asked. */
  double askedShare() {
    return share(asked);
  }

  /** The share of SQLite's answers that the same plan gives there. */
  double plannedShare() {
    return share(planned);
  }

  static String header() {
    return """
                        asked there                                      | the same plan there
        engine          same   ties  differs  failed  silent  agreement  | same   ties  differs  failed  agreement
        """;
  }

  String line(String engine) {
    return String.format(
        Locale.ROOT,
        "%-14s %5d  %5d  %7d  %6d  %6d  %8.1f %%  | %4d  %5d  %7d  %6d  %8.1f %%%s%n",
        engine,
        count(asked, Agreement.SAME),
        count(asked, Agreement.SAME_BUT_TIES),
        count(asked, Agreement.DIFFERENT),
        count(asked, Agreement.FAILED),
        count(asked, Agreement.NOT_ANSWERED),
        100 * askedShare(),
        count(planned, Agreement.SAME),
        count(planned, Agreement.SAME_BUT_TIES),
        count(planned, Agreement.DIFFERENT),
        count(planned, Agreement.FAILED),
        100 * plannedShare(),
        failures.isEmpty() ? "" : "  " + failures);
  }

  private static int count(Map<Agreement, Integer> counts, Agreement agreement) {
    return counts.getOrDefault(agreement, 0);
  }

  private static double share(Map<Agreement, Integer> counts) {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    int same = count(counts, Agreement.SAME) + count(counts, Agreement.SAME_BUT_TIES);
    return all == 0 ? 0 : (double) same / all;
  }
}
