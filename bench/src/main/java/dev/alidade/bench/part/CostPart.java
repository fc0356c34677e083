package dev.alidade.bench.part;

import dev.alidade.bench.load.ClosedLoop;
import dev.alidade.bench.load.HttpConnection;
import dev.alidade.bench.load.HttpWorker;
import dev.alidade.bench.load.Keys;
import dev.alidade.bench.report.Line;
import dev.alidade.bench.report.Unit;
import dev.alidade.bench.server.Customers;
import dev.alidade.bench.server.McpServer;
import dev.alidade.bench.server.Product;
import dev.alidade.bench.server.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * How long the server's threads compute for one call, beside an answer without work. Others on the
 * machine lengthen a call but hardly what it computes, so that this can be judged where they are.
 */
public final class CostPart implements Part {
  private static final int CALLERS = 8;
  private static final int ROUNDS = 3;
  private static final int WARM_UP = 5;
  private static final int ROWS = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private record Work(String name, long calls, LongFunction<byte[]> request) {}

  @Override
  public String name() {
    return "cost";
  }

  @Override
  public List<Line> run(Setup setup) throws Exception {
    setup.tell("processor time of calls");
    String settings = "engine: sqlite, path: \"%s\"".formatted(setup.databases().sqlite());
    try (McpServer server =
        McpServer.start(PointsPart.product(setup, "cost", settings), setup.folder())) {
      byte[] health = HttpConnection.get("/healthz");
      Work least = new Work("GET /healthz", 30_000, number -> health);
      List<Work> works = works(server);
      // The first calls are interpreted and compiled.
      for (int round = 0; round < WARM_UP; round++) {
        cost(server.process(), least);
        for (Work work : works) {
          cost(server.process(), work);
        }
      }
      return measure(server.process(), least, works);
    }
  }

  private static List<Work> works(McpServer server) {
    Keys keys = Customers.keys();
    byte[] same = server.call(Customers.point(1));
    List<Work> works = new ArrayList<>();
    works.add(
        new Work("MCP point, new", 3_000, number -> server.call(Customers.point(keys.next()))));
    works.add(new Work("MCP point, again", 3_000, number -> same));
    works.add(
        new Work(
            "REST point, new key",
            3_000,
            number ->
                Product.call("query", Product.statement("cost", Customers.POINT, keys.next()))));
    Map<String, String> streams = new LinkedHashMap<>();
    streams.put("Arrow", "application/vnd.apache.arrow.stream");
    streams.put("CSV", "text/csv");
    streams.put("JSON", "application/x-ndjson");
    streams.forEach(
        (format, mediaType) ->
            works.add(
                new Work(
                    "REST stream of %,d rows, %s".formatted(ROWS, format),
                    300,
                    number ->
                        Product.stream("cost", Customers.rows(keys.next(), ROWS), mediaType))));
    return works;
  }

  private List<Line> measure(ServerProcess server, Work least, List<Work> works) throws Exception {
    List<Line> lines = new ArrayList<>();
    for (Work work : works) {
      List<Double> ours = new ArrayList<>();
      List<Double> empty = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        empty.add(cost(server, least));
        ours.add(cost(server, work));
      }
      lines.add(
          Line.of(name(), work.name() + ", time of processors", Unit.MICROSECONDS, median(ours))
              .beside(least.name(), median(empty)));
    }
    return lines;
  }

  /** Microseconds of processors for a call. */
  private static double cost(ServerProcess server, Work work) throws Exception {
    Duration before = server.computed();
    ClosedLoop.run(
        CALLERS, work.calls(), PATIENCE, () -> new HttpWorker(server.port(), work.request()));
    return server.computed().minus(before).toNanos() / 1e3 / work.calls();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
