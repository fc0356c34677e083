package dev.alidade.evaluate;

import dev.alidade.evaluate.CauseCounts.CauseCount;
import java.util.Locale;

/** A report as text for a terminal: totals only, never a question. */
final class ReportText {
  private final StringBuilder text = new StringBuilder();

  private ReportText() {}

  static String of(Report report) {
    ReportText written = new ReportText();
    written.patterns(report);
    written.certainty(report.certainty());
    written.causes(report.causes());
    report.robustness().ifPresent(robustness -> written.robustness(report, robustness));
    report.undisputed().ifPresent(written::undisputed);
    report.comparison().ifPresent(comparison -> written.comparison(report, comparison));
    written.planning(report);
    return written.text.toString();
  }

  private void patterns(Report report) {
    line("pattern            questions answered correct accuracy coverage precision");
    report.byPattern().forEach(this::pattern);
    pattern(report.all());
    line("");
    line(
        "accuracy   share of all questions whose best reading gives the right rows, answered or not");
    line("coverage   share of all questions that are answered");
    line("precision  share of the answered questions that are right");
    line("");
    line("answered wrongly, of all questions             %6.1f%%", 100 * report.wrongAnswers());
    line(
        "accuracy with columns in any order             %6.1f%%",
        100 * report.accuracyAnyColumns());
    line(
        "so, and rows that tie in any order or choice   %6.1f%%", 100 * report.accuracyAnyChoice());
  }

  private void pattern(Report.ByPattern part) {
    line(
        "%-18s %9d %8d %7d %7.1f%% %7.1f%% %8.1f%%",
        part.pattern(),
        part.questions(),
        part.answered(),
        part.correct(),
        100 * part.accuracy(),
        100 * part.coverage(),
        100 * part.precision());
  }

  private void certainty(Certainty certainty) {
    line("");
    line("answering from a confidence of");
    certainty
        .byThreshold()
        .forEach(
            at ->
                line(
                    "  %.1f  coverage %5.1f%%  precision %5.1f%%",
                    at.confidence(), 100 * at.coverage(), 100 * at.precision()));
    line("coverage at a precision of");
    certainty.atPrecision().forEach(this::wanted);
    line("precision at a coverage of");
    certainty.atCoverage().forEach(this::wanted);
    line("readings shown with a confidence of, and the share that is right");
    certainty
        .bins()
        .forEach(
            bin ->
                line(
                    "  %.1f  %5d readings  shown %5.1f%%  right %5.1f%%",
                    bin.from(), bin.questions(), 100 * bin.confidence(), 100 * bin.right()));
    line("calibration error  %.1f points", 100 * certainty.calibrationError());
  }

  private void wanted(Certainty.Wanted wanted) {
    if (wanted.reached()) {
      line(
          "  %3.0f%%  %5.1f%%, answering from %.2f",
          100 * wanted.wanted(), 100 * wanted.got(), wanted.confidence());
    } else {
      line("  %3.0f%%  not reached", 100 * wanted.wanted());
    }
  }

  private void causes(CauseCounts counts) {
    line("");
    line(
        "%-58s %6s %6s %6s %6s %8s %6s %5s",
        "why the best reading is wrong",
        "wrong",
        "share",
        "alone",
        "seen",
        "answered",
        "later",
        "words");
    counts.causes().forEach(this::cause);
    line(
        "%-58s %6d %20s %8d %6d %5d",
        "all", counts.wrong(), "", counts.answered(), counts.furtherDown(), counts.unexplained());
    line("alone     nothing else was found to be wrong; seen: found at all, whatever counts");
    line("answered  of the wrong ones, those that were answered");
    line("later     a right reading stands behind the best one; words: some are left unexplained");
  }

  private void cause(CauseCount count) {
    line(
        "%-58s %6d %5.1f%% %6d %6d %8d %6d %5d",
        count.cause().title(),
        count.questions(),
        100 * count.share(),
        count.alone(),
        count.seen(),
        count.answered(),
        count.furtherDown(),
        count.unexplained());
  }

  private void robustness(Report report, Robustness robustness) {
    Figures words = robustness.reworded();
    line("");
    line("                accuracy coverage precision");
    line(
        "as asked        %7.1f%% %7.1f%% %8.1f%%",
        100 * report.accuracy(), 100 * report.coverage(), 100 * report.precision());
    line(
        "in other words  %7.1f%% %7.1f%% %8.1f%%",
        100 * words.accuracy(), 100 * words.coverage(), 100 * words.precision());
    line(
        "right stays right in other words  %.1f%%; wrong becomes right  %.1f%%",
        100 * robustness.staysRight(), 100 * robustness.becomesRight());
  }

  private void undisputed(Figures figures) {
    line("");
    line(
        "without disputed questions: %d questions, accuracy %.1f%%, coverage %.1f%%, precision %.1f%%",
        figures.questions(),
        100 * figures.accuracy(),
        100 * figures.coverage(),
        100 * figures.precision());
  }

  private void comparison(Report report, Comparison comparison) {
    line("");
    line(
        "before          %7.1f%% %7.1f%% %8.1f%%  accuracy, coverage, precision",
        100 * comparison.accuracy(), 100 * comparison.coverage(), 100 * comparison.precision());
    line(
        "now             %7.1f%% %7.1f%% %8.1f%%",
        100 * report.accuracy(), 100 * report.coverage(), 100 * report.precision());
    line(
        "%d became right, %d became wrong; by chance alone as unevenly: %.4f",
        comparison.gained().size(), comparison.lost().size(), comparison.chance());
    comparison
        .byPattern()
        .forEach(
            change -> line("  %-18s %+4d %+4d", change.pattern(), change.gained(), -change.lost()));
  }

  private void planning(Report report) {
    line("");
    line(
        "plan time  median %.1f ms, 95 %% %.1f ms",
        report.planning().microsMedian() / 1000.0, report.planning().micros95() / 1000.0);
    Spent spent = report.spent();
    line(
        "tokens     %d in, %d out; cost %s",
        spent.inputTokens(), spent.outputTokens(), spent.cost().toPlainString());
  }

  private void line(String format, Object... values) {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
        .append('\n');
  }
}
