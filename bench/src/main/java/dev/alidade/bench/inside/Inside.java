package dev.alidade.bench.inside;

import dev.alidade.bench.report.Goal;
import dev.alidade.bench.report.Line;
import dev.alidade.bench.report.Machine;
import dev.alidade.bench.report.Report;
import dev.alidade.bench.report.ReportFile;
import dev.alidade.bench.report.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of the inside and writes a report: {@code Inside REPORT}. */
public final class Inside {
  /** A property: where databases are made. */
  public static final String FOLDER = "alidade.bench.folder";

  /** A property: the JDBC address of a PostgreSQL server. */
  public static final String POSTGRES = "alidade.bench.postgres";

  private static final double SEEN = 30;
  private static final double FRESH = 1_500;
  private static final TimeValue ROUND = TimeValue.seconds(1);

  private Inside() {}

  /** Runs all. */
  public static void main(String[] arguments) throws Exception {
    Report report = new Report("", "", Machine.here(), lines(run()));
    ReportFile.write(Path.of(arguments[0]), report);
  }

  private static Collection<RunResult> run() throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(GovernanceBenchmark.class.getName())
            .warmupIterations(2)
            .warmupTime(ROUND)
            .measurementIterations(3)
            .measurementTime(ROUND)
            .forks(1)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    return new Runner(options).run();
  }

  private static List<Line> lines(Collection<RunResult> results) {
    List<Line> lines = new ArrayList<>();
    for (RunResult result : results) {
      BenchmarkParams params = result.getParams();
      boolean seen = params.getBenchmark().endsWith(".seen");
      String name =
          "gate and policy p50, %s, %s%s"
              .formatted(
                  params.getParam("engine"),
                  seen ? "known" : "new",
                  params.getParam("narrowed").equals("true") ? ", narrowed" : "");
      double median = result.getPrimaryResult().getStatistics().getPercentile(50);
      lines.add(
          Line.of("inside", name, Unit.MICROSECONDS, median)
              .aiming(new Goal.OfValue(seen ? SEEN : FRESH)));
    }
    lines.sort(Comparator.comparing(Line::name));
    return lines;
  }
}
