package dev.alidade.bench.report;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.Locale;

/** A comparison for people, what became worst first. */
public final class ComparisonTable {
  private static final String FORM = "%-84s %9s %9s %8s %s%n";

  private ComparisonTable() {}

  /** Prints it. */
  public static void print(Comparison comparison, double tolerance, PrintStream out) {
    out.printf(FORM, "ratio", "before", "after", "change", "");
    comparison.changes().stream()
        .sorted(Comparator.comparingDouble(Comparison.Change::worsening).reversed())
        .forEach(
            change ->
                out.printf(
                    Locale.ROOT,
                    FORM,
                    change.name(),
                    Table.number(change.before()),
                    Table.number(change.after()),
                    "%+.0f %%".formatted((1 / change.worsening() - 1) * 100),
                    change.regression() ? "REGRESSION" : ""));
    comparison.missing().forEach(name -> out.printf("%s: MISSING in the second run%n", name));
    long regressions = comparison.changes().stream().filter(Comparison.Change::regression).count();
    out.printf(
        Locale.ROOT,
        "%n%d of %d ratios are more than %.0f %% worse%n",
        regressions,
        comparison.changes().size(),
        tolerance * 100);
  }
}
