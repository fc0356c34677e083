package dev.alidade.bench.report;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** A report for people. */
public final class Table {
  private static final String FORM = "%-56s %18s %9s %9s %9s   %-36s %7s  %-12s %s%n";

  private Table() {}

  /** Prints all lines; a value that stands beside several others is told once. */
  public static void print(Report report, PrintStream out) {
    print(report.machine(), out);
    out.printf(FORM, "", "", "p50 ms", "p95 ms", "p99 ms", "beside", "ratio", "goal", "met");
    String last = "";
    for (Line line : report.lines()) {
      boolean again = line.name().equals(last);
      out.printf(
          Locale.ROOT,
          FORM,
          again ? "" : line.name(),
          again ? "" : number(line.value()) + " " + line.unit().label(),
          again ? "" : line.spread().map(spread -> number(spread.p50())).orElse(""),
          again ? "" : line.spread().map(spread -> number(spread.p95())).orElse(""),
          again ? "" : line.spread().map(spread -> number(spread.p99())).orElse(""),
          line.beside().map(other -> other.name() + ", " + number(other.value())).orElse(""),
          line.ratio().map(Table::number).orElse(""),
          line.goal().map(goal -> goal(line, goal)).orElse(""),
          line.met().map(met -> met ? "yes" : "NO").orElse(""));
      if (line.refused() > 0 && !again) {
        out.printf(Locale.ROOT, "  of these calls %.1f %% were refused%n", line.refused() * 100);
      }
      last = line.name();
    }
    print(report.lines(), out);
  }

  private static void print(Machine machine, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%s, %d cores, %,d MB, %s, Java %s; load average %.2f when it began%n%n",
        machine.processor(),
        machine.cores(),
        machine.memory(),
        machine.system(),
        machine.java(),
        machine.load());
  }

  private static void print(List<Line> lines, PrintStream out) {
    long goals = lines.stream().filter(line -> line.goal().isPresent()).count();
    long met = lines.stream().filter(line -> line.met().orElse(false)).count();
    if (goals > 0) {
      out.printf(Locale.ROOT, "%n%d of %d goals are met%n", met, goals);
    }
  }

  private static String goal(Line line, Goal goal) {
    String bound = line.unit().sign() + " " + number(goal.bound());
    return switch (goal) {
      case Goal.OfValue ofValue -> bound + " " + line.unit().label();
      case Goal.OfRatio ofRatio -> bound + " x";
    };
  }

  /** As many digits as tell something. */
  static String number(double value) {
    double size = Math.abs(value);
    if (size >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    if (size >= 10) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
    return String.format(Locale.ROOT, size >= 0.1 ? "%.2f" : "%.3f", value);
  }
}
