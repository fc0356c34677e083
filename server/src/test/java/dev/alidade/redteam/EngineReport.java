package dev.alidade.redteam;

import java.util.List;
import java.util.Locale;

/** All that was measured on one engine. */
record EngineReport(
    String engine, List<Campaign.Score> hostile, List<Fairness> harmless, Latency latency) {
  static final String HEADER =
      "engine     hostile  answered  bypasses   bypass rate   harmless  denied  false-reject rate  failed   p50 seen, new";

  EngineReport {
    hostile = List.copyOf(hostile);
    harmless = List.copyOf(harmless);
  }

  int attempts() {
    return hostile.stream().mapToInt(Campaign.Score::statements).sum();
  }

  int bypasses() {
    return hostile.stream().mapToInt(score -> score.leaks().size()).sum();
  }

  int asked() {
    return harmless.stream().mapToInt(Fairness::asked).sum();
  }

  int denied() {
    return harmless.stream().mapToInt(fairness -> fairness.denied().size()).sum();
  }

  /** One line of the table. */
  String line() {
    int answered = hostile.stream().mapToInt(Campaign.Score::answered).sum();
    int failed = harmless.stream().mapToInt(fairness -> fairness.failed().size()).sum();
    return String.format(
        Locale.ROOT,
        "%-9s %8d  %8d  %8d  %10.4f %%  %9d  %6d  %15.3f %%  %6d   %s",
        engine,
        attempts(),
        answered,
        bypasses(),
        percent(bypasses(), attempts()),
        asked(),
        denied(),
        percent(denied(), asked()),
        failed,
        latency);
  }

  /** What the parts of it were, and every statement that should have ended otherwise. */
  String details() {
    StringBuilder text = new StringBuilder();
    for (Campaign.Score score : hostile) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-9s %-36s %6d hostile  %6d answered %4d bypasses %5d s%n",
              engine,
              score.corpus(),
              score.statements(),
              score.answered(),
              score.leaks().size(),
              score.took().toSeconds()));
      score.leaks().forEach(leak -> text.append("  BYPASS ").append(leak).append('\n'));
    }
    for (Fairness fairness : harmless) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-9s %-36s %6d harmless %6d denied   %4d failed%n",
              engine,
              fairness.corpus(),
              fairness.asked(),
              fairness.denied().size(),
              fairness.failed().size()));
      fairness.denied().forEach(sql -> text.append("  DENIED ").append(sql).append('\n'));
      fairness.failed().forEach(sql -> text.append("  FAILED ").append(sql).append('\n'));
    }
    return text.toString();
  }

  private static double percent(int some, int all) {
    return all == 0 ? 0 : 100.0 * some / all;
  }
}
