package dev.alidade.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures the built product beside its ceilings in one run: {@code bench LAUNCHER [REPORT.json]}.
 *
 * <p>What is compared runs in alternating rounds, for machines are noisy; medians are reported, for
 * exports the best round.
 */
public final class Bench {
  private static final int CONNECTIONS = 8;
  private static final int STARTS = 5;
  private static final int ROUNDS = 3;
  private static final Duration ROUND = Duration.ofSeconds(4);
  private static final int KEYS = 10_000;
  private static final String POINT =
      "SELECT customer_id, first_name, city FROM customers WHERE customer_id = ?";
  private static final String EXPORT = "SELECT i.* FROM order_items AS i CROSS JOIN stores";

  private final Path launcher;
  private final Path state;
  private final Report report = new Report();

  private Bench(Path launcher, Path state) {
    this.launcher = launcher;
    this.state = state;
  }

  /** Runs all and prints the table. */
  public static void main(String[] arguments) throws Exception {
    Path launcher = Path.of(arguments[0]).toAbsolutePath();
    Path state = Files.createTempDirectory("alidade-bench");
    try {
      Bench bench = new Bench(launcher, state);
      bench.run();
      bench.report.print(System.out);
      if (arguments.length > 1) {
        new ObjectMapper()
            .writerWithDefaultPrettyPrinter()
            .writeValue(Path.of(arguments[1]).toFile(), bench.report.lines());
      }
    } finally {
      deleteAll(state);
    }
  }

  private void run() throws Exception {
    byte[] question = ProductProcess.ask("How many orders are there?");
    tell("first start, which makes the sample data");
    ProductProcess.start(launcher, state, question).product().close();
    tell("start to first answer");
    List<Duration> starts = new ArrayList<>();
    List<Duration> ready = new ArrayList<>();
    for (int start = 0; start < STARTS; start++) {
      starts.add(startAndStop(question));
      ready.add(startAndStop(HttpConnection.get("/readyz")));
    }
    report.time("start to ready (median of " + STARTS + ")", median(ready));
    report.time("start to first answer of ask", median(starts));
    ProductProcess.Started started = ProductProcess.start(launcher, state, question);
    try (ProductProcess product = started.product();
        EngineAlone engine = new EngineAlone(databaseFile())) {
      Thread.sleep(2_000);
      report.bytes("memory at rest (RSS)", product.residentBytes());
      points(product, engine);
      exports(product, engine);
      report.bytes("memory after load (RSS)", product.residentBytes());
    }
  }

  private void points(ProductProcess product, EngineAlone engine) throws Exception {
    byte[] health = HttpConnection.get("/healthz");
    ClosedLoop.WorkerFactory bareHttp = number -> new Repeated(product.port(), KEYS, key -> health);
    ClosedLoop.WorkerFactory bareEngine = number -> engine.pointQuery(POINT, KEYS);
    ClosedLoop.WorkerFactory rest = number -> new Repeated(product.port(), KEYS, Bench::restPoint);
    Map<String, String> session = McpSession.open(product.port());
    ClosedLoop.WorkerFactory mcp =
        number ->
            new Repeated(product.port(), KEYS, key -> McpSession.call(session, pointInput(key)));
    tell("warm up");
    for (ClosedLoop.WorkerFactory factory : List.of(bareHttp, bareEngine, rest, mcp)) {
      ClosedLoop.run(CONNECTIONS, ROUND, factory);
    }
    List<List<Measurement>> rounds =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int round = 1; round <= ROUNDS; round++) {
      tell("point queries, round " + round + " of " + ROUNDS);
      rounds.get(0).add(ClosedLoop.run(CONNECTIONS, ROUND, bareHttp));
      rounds.get(1).add(ClosedLoop.run(2, ROUND, bareEngine));
      rounds.get(2).add(ClosedLoop.run(CONNECTIONS, ROUND, rest));
      rounds.get(3).add(ClosedLoop.run(CONNECTIONS, ROUND, mcp));
    }
    Measurement alone = Measurement.median(rounds.get(1));
    report.rate("bare HTTP server (GET /healthz)", Measurement.median(rounds.get(0)));
    report.rate("engine alone, point query, prepared", alone);
    report.rate("REST query, point query", Measurement.median(rounds.get(2)), alone);
    report.rate("MCP tools/call query, point query", Measurement.median(rounds.get(3)), alone);
  }

  private void exports(ProductProcess product, EngineAlone engine) throws Exception {
    double copy = 0;
    double arrowAlone = 0;
    double csv = 0;
    double arrow = 0;
    for (int round = 0; round <= ROUNDS; round++) {
      tell("exports, round " + round + " of " + ROUNDS);
      long rows = engine.drainArrow(EXPORT);
      arrowAlone = Math.max(arrowAlone, rate(rows, () -> engine.drainArrow(EXPORT)));
      copy = Math.max(copy, rate(rows, () -> engine.copyCsv(EXPORT)));
      csv = Math.max(csv, rate(rows, () -> export(product, "text/csv", rows)));
      arrow =
          Math.max(
              arrow,
              rate(rows, () -> export(product, "application/vnd.apache.arrow.stream", rows)));
    }
    report.rows("engine alone, rows as Arrow", arrowAlone);
    report.rows("REST export, rows as Arrow", arrow, arrowAlone);
    report.rows("engine alone, rows as CSV (COPY)", copy);
    report.rows("REST export, rows as CSV", csv, copy);
  }

  private Duration startAndStop(byte[] request) throws Exception {
    ProductProcess.Started started = ProductProcess.start(launcher, state, request);
    started.product().close();
    return started.elapsed();
  }

  private static long export(ProductProcess product, String mediaType, long rows)
      throws IOException {
    try (HttpConnection connection = new HttpConnection(product.port())) {
      HttpConnection.Answer answer =
          connection.expectOk(
              HttpConnection.post(
                  "/api/v1/query",
                  mediaType,
                  "{\"source\": \"shop\", \"sql\": \"" + EXPORT + "\"}",
                  Map.of()));
      if (answer.bytes() < rows * 16) {
        throw new IOException(rows + " rows cannot be " + answer.bytes() + " bytes");
      }
      return answer.bytes();
    }
  }

  private static String pointInput(int key) {
    return "{\"source\": \"shop\", \"sql\": \"" + POINT + "\", \"parameters\": [" + key + "]}";
  }

  private static byte[] restPoint(int key) {
    return HttpConnection.post("/api/v1/query", "application/json", pointInput(key), Map.of());
  }

  private interface Work {
    long run() throws Exception;
  }

  private static double rate(long rows, Work work) throws Exception {
    long before = System.nanoTime();
    work.run();
    return rows / ((System.nanoTime() - before) / 1e9);
  }

  private static Duration median(List<Duration> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  private Path databaseFile() throws IOException {
    try (Stream<Path> files = Files.walk(state)) {
      return files
          .filter(file -> file.toString().endsWith(".duckdb"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no sample database in " + state));
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void tell(String what) {
    System.err.println("bench: " + what);
  }
}
