package dev.alidade.evaluate;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.evaluate.CauseCounts.CauseCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures of every suite as the part of a page that a program writes. */
final class FigurePage {
  /** Stands before what is replaced. */
  static final String BEGIN = "<!-- figures: begin -->";

  /** Stands behind what is replaced. */
  static final String END = "<!-- figures: end -->";

  private static final int CAUSES = 10;

  private final StringBuilder text = new StringBuilder();

  private FigurePage() {}

  static String of(List<SuiteFigures> figures, LocalDate today) {
    FigurePage page = new FigurePage();
    page.line("Measured on %s.", today);
    page.headline(figures);
    page.goals(figures);
    figures.forEach(page::causes);
    figures.stream().findFirst().ifPresent(page::details);
    return page.text.toString();
  }

  /** Puts the figures between the two marks of a page. */
  static void replaceIn(Path file, String figures) {
    replaceIn(file, figures, BEGIN, END);
  }

  /** Puts figures between two other marks of a page. */
  static void replaceIn(Path file, String figures, String first, String last) {
    try {
      String page = Files.readString(file);
      int begin = page.indexOf(first);
      int end = page.indexOf(last);
      if (begin < 0 || end < begin) {
        throw new AlidadeException(
            ErrorCode.INVALID_INPUT,
            "%s has no place for figures; write %s and %s on lines of their own"
                .formatted(file, first, last));
      }
      WrittenFile.write(
          file, page.substring(0, begin) + first + "\n\n" + figures + "\n" + page.substring(end));
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE, "%s cannot be read; correct --into".formatted(file), cause);
    }
  }

  private void headline(List<SuiteFigures> figures) {
    line("");
    line(
        "| set | questions | accuracy | columns in any order | and ties as they come | coverage | precision | answered wrongly |");
    line("|---|---|---|---|---|---|---|---|");
    for (SuiteFigures some : figures) {
      Report report = some.report();
      figures(
          some.name(),
          report.questions(),
          report.accuracy(),
          report.accuracyAnyColumns(),
          report.accuracyAnyChoice(),
          report.coverage(),
          report.precision(),
          report.wrongAnswers());
      report.robustness().ifPresent(r -> figures(some.name() + ", reworded", r.reworded()));
      report.undisputed().ifPresent(f -> figures(some.name() + ", without disputed gold", f));
    }
    for (SuiteFigures some : figures) {
      some.report()
          .robustness()
          .ifPresent(
              robustness ->
                  line(
                      "%nOf what is right in %s, %s stays right in other words; of what is wrong, %s becomes right.",
                      some.name(),
                      Shares.percent(robustness.staysRight()),
                      Shares.percent(robustness.becomesRight())));
    }
  }

  private void figures(String name, Figures figures) {
    figures(
        name,
        figures.questions(),
        figures.accuracy(),
        figures.accuracyAnyColumns(),
        figures.accuracyAnyChoice(),
        figures.coverage(),
        figures.precision(),
        figures.wrongAnswers());
  }

  private void figures(String name, int questions, double... shares) {
    row(name, questions, Arrays.stream(shares).mapToObj(Shares::percent).toList());
  }

  private void goals(List<SuiteFigures> figures) {
    line("%n### Against the goals%n");
    line("| figure | goal | moonshot | measured | |");
    line("|---|---|---|---|---|");
    for (Goal goal : Goal.ALL) {
      goal.line(figures).ifPresent(this::line);
    }
    figures.stream()
        .flatMap(some -> some.alone().stream())
        .forEach(
            alone ->
                line(
                    "| time of a plan, p50 / p95, one after the other, warm | 5 ms / 30 ms | | %.1f ms / %.1f ms | %s |",
                    alone.microsMedian() / 1000.0,
                    alone.micros95() / 1000.0,
                    alone.microsMedian() <= 5_000 && alone.micros95() <= 30_000
                        ? "met"
                        : "not met"));
  }

  private void causes(SuiteFigures some) {
    CauseCounts counts = some.report().causes();
    line("%n### Why readings of %s are wrong%n", some.name());
    line(
        "| cause | wrong | share | nothing else found | answered | a right one later | words left |");
    line("|---|---|---|---|---|---|---|");
    for (CauseCount count : counts.causes().stream().limit(CAUSES).toList()) {
      row(
          count.cause().title(),
          count.questions(),
          List.of(
              Shares.percent(count.share()),
              String.valueOf(count.alone()),
              String.valueOf(count.answered()),
              String.valueOf(count.furtherDown()),
              String.valueOf(count.unexplained())));
    }
    row(
        "all",
        counts.wrong(),
        List.of(
            "",
            "",
            String.valueOf(counts.answered()),
            String.valueOf(counts.furtherDown()),
            String.valueOf(counts.unexplained())));
  }

  private void details(SuiteFigures first) {
    Report report = first.report();
    line("%n### %s by pattern%n", first.name());
    line("| pattern | questions | answered | correct | accuracy | coverage | precision |");
    line("|---|---|---|---|---|---|---|");
    report.byPattern().forEach(this::pattern);
    pattern(report.all());
    certainty(first.name(), report.certainty());
  }

  private void pattern(Report.ByPattern part) {
    row(
        part.pattern(),
        part.questions(),
        List.of(
            String.valueOf(part.answered()),
            String.valueOf(part.correct()),
            Shares.percent(part.accuracy()),
            Shares.percent(part.coverage()),
            part.answered() == 0 ? "" : Shares.percent(part.precision())));
  }

  private void certainty(String name, Certainty certainty) {
    line("%n### Confidence, on %s%n", name);
    line("| answer from confidence | coverage | precision |");
    line("|---|---|---|");
    certainty
        .byThreshold()
        .forEach(
            at ->
                line(
                    "| %.1f | %s | %s |",
                    at.confidence(),
                    Shares.percent(at.coverage()),
                    Shares.percent(at.precision())));
    line("%n| wanted | one gets | answering from |");
    line("|---|---|---|");
    certainty.atPrecision().forEach(wanted -> wanted("precision", "coverage", wanted));
    certainty.atCoverage().forEach(wanted -> wanted("coverage", "precision", wanted));
    line("%n| shown with a confidence from | readings | confidence | right |");
    line("|---|---|---|---|");
    certainty
        .bins()
        .forEach(
            bin ->
                line(
                    "| %.1f | %d | %s | %s |",
                    bin.from(),
                    bin.questions(),
                    Shares.percent(bin.confidence()),
                    Shares.percent(bin.right())));
    line("%nCalibration error: %.1f points.", 100 * certainty.calibrationError());
  }

  private void wanted(String what, String other, Certainty.Wanted wanted) {
    Optional<String> got =
        wanted.reached()
            ? Optional.of(other + " " + Shares.percent(wanted.got()))
            : Optional.empty();
    line(
        "| %s %.0f %% | %s | %s |",
        what,
        100 * wanted.wanted(),
        got.orElse("not reached"),
        got.map(reached -> String.format(Locale.ROOT, "%.2f", wanted.confidence())).orElse(""));
  }

  private void row(String name, int questions, List<String> cells) {
    line("| %s | %d | %s |", name, questions, String.join(" | ", cells));
  }

  private void line(String format, Object... values) {
    text.append(values.length == 0 ? format.replace("%n", "\n") : formatted(format, values))
        .append('\n');
  }

  private static String formatted(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
