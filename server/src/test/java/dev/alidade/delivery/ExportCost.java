package dev.alidade.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.catalog.CatalogService;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.engine.duckdb.DuckDbFactory;
import dev.alidade.export.ArrowFormat;
import dev.alidade.export.CsvFormat;
import dev.alidade.export.ExcelFormat;
import dev.alidade.export.ExportFormat;
import dev.alidade.export.NdjsonFormat;
import dev.alidade.export.ParquetFormat;
import dev.alidade.job.JobBounds;
import dev.alidade.job.JobService;
import dev.alidade.operation.Json;
import dev.alidade.policy.Governor;
import dev.alidade.query.QueryService;
import dev.alidade.store.Database;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten million rows, exported by the product in a JVM of 256 MB beside the engine's own COPY: {@code
 * mvn -pl server test -Dtest=ExportCost}. It prints a table for docs/performance.md; machines are
 * too noisy for it to be a test.
 */
class ExportCost {
  private static final int ROWS = Integer.getInteger("alidade.export.rows", 10_000_000);
  private static final String SQL = "SELECT * FROM events";
  private static final List<ExportFormat> ALL =
      List.of(
          new CsvFormat(),
          new ParquetFormat(),
          new ArrowFormat(),
          new NdjsonFormat(),
          new ExcelFormat());

  private static final String ONLY = System.getProperty("alidade.export.formats", "");
  private static final List<ExportFormat> FORMATS =
      ALL.stream().filter(each -> ONLY.isEmpty() || ONLY.contains(each.name())).toList();

  @TempDir private Path folder;

  @Test
  void printsWhatTenMillionRowsCost() throws Exception {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dalidade.export.rows=" + ROWS,
                "-Dalidade.export.formats=" + ONLY,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-cp",
                path,
                ExportCost.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    process.inputReader().lines().forEach(System.out::println);
    assertThat(process.waitFor()).isZero();
  }

  /** Measures in a JVM whose heap is small. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path file = folder.resolve("events.duckdb");
    run(
        "jdbc:duckdb:" + file,
        """
        CREATE TABLE events AS SELECT i AS id, (i * 7919 %% 1000003 / 100.0)::DECIMAL(10, 2) AS amount,
          i / 7.0::DOUBLE AS ratio, 'customer ' || i %% 50000 AS customer, DATE '2020-01-01' + (i %% 2000)::INTEGER AS day,
          TIMESTAMP '2024-01-01' + to_seconds(i) AS moment FROM range(%d) AS r (i)"""
            .formatted(ROWS));
    // The engine copies from a file of its own, in turns with the product.
    Path twin = Files.copy(file, folder.resolve("twin.duckdb"));
    System.out.println(
        "format, million rows/s, share of COPY, seconds of processor a million rows, MB, peak heap MB");
    product(file, twin, folder);
  }

  /** Copies the rows in a format of the engine; gives the seconds that it took. */
  private static double copy(Path twin, Path folder, String format)
      throws SQLException, IOException {
    Path copy = folder.resolve("copy");
    Watch start = new Watch();
    run(
        "jdbc:duckdb:" + twin,
        "SET threads = 2; COPY (%s) TO '%s' (FORMAT %s)".formatted(SQL, copy, format));
    double seconds = start.seconds();
    print("COPY " + format, start, seconds, Files.size(copy), 0);
    Files.delete(copy);
    return seconds;
  }

  private static void product(Path file, Path twin, Path folder) throws Exception {
    SourceDefinition source =
        new SourceDefinition("events", "duckdb", Map.of("path", file.toString()));
    Path open = Files.createDirectory(folder.resolve("open"));
    JobBounds bounds = new JobBounds(1, 1, 1, 1, Duration.ofHours(1));
    Clock clock = Clock.systemUTC();
    try (Sources sources = new Sources(List.of(source), List.of(new DuckDbFactory()));
        QueryService queries = new QueryService(sources, new Governor(), entry -> {}, clock);
        JobService jobs =
            new JobService(
                queries,
                Database.open(folder.resolve("state")),
                folder.resolve("jobs"),
                clock,
                bounds)) {
      DeliveryService service =
          new DeliveryService(
              queries,
              new CatalogService(sources, queries, clock),
              jobs,
              FORMATS,
              List.of(new ExportFolder("open", open)),
              event -> {},
              clock);
      for (ExportFormat format : FORMATS) {
        // No COPY writes Arrow; the one that is compared with is the fastest there is.
        double copied =
            copy(twin, folder, format.name().equals("csv") ? "csv" : "parquet, COMPRESSION zstd");
        // A server that has written the format before: it is compiled, as COPY is.
        export(service, format, SQL + " LIMIT " + ROWS / 5);
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        Watch start = new Watch();
        Manifest manifest = export(service, format, SQL);
        assertThat(manifest.rows()).isEqualTo(ROWS);
        long peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        print(format.name(), start, copied, manifest.bytes(), peak);
      }
    }
  }

  private static Manifest export(DeliveryService service, ExportFormat format, String sql)
      throws IOException {
    ExportQueryInput order =
        Json.mapper()
            .readValue(
                """
                {"source": "events", "sql": "%s", "file_format": "%s", "folder": "open", "wait_seconds": 0, "overwrite": true}"""
                    .formatted(sql, format.name()),
                ExportQueryInput.class);
    ExportOutput output = service.export(order, Caller.LOCAL, Cancellation.never());
    while (output.manifest().isEmpty()) {
      output = service.status(Caller.LOCAL, output.job().job(), 60, Cancellation.never());
      assertThat(output.job().error()).isEmpty();
    }
    return output.manifest().get();
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static void print(String what, Watch watch, double copied, long bytes, long peak) {
    double millions = ROWS / 1e6;
    double seconds = watch.seconds();
    System.out.printf(
        "%-34s %6.2f %6.2f %6.2f %8.0f %6d%n",
        what,
        millions / seconds,
        copied / seconds,
        watch.ofProcessors() / millions,
        bytes / 1e6,
        peak >> 20);
  }

  /** The time since it was made, and that of processors in it, which others do not lengthen. */
  private record Watch(long start, long processors) {
    Watch() {
      this(System.nanoTime(), processorTime());
    }

    double seconds() {
      return (System.nanoTime() - start) / 1e9;
    }

    double ofProcessors() {
      return (processorTime() - processors) / 1e9;
    }

    private static long processorTime() {
      return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
          .getProcessCpuTime();
    }
  }

  private static void run(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
