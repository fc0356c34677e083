package dev.alidade.bench.part;

import dev.alidade.bench.load.HttpWorker;
import dev.alidade.bench.load.Keys;
import dev.alidade.bench.load.Measurement;
import dev.alidade.bench.load.Rounds;
import dev.alidade.bench.load.Worker;
import dev.alidade.bench.report.Line;
import dev.alidade.bench.server.Customers;
import dev.alidade.bench.server.Product;
import dev.alidade.bench.server.ServerProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** The same statements by a caller under a row filter and a mask, and by one under none. */
public final class GovernedPart implements Part {
  private static final String BOSS = "the-bench-key-of-boss";
  private static final String WENDY = "the-bench-key-of-wendy";
  private static final String FREE = "under no policy";
  private static final int CALLERS = 8;
  private static final String RULES =
      """
      roles:
        - { name: analyst, sources: [crm, erp] }
      callers:
        - { name: boss, roles: [admin], api-key: %s }
        - { name: wendy, roles: [analyst], attributes: { city: City 5 }, api-key: %s }
      policies:
        - { source: crm, table: customers, roles: [analyst], rows: "city <> {caller.city}", masks: { name: { partial: last-4 } } }
      """
          .formatted(BOSS, WENDY);
  private static final String RULES_OF_THE_SERVER =
      """
        - { source: erp, table: customers, roles: [analyst], rows: "city <> {caller.city}", masks: { name: { partial: last-4 } } }
      """;

  @Override
  public String name() {
    return "governed";
  }

  @Override
  public List<Line> run(Setup setup) throws Exception {
    setup.tell("governed");
    List<Line> lines = new ArrayList<>();
    String file =
        "sources:%n  - { name: crm, engine: sqlite, path: \"%s\" }%n"
            .formatted(setup.databases().sqlite());
    String configuration =
        setup.brief()
            ? file + RULES.replace("[crm, erp]", "[crm]")
            : setup.databases().sources() + RULES + RULES_OF_THE_SERVER;
    try (ServerProcess product = setup.serve("governed", configuration)) {
      lines.addAll(lines(setup, product.port(), "SQLite", "crm"));
      if (!setup.brief()) {
        lines.addAll(lines(setup, product.port(), "PostgreSQL", "erp"));
      }
    }
    return lines;
  }

  private List<Line> lines(Setup setup, int port, String engine, String source) throws Exception {
    Keys keys = Customers.keys();
    List<Line> lines = new ArrayList<>();
    lines.add(
        line(
            setup,
            port,
            "one row, " + engine,
            number -> Product.statement(source, Customers.POINT, keys.next())));
    if (!setup.brief()) {
      lines.add(
          line(
              setup,
              port,
              "100 rows, " + engine,
              number -> Product.statement(source, Customers.rows(keys.next(), 100))));
    }
    return lines;
  }

  private Line line(Setup setup, int port, String what, LongFunction<String> input)
      throws Exception {
    List<Rounds.Subject> subjects =
        List.of(
            new Rounds.Subject(FREE, caller(port, input, BOSS)),
            new Rounds.Subject(name(), caller(port, input, WENDY)));
    Rounds.warmUp(setup.pace(), CALLERS, subjects);
    Map<String, Measurement> measured = Rounds.run(setup.pace(), CALLERS, subjects);
    return Line.of(name(), "row filter and mask, " + what, measured.get(name()))
        .beside(FREE, measured.get(FREE).perSecond());
  }

  private static Worker.Factory caller(int port, LongFunction<String> input, String key) {
    return () -> new HttpWorker(port, number -> Product.call("query", input.apply(number), key));
  }
}
