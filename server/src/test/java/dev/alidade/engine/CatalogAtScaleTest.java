package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.sql.TableName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A catalog of ten thousand tables is read in seconds, and its changes are noticed at once. */
@Timeout(300)
@Tag("alone")
class CatalogAtScaleTest {
  private static final int TABLES = 10_000;

  @ParameterizedTest
  @EnumSource(EngineFile.class)
  void tenThousandTablesAreReadInSeconds(EngineFile kind, @TempDir Path folder) throws Exception {
    Path file = kind.in(folder, "wide");
    fill("jdbc:%s:%s".formatted(kind.name().toLowerCase(Locale.ROOT), file));
    SourceDefinition source = kind.source(EngineProbe.SOURCE, file);
    EngineFactory factory =
        EngineFile.factories().stream()
            .filter(each -> each.engine().equals(source.engine()))
            .findFirst()
            .orElseThrow();
    long started = System.nanoTime();
    try (Engine engine = factory.open(source)) {
      long opened = System.nanoTime();
      CatalogSnapshot catalog = engine.readCatalog();
      long read = System.nanoTime();
      assertThat(engine.catalogVersion()).isPresent().isEqualTo(engine.catalogVersion());
      long asked = System.nanoTime();
      EngineProbe probe = new EngineProbe(engine);
      assertThat(probe.number("SELECT count(*) FROM t_9999")).isZero();
      long queried = System.nanoTime();
      assertThat(engine.statistics(TableName.of("t_77"))).isNotNull();
      System.out.printf(
          Locale.ROOT,
          "%s, %,d tables: open %d ms, read %d ms, catalog version twice %d ms, first query %d ms,"
              + " statistics of one %d ms%n",
          kind,
          TABLES,
          millis(opened - started),
          millis(read - opened),
          millis(asked - read),
          millis(queried - asked),
          millis(System.nanoTime() - queried));
      assertThat(catalog.tables()).hasSize(TABLES);
      assertThat(catalog.foreignKeys()).hasSize(TABLES / 10);
      assertThat(catalog.table("t_4711").orElseThrow().columns()).hasSize(4);
      assertThat(Duration.ofNanos(read - started)).isLessThan(Duration.ofSeconds(30));
      assertThat(Duration.ofNanos(asked - read)).isLessThan(Duration.ofSeconds(1));
    }
  }

  private static void fill(String url) throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (int table = 0; table < TABLES; table++) {
        statement.execute(
            "CREATE TABLE t_%d (id INTEGER PRIMARY KEY, name VARCHAR(20), amount DECIMAL(12, 2)%s)"
                .formatted(
                    table,
                    table % 10 == 1
                        ? ", parent INTEGER REFERENCES t_%d (id)".formatted(table - 1)
                        : ", day DATE"));
      }
      connection.commit();
    }
  }

  private static long millis(long nanos) {
    return nanos / 1_000_000;
  }
}
