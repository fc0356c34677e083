package dev.alidade.bench.part;

import dev.alidade.bench.report.Goal;
import dev.alidade.bench.report.Line;
import dev.alidade.bench.report.Unit;
import dev.alidade.bench.server.Product;
import dev.alidade.bench.server.ServerProcess;
import dev.alidade.bench.server.StdioClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How soon the product is there, beside a JVM that does nothing, and what it then takes. */
public final class StartPart implements Part {
  private static final int STARTS = 7;
  private static final int STARTS_IN_BRIEF = 2;
  private static final double READY = 600;
  private static final double STDIO = 900;
  private static final double AT_REST = 180;
  private static final Duration UNTIL_REST = Duration.ofSeconds(3);
  private static final String COUNT =
      Product.statement("shop", "SELECT count(*) AS orders FROM orders");

  @Override
  public String name() {
    return "start";
  }

  @Override
  public List<Line> run(Setup setup) throws Exception {
    setup.tell("start");
    // The first start makes the sample data.
    setup.demo().close();
    List<Duration> nothing = new ArrayList<>();
    List<Duration> ready = new ArrayList<>();
    List<Duration> answer = new ArrayList<>();
    List<Duration> stdio = new ArrayList<>();
    int starts = setup.brief() ? STARTS_IN_BRIEF : STARTS;
    for (int start = 0; start < starts; start++) {
      nothing.add(emptyVirtualMachine());
      ready.add(start(setup, Product.ready()));
      answer.add(start(setup, Product.ask("How many orders are there?")));
      stdio.add(
          StdioClient.firstAnswer(
              Product.stdio(setup.launcher(), setup.sampleState()),
              setup.folder(),
              "query",
              COUNT));
    }
    double least = median(nothing);
    List<Line> lines = new ArrayList<>();
    lines.add(line("start to ready", median(ready), least).aiming(new Goal.OfValue(READY)));
    lines.add(line("start to the first answer of ask", median(answer), least));
    lines.add(
        line("start of stdio MCP to the first answer", median(stdio), least)
            .aiming(new Goal.OfValue(STDIO)));
    if (!setup.brief()) {
      lines.add(atRest(setup));
    }
    return lines;
  }

  private Line line(String what, double milliseconds, double least) {
    return Line.of(name(), what, Unit.MILLISECONDS, milliseconds).beside("java -version", least);
  }

  private Line atRest(Setup setup) throws Exception {
    try (ServerProcess product = setup.demo()) {
      TimeUnit.NANOSECONDS.sleep(UNTIL_REST.toNanos());
      return Line.of(name(), "memory at rest (RSS)", Unit.MEGABYTES, product.residentMegabytes())
          .aiming(new Goal.OfValue(AT_REST));
    }
  }

  private static Duration start(Setup setup, byte[] request) throws Exception {
    ServerProcess.Started started =
        ServerProcess.start(
            Product.demo(setup.launcher(), setup.sampleState()),
            setup.folder(),
            ServerProcess.answering(request));
    started.server().close();
    return started.elapsed();
  }

  private static Duration emptyVirtualMachine() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    long before = System.nanoTime();
    Process process =
        new ProcessBuilder(java, "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(java + " does not start");
    }
    return Duration.ofNanos(System.nanoTime() - before);
  }

  private static double median(List<Duration> times) {
    return times.stream().sorted().toList().get((times.size() - 1) / 2).toNanos() / 1e6;
  }
}
