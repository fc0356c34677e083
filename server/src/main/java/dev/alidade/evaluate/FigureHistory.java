package dev.alidade.evaluate;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A list that grows by one line for each suite with each run: how the figures went over time. */
final class FigureHistory {
  private static final String HEAD =
      "day\tset\tquestions\taccuracy\tcoverage\tprecision\tanswered wrongly\n";

  private FigureHistory() {}

  static void append(Path file, List<SuiteFigures> figures, LocalDate today) {
    StringBuilder lines = new StringBuilder(Files.exists(file) ? "" : HEAD);
    for (SuiteFigures suite : figures) {
      Report report = suite.report();
      lines.append(
          line(
              today,
              suite.name(),
              report.questions(),
              report.accuracy(),
              report.coverage(),
              report.precision(),
              report.wrongAnswers()));
      report
          .robustness()
          .map(Robustness::reworded)
          .ifPresent(
              other ->
                  lines.append(
                      line(
                          today,
                          suite.name() + ", reworded",
                          other.questions(),
                          other.accuracy(),
                          other.coverage(),
                          other.precision(),
                          other.wrongAnswers())));
    }
    try {
      Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "%s cannot be written; choose another place for --history".formatted(file),
          cause);
    }
  }

  private static String line(LocalDate day, String name, int questions, double... shares) {
    StringBuilder line = new StringBuilder(day + "\t" + name + "\t" + questions);
    for (double share : shares) {
      line.append(String.format(Locale.ROOT, "\t%.1f", 100 * share));
    }
    return line.append('\n').toString();
  }
}
