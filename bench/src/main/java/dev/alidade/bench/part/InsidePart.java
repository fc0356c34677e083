package dev.alidade.bench.part;

import dev.alidade.bench.inside.Inside;
import dev.alidade.bench.report.Line;
import dev.alidade.bench.report.ReportFile;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What JMH finds inside the product, in a process that has the product's own libraries. */
public final class InsidePart implements Part {
  @Override
  public String name() {
    return "inside";
  }

  @Override
  public List<Line> run(Setup setup) throws Exception {
    setup.tell("inside");
    Path folder = Files.createDirectories(setup.folder().resolve("inside"));
    Path report = folder.resolve("report.json");
    Path log = folder.resolve("log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Also those of the launcher for the product: JMH's own processes get them in turn.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--") || argument.startsWith("-XX"))
        .forEach(command::add);
    command.add("-D%s=%s".formatted(Inside.FOLDER, folder));
    command.add(
        "-D%s=%s".formatted(Inside.POSTGRES, setup.databases().postgres().urlOfNew("inside")));
    command.addAll(List.of("-cp", classPath(setup), Inside.class.getName(), report.toString()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the inside was not measured: " + Files.readString(log));
    }
    return ReportFile.read(report).lines();
  }

  private static String classPath(Setup setup) {
    Path built = setup.launcher().resolveSibling("server").resolve("target");
    return String.join(
        File.pathSeparator,
        built.resolve("alidade.jar").toString(),
        built.resolve("quarkus-app").resolve("lib").resolve("main") + "/*",
        built.resolve("quarkus-app").resolve("lib").resolve("boot") + "/*",
        System.getProperty("java.class.path"));
  }
}
