package dev.alidade.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Column;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.ForeignKey;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What DuckDB's catalog has beyond the contract: schemas, comments, composite keys. */
class DuckDbCatalogTest {
  @TempDir private Path folder;

  @Test
  void schemasCommentsAndCompositeKeysAreRead() {
    Path file = folder.resolve("catalog.duckdb");
    DuckDbFiles.create(
        file,
        List.of(
            "CREATE SCHEMA \"Sales Data\"",
            "CREATE TABLE \"Sales Data\".regions (country VARCHAR, region VARCHAR,"
                + " PRIMARY KEY (country, region))",
            "CREATE TABLE \"Sales Data\".stores (id INTEGER PRIMARY KEY, country VARCHAR,"
                + " region VARCHAR, FOREIGN KEY (country, region)"
                + " REFERENCES \"Sales Data\".regions (country, region))",
            "INSERT INTO \"Sales Data\".regions VALUES ('NO', 'East')",
            "CREATE VIEW open_stores AS SELECT id FROM \"Sales Data\".stores",
            "COMMENT ON TABLE \"Sales Data\".stores IS 'Where we sell'",
            "COMMENT ON COLUMN \"Sales Data\".stores.id IS 'The number on the door'",
            "COMMENT ON VIEW open_stores IS 'Without the closed ones'"));
    try (Engine engine = DuckDbFiles.open(file)) {
      CatalogSnapshot catalog = engine.readCatalog();
      Table stores = catalog.table("Sales Data.stores").orElseThrow();
      TableName regions = TableName.of("Sales Data", "regions");
      assertThat(stores.comment()).contains("Where we sell");
      assertThat(stores.column("id").flatMap(Column::comment)).contains("The number on the door");
      assertThat(catalog.table("open_stores").orElseThrow().comment())
          .contains("Without the closed ones");
      assertThat(catalog.foreignKeys())
          .containsExactly(
              new ForeignKey(
                  stores.name(),
                  List.of("country", "region"),
                  regions,
                  List.of("country", "region"),
                  false));
      EngineProbe probe = new EngineProbe(engine);
      assertThat(probe.number("SELECT count(*) FROM \"sales data\".REGIONS")).isEqualTo(1);
      assertThat(probe.inspect("SELECT * FROM \"sales data\".REGIONS").tables())
          .containsExactly(regions);
      assertThat(probe.refusal("SELECT * FROM region").message()).contains("`regions`");
    }
  }
}
