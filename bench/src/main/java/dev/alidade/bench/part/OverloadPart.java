package dev.alidade.bench.part;

import dev.alidade.bench.load.ClosedLoop;
import dev.alidade.bench.load.HttpWorker;
import dev.alidade.bench.load.Keys;
import dev.alidade.bench.load.Measurement;
import dev.alidade.bench.load.PatientWorker;
import dev.alidade.bench.load.Worker;
import dev.alidade.bench.report.Line;
import dev.alidade.bench.report.Unit;
import dev.alidade.bench.server.Customers;
import dev.alidade.bench.server.Product;
import dev.alidade.bench.server.ServerProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Short questions of one caller, alone and beside what another asks of the same server. */
public final class OverloadPart implements Part {
  private static final String ADA = "the-bench-key-of-ada";
  private static final String BOB = "the-bench-key-of-bob";
  private static final String CALLERS =
      """
      callers:
        - { name: ada, roles: [admin], api-key: %s }
        - { name: bob, roles: [admin], api-key: %s }
      """
          .formatted(ADA, BOB);
  private static final String SUM =
      "SELECT city, count(*) AS customers, sum(balance) AS balance FROM customers"
          + " WHERE id <> %d GROUP BY city";

  /** More than one caller may have unanswered. */
  private static final int CROWD = 600;

  private static final int EXPORTS = 4;
  private static final int SUMS = 4;
  private static final long QUESTIONS = 300;
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final Duration LEAD = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Keys keys = Customers.keys();

  @Override
  public String name() {
    return "overload";
  }

  @Override
  public List<Line> run(Setup setup) throws Exception {
    setup.tell("one caller's crowd and long work beside another's questions");
    String configuration =
        "sources:%n  - { name: crm, engine: sqlite, path: \"%s\" }%n%s"
            .formatted(setup.databases().sqlite(), CALLERS);
    try (ServerProcess product = setup.serve(name(), configuration)) {
      int port = product.port();
      ClosedLoop.run(CROWD, setup.pace().warmUp(), WARM_UP, crowd(port));
      Beside crowd = beside(port, () -> ClosedLoop.run(CROWD, LEAD.plus(LONGEST), crowd(port)));
      Beside work =
          beside(port, () -> ClosedLoop.run(EXPORTS + SUMS, LEAD.plus(LONGEST), longWork(port)));
      return List.of(
          typical("a point query beside %d connections of another caller".formatted(CROWD), crowd),
          slowest("a point query beside %d connections of another caller".formatted(CROWD), crowd),
          Line.of(name(), "those %d connections themselves".formatted(CROWD), crowd.others()),
          typical("a point query beside %d exports and %d sums".formatted(EXPORTS, SUMS), work),
          slowest("a point query beside %d exports and %d sums".formatted(EXPORTS, SUMS), work));
    }
  }

  /** Questions alone, the same while others were at work, and what the others got. */
  private record Beside(Measurement alone, Measurement busy, Measurement others) {}

  /** What another caller does meanwhile. */
  private interface Work {
    Measurement run() throws Exception;
  }

  private Beside beside(int port, Work work) throws Exception {
    Measurement alone = questions(port);
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      CompletableFuture<Measurement> others = new CompletableFuture<>();
      thread.execute(
          () -> {
            try {
              others.complete(work.run());
            } catch (Exception failure) {
              others.completeExceptionally(failure);
            }
          });
      Thread.sleep(LEAD);
      Measurement busy = questions(port);
      return new Beside(alone, busy, others.get());
    }
  }

  private Measurement questions(int port) throws Exception {
    return ClosedLoop.run(1, QUESTIONS, LONGEST, points(port, BOB));
  }

  private Worker.Factory points(int port, String key) {
    return () ->
        new HttpWorker(
            port,
            number ->
                Product.call("query", Product.statement("crm", Customers.POINT, keys.next()), key));
  }

  /** Who asks again at once where it was sent away would only measure how fast that goes. */
  private Worker.Factory crowd(int port) {
    return () -> new PatientWorker(points(port, ADA).open());
  }

  /** Whole tables as CSV, and sums over them that nobody asked before. */
  private Worker.Factory longWork(int port) {
    return () ->
        new PatientWorker(
            new HttpWorker(
                port,
                number ->
                    number % (EXPORTS + SUMS) < EXPORTS
                        ? Product.streamAs(
                            ADA, Product.statement("crm", "SELECT * FROM customers"), "text/csv")
                        : Product.call(
                            "query", Product.statement("crm", SUM.formatted(-number)), ADA)));
  }

  private Line typical(String what, Beside measured) {
    return line(what + ", p50", measured, measured.busy().spread().p50())
        .beside("alone", measured.alone().spread().p50());
  }

  private Line slowest(String what, Beside measured) {
    return line(what + ", p99", measured, measured.busy().spread().p99())
        .beside("alone", measured.alone().spread().p99());
  }

  private Line line(String what, Beside measured, double value) {
    return Line.of(name(), what, Unit.MILLISECONDS, value).spreading(measured.busy().spread());
  }
}
