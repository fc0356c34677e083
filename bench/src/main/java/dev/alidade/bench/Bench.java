package dev.alidade.bench;

import dev.alidade.bench.part.AskPart;
import dev.alidade.bench.part.CostPart;
import dev.alidade.bench.part.ExportsPart;
import dev.alidade.bench.part.GovernedPart;
import dev.alidade.bench.part.InsidePart;
import dev.alidade.bench.part.MixedPart;
import dev.alidade.bench.part.OverloadPart;
import dev.alidade.bench.part.Part;
import dev.alidade.bench.part.PointsPart;
import dev.alidade.bench.part.RestPart;
import dev.alidade.bench.part.Setup;
import dev.alidade.bench.part.StartPart;
import dev.alidade.bench.part.StreamsPart;
import dev.alidade.bench.report.Comparison;
import dev.alidade.bench.report.ComparisonTable;
import dev.alidade.bench.report.Line;
import dev.alidade.bench.report.Machine;
import dev.alidade.bench.report.Report;
import dev.alidade.bench.report.ReportFile;
import dev.alidade.bench.report.Table;
import dev.alidade.bench.server.Databases;
import dev.alidade.bench.server.Peers;
import dev.alidade.bench.soak.SoakPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures the built product beside its ceilings and beside others, in one run. What is compared
 * takes turns, for machines are noisy.
 */
public final class Bench {
  private static final List<Part> PARTS =
      List.of(
          new StartPart(),
          new PointsPart(),
          new RestPart(),
          new CostPart(),
          new AskPart(),
          new StreamsPart(),
          new GovernedPart(),
          new InsidePart(),
          new ExportsPart(),
          new MixedPart(),
          new OverloadPart());

  /** Those whose ratios others on the machine hardly move. */
  private static final List<String> IN_BRIEF = List.of("start", "cost");

  private static final String SOAK = "soak";
  private static final int WORSE = 1;
  private static final int MISUSED = 2;

  private Bench() {}

  /** Runs what the arguments say, and exits with 1 where something became worse. */
  public static void main(String[] arguments) throws Exception {
    if (Arrays.asList(arguments).contains("--help")) {
      System.out.print(Options.HELP);
      return;
    }
    try {
      System.exit(run(Options.read(Arrays.asList(arguments))));
    } catch (IllegalArgumentException misuse) {
      System.err.println("bench: " + misuse.getMessage());
      System.exit(MISUSED);
    }
  }

  private static int run(Options options) throws Exception {
    if (!options.compared().isEmpty()) {
      return compare(
          ReportFile.read(options.compared().getFirst()),
          ReportFile.read(options.compared().getLast()),
          options.tolerance());
    }
    boolean soaks = options.parts().equals(List.of(SOAK));
    List<Part> parts = soaks ? List.of(new SoakPart(options.soak())) : parts(options);
    Report report = measure(options, parts);
    Table.print(report, System.out);
    if (options.json().isPresent()) {
      ReportFile.write(options.json().get(), report);
    }
    if (soaks) {
      boolean flat = report.lines().stream().allMatch(line -> line.met().orElse(true));
      return flat ? 0 : WORSE;
    }
    Path usual = launcher().resolveSibling("bench").resolve("short.json");
    if (options.brief() && Files.exists(usual)) {
      System.out.println();
      return compare(ReportFile.read(usual), report, options.tolerance());
    }
    return 0;
  }

  private static List<Part> parts(Options options) {
    List<String> names = options.parts().isEmpty() && options.brief() ? IN_BRIEF : options.parts();
    List<String> known = PARTS.stream().map(Part::name).toList();
    names.stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name -> {
              throw new IllegalArgumentException(
                  "`%s` is no part of the bench; there are %s"
                      .formatted(name, String.join(", ", known)));
            });
    return PARTS.stream().filter(part -> names.isEmpty() || names.contains(part.name())).toList();
  }

  private static Report measure(Options options, List<Part> parts) throws Exception {
    Machine machine = Machine.here();
    Path folder = Files.createTempDirectory("alidade-bench");
    List<Line> lines = new ArrayList<>();
    try (Databases databases = new Databases(folder)) {
      Setup setup =
          new Setup(launcher(), folder, options.brief(), options.rows(), peers(), databases);
      for (Part part : parts) {
        lines.addAll(part.run(setup));
      }
    } finally {
      deleteAll(folder);
    }
    return new Report(
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        System.getProperty("alidade.commit", ""),
        machine,
        lines);
  }

  private static int compare(Report before, Report after, double tolerance) {
    Comparison comparison = Comparison.of(before, after, tolerance);
    ComparisonTable.print(comparison, tolerance, System.out);
    return comparison.isGood() ? 0 : WORSE;
  }

  private static Path launcher() {
    return Path.of(System.getProperty("alidade.launcher")).toAbsolutePath();
  }

  /** The servers of others, where the launcher brought them. */
  private static Optional<Peers> peers() {
    return Optional.ofNullable(System.getProperty("alidade.bench.node"))
        .map(
            node ->
                new Peers(
                    Path.of(node),
                    Path.of(System.getProperty("alidade.bench.dbhub")),
                    Path.of(System.getProperty("alidade.bench.toolbox"))));
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
