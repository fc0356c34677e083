package dev.alidade.bench.part;

import dev.alidade.bench.load.HttpWorker;
import dev.alidade.bench.load.Keys;
import dev.alidade.bench.load.Worker;
import dev.alidade.bench.server.Customers;
import dev.alidade.bench.server.Databases;
import dev.alidade.bench.server.EngineAlone;
import dev.alidade.bench.server.Product;
import java.nio.file.Path;
import java.util.List;

/**
 * What people, agents and dashboards do at one time: of twenty calls ten read a row by its key,
 * five sum over the orders, two ask in words, two describe a source and one streams a thousand
 * rows.
 */
public final class MixedWork {
  private static final int TURN = 20;
  private static final List<String> SUMS =
      List.of(
          "SELECT status, count(*) AS orders FROM orders GROUP BY status ORDER BY status",
          "SELECT store_id, count(*) AS orders FROM orders GROUP BY store_id ORDER BY 2 DESC LIMIT 10",
          "SELECT count(*) AS items, sum(quantity) AS pieces FROM order_items");
  private static final String THOUSAND = "SELECT * FROM orders LIMIT 1000";

  private final Keys keys = Customers.keys();
  private final List<byte[]> questions = Questions.all().stream().map(Product::ask).toList();

  /** The sources that it works on: the sample with its meaning, and two more. */
  public static String configuration(Databases databases, Path sampleState, Path launcher)
      throws Exception {
    return databases.sources()
        + """
          - { name: shop, engine: duckdb, path: "%s" }
        semantic: { shop: "%s" }
        """
            .formatted(
                EngineAlone.sampleFile(sampleState),
                launcher.resolveSibling("examples").resolve("shop").resolve("semantic.yaml"));
  }

  /** Callers who do it. */
  public Worker.Factory callers(int port) {
    return () -> new HttpWorker(port, this::request);
  }

  private byte[] request(long number) {
    int turn = (int) (number % TURN);
    if (turn < 10) {
      String source = turn % 2 == 0 ? "crm" : "erp";
      return Product.call("query", Product.statement(source, Customers.POINT, keys.next()));
    }
    if (turn < 15) {
      String sum = SUMS.get((int) (number % SUMS.size()));
      return Product.call("query", Product.statement("shop", sum));
    }
    if (turn < 17) {
      return questions.get((int) (number / TURN % questions.size()));
    }
    if (turn < 19) {
      return Product.call("describe_source", "{\"source\": \"shop\"}");
    }
    return Product.stream("shop", THOUSAND, "text/csv");
  }
}
