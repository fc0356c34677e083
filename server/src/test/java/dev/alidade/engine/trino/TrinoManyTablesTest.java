package dev.alidade.engine.trino;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.Table;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The catalog is quick on thousands of tables. */
@Tag("alone")
class TrinoManyTablesTest {
  private static final int MANY = 10_000;

  @Test
  void tenThousandTablesAreReadInSeconds() {
    TrinoServer server = TrinoServer.shared();
    server.createMany(MANY);
    try (Engine engine =
        new TrinoFactory().open(server.source(EngineProbe.SOURCE, "many", "default"))) {
      engine.server();
      long start = System.nanoTime();
      CatalogSnapshot read = engine.readCatalog();
      Duration first = Duration.ofNanos(System.nanoTime() - start);
      start = System.nanoTime();
      assertThat(engine.readCatalog().tables()).hasSize(MANY);
      Duration again = Duration.ofNanos(System.nanoTime() - start);
      System.out.printf(
          "%,d tables, %,d columns: first reading %d ms, again %d ms%n",
          read.tables().size(),
          read.tables().stream().mapToLong(table -> table.columns().size()).sum(),
          first.toMillis(),
          again.toMillis());
      assertThat(read.tables()).hasSize(MANY);
      Table table = read.table("many_77").orElseThrow();
      assertThat(table.columns()).hasSize(8);
      assertThat(table.comment()).contains("The table number 77");
      assertThat(first).isLessThan(Duration.ofSeconds(20));
    }
  }
}
