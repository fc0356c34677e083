package dev.alidade.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Column;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.sql.TableName;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The catalog is whole, says only what the account may read, and is quick on thousands of tables.
 */
class PostgresCatalogTest {
  private static final int MANY = 10_000;

  private final PostgresServer server = PostgresServer.shared();
  private final String database = server.createDatabase();

  // Thousands of tables would make the end of the server slow.
  @AfterEach
  void dropDatabase() {
    server.run("postgres", List.of("DROP DATABASE %s WITH (FORCE)".formatted(database)));
  }

  @Test
  void everythingThatHoldsRowsIsListed() {
    run(
        "CREATE SCHEMA sales",
        "CREATE TABLE sales.customers (id int PRIMARY KEY, name text NOT NULL)",
        "COMMENT ON TABLE sales.customers IS 'Who buys'",
        "COMMENT ON COLUMN sales.customers.name IS 'As on the letter'",
        "CREATE TABLE parted (id int, day date, customer int REFERENCES sales.customers,"
            + " PRIMARY KEY (day, id)) PARTITION BY RANGE (day)",
        "CREATE TABLE parted_2024 PARTITION OF parted FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')",
        "CREATE VIEW seen AS SELECT name FROM sales.customers",
        "CREATE MATERIALIZED VIEW kept AS SELECT name FROM sales.customers",
        "CREATE TABLE changed (gone int, stays text)",
        "ALTER TABLE changed DROP COLUMN gone",
        "CREATE FOREIGN DATA WRAPPER nowhere",
        "CREATE SERVER elsewhere FOREIGN DATA WRAPPER nowhere",
        "CREATE FOREIGN TABLE far (a int) SERVER elsewhere");
    try (Engine engine = open()) {
      CatalogSnapshot catalog = engine.readCatalog();
      assertThat(catalog.tables())
          .extracting(table -> table.name().toString())
          .containsExactly(
              "public.changed",
              "public.far",
              "public.kept",
              "public.parted",
              "public.seen",
              "sales.customers");
      Table customers = catalog.table("sales.customers").orElseThrow();
      assertThat(customers.comment()).contains("Who buys");
      assertThat(customers.column("name").orElseThrow().comment()).contains("As on the letter");
      assertThat(catalog.table("parted").orElseThrow().primaryKey()).containsExactly("day", "id");
      assertThat(catalog.table("kept").orElseThrow().kind()).isEqualTo(TableKind.VIEW);
      assertThat(catalog.table("far").orElseThrow().kind()).isEqualTo(TableKind.TABLE);
      assertThat(catalog.table("changed").orElseThrow().columns())
          .extracting(Column::name)
          .containsExactly("stays");
      assertThat(catalog.foreignKeys()).hasSize(1);
      assertThat(catalog.foreignKeys().getFirst().to())
          .isEqualTo(TableName.of("sales", "customers"));
      // What lies on another server may change without a trace here.
      assertThat(engine.version()).isEmpty();
    }
  }

  @Test
  void everyKindOfChangeIsNoticed() {
    run("CREATE TABLE t (a int, b text)", "CREATE TABLE u (id int PRIMARY KEY)");
    try (Engine engine = open()) {
      for (String change :
          List.of(
              "COMMENT ON TABLE t IS 'x'",
              "COMMENT ON TABLE t IS 'y'",
              "COMMENT ON TABLE t IS NULL",
              "COMMENT ON COLUMN t.a IS 'x'",
              "ALTER TABLE t RENAME COLUMN a TO c",
              "ALTER TABLE t DROP COLUMN b",
              "ALTER TABLE t ADD COLUMN d int",
              "ALTER TABLE t ALTER COLUMN d TYPE bigint",
              "ALTER TABLE t ALTER COLUMN d SET NOT NULL",
              "ALTER TABLE t ADD PRIMARY KEY (d)",
              "ALTER TABLE t ADD FOREIGN KEY (c) REFERENCES u",
              "ALTER TABLE t DROP CONSTRAINT t_c_fkey",
              "ALTER TABLE t RENAME TO t2",
              "CREATE SCHEMA other",
              "ALTER TABLE t2 SET SCHEMA other",
              "ALTER SCHEMA other RENAME TO another",
              "CREATE VIEW v AS SELECT 1 AS one",
              "CREATE OR REPLACE VIEW v AS SELECT 1 AS one, 2 AS two",
              "DROP VIEW v")) {
        String before = engine.catalogVersion().orElseThrow();
        assertThat(engine.catalogVersion()).contains(before);
        run(change);
        assertThat(engine.catalogVersion()).as(change).isPresent().isNotEqualTo(before);
      }
      run("INSERT INTO u VALUES (1)", "ANALYZE u");
      assertThat(engine.readCatalog().table("u").orElseThrow().columns()).hasSize(1);
    }
  }

  @Test
  void anAccountSeesWhatItMayRead() {
    String role = "reader_of_" + database;
    run(
        "CREATE ROLE %s LOGIN PASSWORD 'x'".formatted(role),
        "CREATE TABLE open_table (a int, b int)",
        "CREATE TABLE half_open (a int, b int)",
        "CREATE TABLE closed_table (a int)",
        "CREATE SCHEMA closed_schema",
        "CREATE TABLE closed_schema.inside (a int)",
        "GRANT SELECT ON open_table, closed_schema.inside TO " + role,
        "GRANT SELECT (b) ON half_open TO " + role);
    Map<String, Object> settings = new HashMap<>(definition().settings());
    settings.put("username", role);
    settings.put("password", "x");
    try (Engine engine =
        new PostgresEngineFactory()
            .open(new SourceDefinition(EngineProbe.SOURCE, "postgres", settings))) {
      CatalogSnapshot catalog = engine.readCatalog();
      assertThat(catalog.tables())
          .extracting(table -> table.name().table())
          .containsExactly("half_open", "open_table");
      assertThat(catalog.table("half_open").orElseThrow().columns())
          .extracting(Column::name)
          .containsExactly("b");
      EngineProbe probe = new EngineProbe(engine);
      assertThat(probe.failure("SELECT a FROM closed_table"))
          .hasMessageContaining("closed_table")
          .hasMessageContaining("GRANT SELECT");
      assertThat(probe.rows("SELECT b FROM half_open")).isEmpty();
    }
    run("DROP OWNED BY " + role, "DROP ROLE " + role);
  }

  @Test
  void tenThousandTablesAreReadInSeconds() {
    run(
        "DO $$ BEGIN FOR i IN 1..%d LOOP EXECUTE format(".formatted(MANY)
            + "'CREATE TABLE many_%s (id bigint PRIMARY KEY, name text NOT NULL, amount numeric(12,2),"
            + " created timestamptz, note varchar(20), paid boolean, day date, tags text[])', i);"
            + " IF i % 500 = 0 THEN COMMIT; END IF; END LOOP; END $$");
    try (Engine engine = open()) {
      engine.server();
      CatalogSnapshot[] read = new CatalogSnapshot[1];
      Duration first =
          timed(
              () -> {
                read[0] = engine.readCatalog();
                return read[0];
              });
      Duration version = timed(engine::catalogVersion);
      Duration again = timed(engine::readCatalog);
      run("COMMENT ON TABLE many_77 IS 'changed'");
      Duration changed = timed(engine::readCatalog);
      System.out.printf(
          "%,d tables, %,d columns: first reading %d ms, change detection %d ms, unchanged %d ms,"
              + " after a change %d ms%n",
          read[0].tables().size(),
          read[0].tables().stream().mapToLong(table -> table.columns().size()).sum(),
          first.toMillis(),
          version.toMillis(),
          again.toMillis(),
          changed.toMillis());
      assertThat(
              read[0].tables().stream().filter(table -> table.name().table().startsWith("many_")))
          .hasSize(MANY);
      assertThat(read[0].table("many_77").orElseThrow().columns()).hasSize(8);
      assertThat(engine.readCatalog().table("many_77").orElseThrow().comment()).contains("changed");
      assertThat(first).isLessThan(Duration.ofSeconds(20));
      assertThat(version).isLessThan(Duration.ofSeconds(5));
    }
  }

  private static Duration timed(Supplier<?> work) {
    long started = System.nanoTime();
    assertThat(work.get()).isNotNull();
    return Duration.ofNanos(System.nanoTime() - started);
  }

  private void run(String... statements) {
    server.run(database, List.of(statements));
  }

  private Engine open() {
    return new PostgresEngineFactory().open(definition());
  }

  private SourceDefinition definition() {
    return server.source(EngineProbe.SOURCE, database);
  }
}
