package dev.alidade.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TypeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MySqlCatalogTest {
  private static final int TABLES = 10_000;
  private static final int LINKED = 100;
  private static final String COLUMNS =
      " (id INT PRIMARY KEY, name VARCHAR(20) COMMENT 'a name', price DECIMAL(10, 2), at DATETIME, parent INT";

  private final MariaDbServer server = MariaDbServer.shared();

  @Test
  @Timeout(300)
  void tenThousandTablesAreReadQuickly() throws IOException {
    String database = server.createDatabase();
    fill(database);
    try (Engine engine = open(database, Map.of())) {
      assertThat(engine.server().product()).isEqualTo("MariaDB");
      long started = System.nanoTime();
      CatalogSnapshot catalog = engine.readCatalog();
      Duration reading = since(started);
      assertThat(catalog.tables()).hasSize(TABLES);
      assertThat(catalog.foreignKeys()).hasSize(LINKED);
      Table last = catalog.table("t%d".formatted(TABLES - LINKED - 3)).orElseThrow();
      assertThat(last.columns()).hasSize(5);
      assertThat(last.primaryKey()).containsExactly("id");
      assertThat(last.comment()).contains("one of many");
      long again = System.nanoTime();
      Optional<String> version = engine.catalogVersion();
      Duration noticing = since(again);
      System.out.printf(
          "%,d tables: catalog %,d ms, its version %,d ms%n",
          TABLES, reading.toMillis(), noticing.toMillis());
      assertThat(reading).isLessThan(Duration.ofSeconds(60));
      assertThat(noticing).isLessThan(Duration.ofSeconds(30));
      server.run(database, List.of("ALTER TABLE t5 MODIFY price DECIMAL(10, 2) COMMENT 'paid'"));
      assertThat(engine.catalogVersion()).isNotEqualTo(version);
    }
  }

  @Test
  void everyChangeGivesAnotherVersion() {
    String database = server.createDatabase();
    server.run(
        database,
        List.of("CREATE TABLE a (id INT PRIMARY KEY)", "CREATE TABLE b (id INT, a INT, c INT)"));
    try (Engine engine = open(database, Map.of())) {
      Optional<String> before = engine.catalogVersion();
      for (String change :
          List.of(
              "ALTER TABLE a COMMENT = 'x'",
              "ALTER TABLE b ADD COLUMN d INT",
              "ALTER TABLE b DROP COLUMN d",
              "ALTER TABLE b ADD COLUMN d VARCHAR(5)",
              "ALTER TABLE b MODIFY d VARCHAR(6)",
              "ALTER TABLE b MODIFY d VARCHAR(6) NOT NULL",
              "ALTER TABLE b MODIFY d VARCHAR(6) NOT NULL COMMENT 'x'",
              "ALTER TABLE b RENAME COLUMN d TO e",
              "ALTER TABLE b ADD PRIMARY KEY (id)",
              "ALTER TABLE b ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES a (id)",
              "ALTER TABLE b DROP FOREIGN KEY f",
              "RENAME TABLE b TO c",
              "CREATE VIEW v AS SELECT id FROM a",
              "CREATE OR REPLACE VIEW v AS SELECT id, id AS again FROM a",
              "DROP VIEW v",
              "DROP TABLE c")) {
        server.run(database, List.of(change));
        Optional<String> after = engine.catalogVersion();
        assertThat(after).as(change).isPresent().isNotEqualTo(before);
        before = after;
      }
      server.run(database, List.of("INSERT INTO a VALUES (1)"));
      assertThat(engine.catalogVersion()).isEqualTo(before);
    }
  }

  @Test
  void keysCommentsAndJsonAreRead() {
    String database = server.createDatabase();
    server.run(
        database,
        List.of(
            "CREATE TABLE a (x INT, y INT, PRIMARY KEY (y, x)) COMMENT 'the first'",
            "CREATE TABLE b (p INT, q INT, js JSON COMMENT 'more', t LONGTEXT,"
                + " FOREIGN KEY (q, p) REFERENCES a (y, x))",
            "CREATE VIEW v AS SELECT js FROM b",
            "CREATE SEQUENCE s"));
    try (Engine engine = open(database, Map.of())) {
      CatalogSnapshot catalog = engine.readCatalog();
      assertThat(catalog.tables())
          .extracting(table -> table.name().toString())
          .containsExactly("a", "b", "v");
      assertThat(catalog.table("a").orElseThrow().primaryKey()).containsExactly("y", "x");
      assertThat(catalog.table("a").orElseThrow().comment()).contains("the first");
      Table b = catalog.table("b").orElseThrow();
      assertThat(b.column("js").orElseThrow().type().kind()).isEqualTo(TypeKind.JSON);
      assertThat(b.column("js").orElseThrow().comment()).contains("more");
      assertThat(b.column("t").orElseThrow().type().kind()).isEqualTo(TypeKind.TEXT);
      assertThat(catalog.table("v").orElseThrow().kind()).isEqualTo(TableKind.VIEW);
      assertThat(catalog.foreignKeys()).hasSize(1);
      assertThat(catalog.foreignKeys().getFirst().columns()).containsExactly("q", "p");
      assertThat(catalog.foreignKeys().getFirst().toColumns()).containsExactly("y", "x");
    }
  }

  @Test
  void furtherDatabasesAreShownWhereTheSourceSaysSo() {
    String database = server.createDatabase();
    String other = server.createDatabase();
    server.run(database, List.of("CREATE TABLE a (id INT)"));
    server.run(other, List.of("CREATE TABLE b (id INT)", "INSERT INTO b VALUES (7)"));
    String sql = "SELECT * FROM %s.b".formatted(other);
    try (Engine alone = open(database, Map.of())) {
      assertThat(alone.readCatalog().tables()).hasSize(1);
      assertThat(new EngineProbe(alone).inspect(sql).isAllowed()).isFalse();
    }
    try (Engine both = open(database, Map.of("databases", List.of(other)))) {
      assertThat(both.readCatalog().tables())
          .extracting(Table::name)
          .containsExactly(TableName.of("a"), TableName.of(other, "b"));
      EngineProbe probe = new EngineProbe(both);
      assertThat(probe.inspect(sql).tables()).containsExactly(TableName.of(other, "b"));
      assertThat(probe.number(sql)).isEqualTo(7);
      assertThat(both.statistics(TableName.of(other, "b")).rows()).isPresent();
    }
  }

  // The server takes the definition of a table without data from a file, however it came there.
  private void fill(String database) throws IOException {
    List<String> linked = new ArrayList<>();
    linked.add("CREATE TABLE original" + COLUMNS + ") ENGINE = MEMORY COMMENT 'one of many'");
    linked.add("CREATE TABLE linked" + COLUMNS + ") ENGINE = InnoDB");
    for (int table = 1; table <= LINKED; table++) {
      linked.add(
          "CREATE TABLE linked%d%s, FOREIGN KEY (parent) REFERENCES linked (id)) ENGINE = InnoDB"
              .formatted(table, COLUMNS));
    }
    server.run(database, linked);
    Path folder = server.folderOf(database);
    for (int table = 0; table < TABLES - LINKED - 2; table++) {
      Files.copy(folder.resolve("original.frm"), folder.resolve("t" + table + ".frm"));
    }
  }

  private Engine open(String database, Map<String, Object> more) {
    Map<String, Object> settings =
        new HashMap<>(server.source(EngineProbe.SOURCE, database).settings());
    settings.putAll(more);
    return MySqlFactory.mySql().open(new SourceDefinition(EngineProbe.SOURCE, "mysql", settings));
  }

  private static Duration since(long started) {
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
