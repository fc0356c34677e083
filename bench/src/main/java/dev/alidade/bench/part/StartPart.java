package dev.alidade.bench.part;

import dev.alidade.bench.load.HttpConnection;
import dev.alidade.bench.report.Goal;
import dev.alidade.bench.report.Line;
import dev.alidade.bench.report.Unit;
import dev.alidade.bench.server.Product;
import dev.alidade.bench.server.ServerProcess;
import dev.alidade.bench.server.StdioClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How soon the product is there, beside a JVM that does nothing, and what it then takes. */
public final class StartPart implements Part {
  private static final int STARTS = 7;
  private static final int STARTS_FOR_PROCESSORS = 3;
  private static final double READY = 600;
  private static final double STDIO = 900;
  private static final double AT_REST = 180;
  // It gives memory back when nothing has happened for some seconds.
  private static final Duration UNTIL_REST = Duration.ofSeconds(15);
  private static final String QUESTION = "How many orders are there?";
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
    return setup.brief()
        ? List.of(computed(setup))
        : List.of(
            elapsed(setup, "start to ready", Product.ready()).aiming(new Goal.OfValue(READY)),
            elapsed(setup, "start to the first answer of ask", Product.ask(QUESTION)),
            stdio(setup).aiming(new Goal.OfValue(STDIO)),
            computed(setup),
            atRest(setup).aiming(new Goal.OfValue(AT_REST)),
            atRestAgain(setup));
  }

  private Line elapsed(Setup setup, String what, byte[] request) throws Exception {
    List<Duration> nothing = new ArrayList<>();
    List<Duration> ours = new ArrayList<>();
    for (int start = 0; start < STARTS; start++) {
      nothing.add(EmptyMachine.start().elapsed());
      ours.add(start(setup, request).elapsed());
    }
    return line(what, ours, nothing);
  }

  private Line stdio(Setup setup) throws Exception {
    List<Duration> nothing = new ArrayList<>();
    List<Duration> ours = new ArrayList<>();
    for (int start = 0; start < STARTS; start++) {
      nothing.add(EmptyMachine.start().elapsed());
      ours.add(
          StdioClient.firstAnswer(
              Product.stdio(setup.launcher(), setup.sampleState()),
              setup.folder(),
              "query",
              COUNT));
    }
    return line("start of stdio MCP to the first answer", ours, nothing);
  }

  /** What a busy machine does not lengthen. */
  private Line computed(Setup setup) throws Exception {
    List<Duration> nothing = new ArrayList<>();
    List<Duration> ours = new ArrayList<>();
    for (int start = 0; start < STARTS_FOR_PROCESSORS; start++) {
      nothing.add(EmptyMachine.start().computed());
      ours.add(start(setup, Product.ready()).computed());
    }
    return line("start to ready, time of processors", ours, nothing);
  }

  private Line line(String what, List<Duration> ours, List<Duration> nothing) {
    return Line.of(name(), what, Unit.MILLISECONDS, median(ours))
        .beside("a JVM that does nothing", median(nothing));
  }

  private Line atRest(Setup setup) throws Exception {
    try (ServerProcess product = setup.demo()) {
      return resting("memory at rest (RSS)", product);
    }
  }

  private Line atRestAgain(Setup setup) throws Exception {
    try (ServerProcess product = setup.demo();
        HttpConnection connection = new HttpConnection(product.port())) {
      connection.expectOk(Product.ask(QUESTION));
      return resting("memory at rest after a question (RSS)", product);
    }
  }

  private Line resting(String what, ServerProcess product) throws Exception {
    TimeUnit.NANOSECONDS.sleep(UNTIL_REST.toNanos());
    return Line.of(name(), what, Unit.MEGABYTES, product.residentMegabytes());
  }

  private static ServerProcess.Started start(Setup setup, byte[] request) throws Exception {
    ServerProcess.Started started =
        ServerProcess.start(
            Product.demo(setup.launcher(), setup.sampleState()),
            setup.folder(),
            ServerProcess.answering(request));
    started.server().close();
    return started;
  }

  private static double median(List<Duration> times) {
    return times.stream().sorted().toList().get((times.size() - 1) / 2).toNanos() / 1e6;
  }
}
