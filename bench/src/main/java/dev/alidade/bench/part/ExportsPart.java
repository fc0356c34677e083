package dev.alidade.bench.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alidade.bench.load.HttpConnection;
import dev.alidade.bench.report.Goal;
import dev.alidade.bench.report.Line;
import dev.alidade.bench.report.Unit;
import dev.alidade.bench.server.EngineAlone;
import dev.alidade.bench.server.Product;
import dev.alidade.bench.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Millions of rows into files of a folder, beside the engine's own COPY of the same rows. */
public final class ExportsPart implements Part {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SQL = "SELECT * FROM events";
  private static final int ROUNDS = 2;
  // There is no COPY to Arrow in the engine that we ship: the fastest that there is stands beside.
  private static final String PARQUET = "parquet, COMPRESSION zstd";
  private static final List<Format> FORMATS =
      List.of(
          new Format("arrow", PARQUET, 0.80),
          new Format("csv", "csv", 0.80),
          new Format("parquet", PARQUET, 0.95));

  private record Format(String name, String copy, double goal) {}

  @Override
  public String name() {
    return "exports";
  }

  @Override
  public List<Line> run(Setup setup) throws Exception {
    setup.tell("exports of %,d rows".formatted(setup.exportRows()));
    Path folder = Files.createDirectories(setup.folder().resolve("exports"));
    Path file = folder.resolve("events.duckdb");
    fill(file, setup.exportRows());
    Path out = Files.createDirectory(folder.resolve("out"));
    String configuration =
        """
        sources:
          - { name: events, engine: duckdb, path: "%s" }
        exports:
          folders:
            - { name: out, path: "%s" }
        """
            .formatted(file, out);
    List<Line> lines = new ArrayList<>();
    try (ServerProcess product = setup.serve("exports", configuration);
        EngineAlone engine = new EngineAlone(file)) {
      for (Format format : FORMATS) {
        lines.add(line(setup, product, engine, folder.resolve("copy"), format));
      }
    }
    return lines;
  }

  private Line line(
      Setup setup, ServerProcess product, EngineAlone engine, Path copy, Format format)
      throws Exception {
    // A server that has written the format before: it is compiled, as COPY is.
    export(product, format.name(), SQL + " LIMIT " + setup.exportRows() / 5);
    BestRate ours = new BestRate();
    BestRate alone = new BestRate();
    for (int round = 0; round < ROUNDS; round++) {
      alone.measure(() -> engine.copy(SQL, copy, format.copy()));
      Files.delete(copy);
      ours.measure(() -> export(product, format.name(), SQL));
    }
    return Line.of(name(), "export, " + format.name(), Unit.ROWS_PER_SECOND, ours.perSecond())
        .beside("COPY " + format.copy(), alone.perSecond())
        .aiming(new Goal.OfRatio(format.goal()));
  }

  private static long export(ServerProcess product, String format, String sql) throws IOException {
    try (HttpConnection connection = new HttpConnection(product.port())) {
      JsonNode answer =
          JSON.readTree(
              connection
                  .expectOk(
                      Product.call(
                          "export_query_result",
                          """
                          {"source": "events", "sql": "%s", "file_format": "%s", "folder": "out", "name": "rows",
                           "overwrite": true, "wait_seconds": 60}"""
                              .formatted(sql, format)))
                  .body());
      while (answer.path("manifest").isMissingNode()) {
        JsonNode error = answer.at("/job/error");
        if (!error.isMissingNode()) {
          throw new IOException("the export failed: " + error);
        }
        String status =
            "{\"job\": \"%s\", \"wait_seconds\": 60}".formatted(answer.at("/job/job").asText());
        answer = JSON.readTree(connection.expectOk(Product.call("export_status", status)).body());
      }
      return answer.at("/manifest/rows").asLong();
    }
  }

  private static void fill(Path file, long rows) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE events AS SELECT i AS id, (i * 7919 %% 1000003 / 100.0)::DECIMAL(10, 2) AS amount,
            i / 7.0::DOUBLE AS ratio, 'customer ' || i %% 50000 AS customer,
            DATE '2020-01-01' + (i %% 2000)::INTEGER AS day, TIMESTAMP '2024-01-01' + to_seconds(i) AS moment
          FROM range(%d) AS r (i)"""
              .formatted(rows));
    }
  }
}
