package dev.alidade.bench.part;

import dev.alidade.bench.load.HttpConnection;
import dev.alidade.bench.load.HttpWorker;
import dev.alidade.bench.load.Keys;
import dev.alidade.bench.load.Measurement;
import dev.alidade.bench.load.Rounds;
import dev.alidade.bench.report.Goal;
import dev.alidade.bench.report.Line;
import dev.alidade.bench.server.BarePool;
import dev.alidade.bench.server.Customers;
import dev.alidade.bench.server.Product;
import dev.alidade.bench.server.ServerProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One row by a bound key over REST, beside a loop over the same driver with as many connections.
 */
public final class RestPart implements Part {
  private static final double OVER_DRIVER = 0.6;
  private static final String NEW = "new";
  private static final String AGAIN = "again";
  private static final String DRIVER = "JDBC, pool of " + BarePool.USUAL_SIZE;
  private static final String HTTP = "GET /healthz";

  @Override
  public String name() {
    return "rest";
  }

  @Override
  public List<Line> run(Setup setup) throws Exception {
    setup.tell("REST point queries on PostgreSQL");
    List<Line> lines = new ArrayList<>();
    try (ServerProcess product = setup.serve("rest", setup.databases().sources());
        BarePool pool = new BarePool(setup.databases().postgres().url())) {
      List<Rounds.Subject> subjects = subjects(product.port(), pool);
      Rounds.warmUp(setup.pace(), PointsPart.CALLERS_IN_BRIEF.getFirst(), subjects);
      for (int callers : setup.brief() ? PointsPart.CALLERS_IN_BRIEF : PointsPart.CALLERS) {
        lines.addAll(lines(callers, Rounds.run(setup.pace(), callers, subjects)));
      }
    }
    return lines;
  }

  private static List<Rounds.Subject> subjects(int port, BarePool pool) {
    Keys keys = Customers.keys();
    byte[] same = point(1);
    byte[] health = HttpConnection.get("/healthz");
    return List.of(
        new Rounds.Subject(NEW, () -> new HttpWorker(port, number -> point(keys.next()))),
        new Rounds.Subject(AGAIN, () -> new HttpWorker(port, number -> same)),
        new Rounds.Subject(DRIVER, () -> pool.pointQuery(Customers.POINT, keys)),
        new Rounds.Subject(HTTP, () -> new HttpWorker(port, number -> health)));
  }

  private static byte[] point(long key) {
    return Product.call("query", Product.statement("erp", Customers.POINT, key));
  }

  private List<Line> lines(int callers, Map<String, Measurement> measured) {
    String what =
        "REST point, PostgreSQL, %d %s".formatted(callers, callers == 1 ? "caller" : "callers");
    return List.of(
        Line.of(name(), what + ", new key", measured.get(NEW))
            .beside(DRIVER, measured.get(DRIVER).perSecond())
            .aiming(new Goal.OfRatio(OVER_DRIVER)),
        Line.of(name(), what + ", again", measured.get(AGAIN))
            .beside(HTTP, measured.get(HTTP).perSecond()));
  }
}
