package dev.alidade.bench.part;

import dev.alidade.bench.load.HttpConnection;
import dev.alidade.bench.report.Line;
import dev.alidade.bench.report.Unit;
import dev.alidade.bench.server.EngineAlone;
import dev.alidade.bench.server.Product;
import dev.alidade.bench.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Results of millions of rows over REST, beside DuckDB writing the same rows to nowhere. */
public final class StreamsPart implements Part {
  private static final String SQL = "SELECT i.* FROM order_items AS i CROSS JOIN stores";
  private static final String LITTLE =
      "SELECT i.* FROM order_items AS i CROSS JOIN (SELECT store_id FROM stores LIMIT 5) AS s";
  private static final Path NOWHERE = Path.of("/dev/null");
  private static final int LEAST_BYTES_A_ROW = 8;

  /** A media type and what the engine does by itself. */
  private record Format(String name, String mediaType, String alone, Ceiling ceiling) {}

  private interface Ceiling {
    long rows(EngineAlone engine, String sql) throws Exception;
  }

  private static final List<Format> FORMATS =
      List.of(
          new Format(
              "Arrow",
              "application/vnd.apache.arrow.stream",
              "DuckDB alone, Arrow batches",
              EngineAlone::drainArrow),
          new Format("CSV", "text/csv", "DuckDB alone, COPY csv", copy("csv")),
          new Format("JSON", "application/x-ndjson", "DuckDB alone, COPY json", copy("json")));

  private static Ceiling copy(String format) {
    return (engine, sql) -> engine.copy(sql, NOWHERE, format);
  }

  @Override
  public String name() {
    return "streams";
  }

  @Override
  public List<Line> run(Setup setup) throws Exception {
    setup.tell("streams");
    String sql = setup.brief() ? LITTLE : SQL;
    List<Line> lines = new ArrayList<>();
    try (ServerProcess product = setup.demo();
        EngineAlone engine = new EngineAlone(EngineAlone.sampleFile(setup.sampleState()))) {
      long rows = engine.drainArrow(sql);
      for (Format format : FORMATS) {
        BestRate ours = new BestRate();
        BestRate alone = new BestRate();
        for (int round = 0; round <= setup.pace().rounds(); round++) {
          alone.measure(() -> format.ceiling().rows(engine, sql));
          ours.measure(() -> stream(product, sql, format.mediaType(), rows));
        }
        lines.add(
            Line.of(name(), "REST stream, " + format.name(), Unit.ROWS_PER_SECOND, ours.perSecond())
                .beside(format.alone(), alone.perSecond()));
      }
    }
    return lines;
  }

  private static long stream(ServerProcess product, String sql, String mediaType, long rows)
      throws IOException {
    try (HttpConnection connection = new HttpConnection(product.port())) {
      long bytes = connection.expectOk(Product.stream("shop", sql, mediaType)).bytes();
      if (bytes < rows * LEAST_BYTES_A_ROW) {
        throw new IOException("%d rows cannot be %d bytes".formatted(rows, bytes));
      }
      return rows;
    }
  }
}
