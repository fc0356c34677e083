package dev.alidade.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Column;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Table;
import dev.alidade.sql.TypeKind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files become typed tables, or a failure that names file, line, fault and next step. */
class FileLoadingTest {
  @TempDir private Path folder;

  @Test
  void aCsvBecomesATypedTable() {
    write(
        "Order Items.csv",
        "id,zip,placed,price,paid\n1,01234,2024-05-01,1.5,true\n2,9,2024-05-02,2,false\n");
    try (Engine engine = open("Order Items.csv")) {
      Table table = engine.readCatalog().table("order_items").orElseThrow();
      assertThat(table.columns())
          .extracting(column -> column.type().kind())
          .containsExactly(
              TypeKind.INTEGER, TypeKind.TEXT, TypeKind.DATE, TypeKind.FLOAT, TypeKind.BOOLEAN);
      assertThat(new EngineProbe(engine).rows("SELECT zip, placed FROM order_items WHERE id = 1"))
          .containsExactly(List.of("01234", LocalDate.of(2024, 5, 1)));
    }
  }

  @Test
  void delimitersAndQuotesAreFound() {
    write("a.csv", "name;note\nAnn;\"one; two\"\nBob;\"say \"\"hi\"\"\nthere\"\n");
    write("b.tsv", "x\ty\n1\t2\n");
    write("c.csv", "only\nfirst\nsecond\n");
    try (Engine engine = open("a.csv", "b.tsv", "c.csv")) {
      EngineProbe probe = new EngineProbe(engine);
      assertThat(probe.rows("SELECT * FROM a"))
          .containsExactly(List.of("Ann", "one; two"), List.of("Bob", "say \"hi\"\nthere"));
      assertThat(probe.rows("SELECT x, y FROM b")).containsExactly(List.of(1L, 2L));
      assertThat(probe.rows("SELECT \"only\" FROM c"))
          .containsExactly(List.of("first"), List.of("second"));
    }
  }

  @Test
  void headersAreFoundEvenWhenAllIsText() {
    write("people.csv", "name,city\nAnn,Oslo\nBob,Rome\n");
    try (Engine engine = open("people.csv")) {
      assertThat(engine.readCatalog().table("people").orElseThrow().columns())
          .extracting(Column::name)
          .containsExactly("name", "city");
    }
  }

  @Test
  void jsonNdjsonAndCompressedFilesLoad() {
    write("a.json", "[{\"x\": 1, \"y\": {\"z\": [1, 2]}}, {\"x\": 2}]");
    write("b.ndjson", "{\"moment\": \"2024-05-01T10:00:00\"}\n{\"moment\": null}\n");
    writeGzip("c.csv.gz", "n,m\n1,2\n3,4\n");
    try (Engine engine = open("a.json", "b.ndjson", "c.csv.gz")) {
      EngineProbe probe = new EngineProbe(engine);
      assertThat(probe.rows("SELECT y FROM a WHERE x = 1"))
          .containsExactly(List.of(Map.of("z", List.of(1L, 2L))));
      assertThat(probe.number("SELECT count(moment) FROM b")).isEqualTo(1);
      assertThat(probe.number("SELECT sum(n + m) FROM c")).isEqualTo(10);
    }
  }

  @Test
  void parquetAndZstandardLoad() {
    DuckDbFiles.create(
        folder.resolve("maker.duckdb"),
        List.of(
            "COPY (SELECT i AS n, 'v' || i AS v FROM range(1000) r(i)) TO '%s' (FORMAT parquet)"
                .formatted(folder.resolve("big data.parquet")),
            "COPY (SELECT 7 AS seven) TO '%s'".formatted(folder.resolve("z.csv.zst"))));
    try (Engine engine = open("big data.parquet", "z.csv.zst")) {
      EngineProbe probe = new EngineProbe(engine);
      assertThat(probe.number("SELECT count(*) FROM big_data WHERE v = 'v9'")).isEqualTo(1);
      assertThat(probe.cell("SELECT seven FROM z")).isEqualTo(7L);
    }
  }

  @Test
  void foldersAndPatternsAreSearched() throws IOException {
    Files.createDirectories(folder.resolve("in/deep"));
    write("in/a.csv", "x\n1\n");
    write("in/deep/b.csv", "x\n2\n");
    write("in/readme.md", "no data");
    try (Engine engine = open("in")) {
      assertThat(names(engine)).containsExactlyInAnyOrder("a", "b");
    }
    try (Engine engine = open("in/*.csv")) {
      assertThat(names(engine)).containsExactly("a");
    }
    try (Engine engine = open("in/**.csv")) {
      assertThat(names(engine)).containsExactlyInAnyOrder("a", "b");
    }
  }

  @Test
  void namesAreUniqueAndNeedNoQuotes() throws IOException {
    Files.createDirectories(folder.resolve("north"));
    Files.createDirectories(folder.resolve("south"));
    write("north/sales.csv", "x\n1\n");
    write("south/sales.csv", "x\n2\n");
    write("south/sales.tsv", "x\n3\n");
    write("OrderLines-2024 (1).csv", "x\n4\n");
    write("2024.csv", "x\n5\n");
    write("order.csv", "x\n6\n");
    write("it's [a] test*.csv", "x\n7\n");
    try (Engine engine =
        open(
            "north",
            "south",
            "OrderLines-2024 (1).csv",
            "2024.csv",
            "order.csv",
            "it's [a] test*.csv")) {
      assertThat(names(engine))
          .containsExactlyInAnyOrder(
              "sales",
              "south_sales",
              "south_sales_2",
              "order_lines_2024_1",
              "table_2024",
              "order_data",
              "it_s_a_test");
      assertThat(new EngineProbe(engine).cell("SELECT x FROM it_s_a_test")).isEqualTo(7L);
    }
  }

  @Test
  void aValueThatDoesNotFitTheFirstRowsIsNotLost() {
    StringBuilder text = new StringBuilder("id,v\n");
    for (int row = 0; row < 40_000; row++) {
      text.append(row).append(',').append(row).append('\n');
    }
    write("late.csv", text.append("40000,n/a\n").toString());
    try (Engine engine = open("late.csv")) {
      EngineProbe probe = new EngineProbe(engine);
      assertThat(probe.number("SELECT count(*) FROM late")).isEqualTo(40_001);
      assertThat(probe.cell("SELECT v FROM late WHERE id = 40000")).isEqualTo("n/a");
    }
  }

  @Test
  void utf16WithItsMarkIsRead() {
    writeBytes("wide.csv", "\ufeffname,n\nZoë,1\n".getBytes(StandardCharsets.UTF_16LE));
    try (Engine engine = open("wide.csv")) {
      assertThat(new EngineProbe(engine).cell("SELECT name FROM wide")).isEqualTo("Zoë");
    }
  }

  @Test
  void brokenFilesAreNamedWithLineFaultAndNextStep() {
    byte[] noise = new byte[10_000];
    new Random(7).nextBytes(noise);
    writeBytes("garbage.csv", noise);
    writeBytes("garbage.parquet", noise);
    writeBytes("garbage.csv.gz", noise);
    write("empty.csv", "");
    write("ragged.csv", "a,b,c\n1,2,3\n4,5\n6,7,8\n");
    write("bad.json", "{\"a\": 1}\n{\"a\": 2\n{\"b\": 3}\n");
    writeBytes("mixed.csv", "id,name\n1,Zoë\n2,J\u00f6rg\n".getBytes(StandardCharsets.ISO_8859_1));
    assertUnreadable("garbage.csv", "binary");
    assertUnreadable("garbage.parquet", "Parquet");
    assertUnreadable("garbage.csv.gz", "GZIP");
    assertUnreadable("empty.csv", "empty");
    assertUnreadable("ragged.csv", "line 3", "2 columns", "3");
    assertUnreadable("bad.json", "line 3");
    assertUnreadable("mixed.csv", "line 2", "UTF-8");
  }

  @Test
  void aMissingFileIsNamed() {
    AlidadeException failure = EngineProbe.failure(() -> open("nowhere.csv").close());
    assertThat(failure.code()).isEqualTo(ErrorCode.FILE_NOT_FOUND);
    assertThat(failure).hasMessageContaining("nowhere.csv");
  }

  @Test
  void aWrongDatabaseFileIsNamed() {
    write("no.duckdb", "this is no database");
    AlidadeException failure =
        EngineProbe.failure(() -> DuckDbFiles.open(folder.resolve("no.duckdb")).close());
    assertThat(failure.code()).isEqualTo(ErrorCode.FILE_UNREADABLE);
    assertThat(failure).hasMessageContaining("no.duckdb");
  }

  @Test
  void theFilesThemselvesAreOutOfReach() {
    write("a.csv", "x\n1\n");
    try (Engine engine = open("a.csv")) {
      EngineProbe probe = new EngineProbe(engine);
      String read = "SELECT * FROM read_csv('%s')".formatted(folder.resolve("a.csv"));
      assertThat(probe.inspect(read).isAllowed()).isFalse();
      assertThat(probe.forgedFailure(read).code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
    }
  }

  private void assertUnreadable(String file, String... words) {
    AlidadeException failure = EngineProbe.failure(() -> open(file).close());
    assertThat(failure.code()).as(file).isEqualTo(ErrorCode.FILE_UNREADABLE);
    assertThat(failure.getMessage())
        .contains(file)
        .contains(words)
        .contains(";")
        .doesNotContain("\n");
  }

  private Engine open(String... entries) {
    List<String> files = List.of(entries).stream().map(entry -> folder + "/" + entry).toList();
    return new DuckDbFactory()
        .open(new SourceDefinition(EngineProbe.SOURCE, "duckdb", Map.of("files", files)));
  }

  private static List<String> names(Engine engine) {
    return engine.readCatalog().tables().stream().map(table -> table.name().table()).toList();
  }

  private void write(String name, String text) {
    writeBytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void writeBytes(String name, byte[] bytes) {
    try {
      Files.write(folder.resolve(name), bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void writeGzip(String name, String text) {
    try (OutputStream output = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      output.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
