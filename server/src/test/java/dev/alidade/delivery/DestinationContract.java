package dev.alidade.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds wherever exports go; other programs read what came there. */
public abstract class DestinationContract {
  /** A thousand bytes a row. */
  private static final String WIDE =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, '%s' AS wide FROM n"
          .formatted("x".repeat(1_000));

  private static final String ORDER =
      "{\"source\":\"shop\",\"sql\":\"%s\",\"file_format\":\"%s\",\"folder\":\"open\",\"name\":\"%s\",\"wait_seconds\":%d%s}";

  @TempDir private Path folder;
  private Quay quay;
  private ExportPlace open;

  /** A place with nothing in it. */
  protected abstract ExportPlace place(String name, Optional<Set<String>> roles);

  /** Puts a file there, as another program would. */
  protected abstract void put(String place, String path, String content);

  /** A folder with all that a place holds, as another program sees it. */
  protected abstract Path contents(String place);

  /** How many files are on their way. */
  protected abstract int unfinished(String place);

  @BeforeEach
  void open() throws IOException {
    open = place("open", Optional.empty());
    quay = new Quay(folder, List.of(open, place("kept", Optional.of(Set.of("archivist")))));
  }

  @AfterEach
  void close() {
    quay.close();
  }

  @Test
  void aFileComesWholeWithAManifestThatIsTrue() throws Exception {
    String all = "SELECT id, customer FROM orders";
    for (List<String> way :
        List.of(
            List.of("parquet", "none", "a.parquet"),
            List.of("csv", "gzip", "a.csv.gz"),
            List.of("ndjson", "zstd", "a.ndjson.zst"))) {
      String compression = ",\"overwrite\":true,\"compression\":\"%s\"".formatted(way.get(1));
      JsonNode done = export(all, way.get(0), "a", compression);
      JsonNode file = done.at("/manifest/files/0");
      assertThat(file.get("path").asText()).isEqualTo(way.get(2));
      assertThat(done.at("/manifest/destination").asText()).isEqualTo(shown());
      assertThat(done.at("/downloads")).isEmpty();
      Path found = contents("open").resolve(way.get(2));
      assertThat(file.get("bytes").asLong()).isEqualTo(Files.size(found));
      assertThat(file.get("sha256").asText()).isEqualTo(sha256(found));
      assertThat(Quay.read("SELECT count(*), sum(id), count(customer) FROM '%s'".formatted(found)))
          .containsExactly(List.of("2500", "3126250", "1667"));
      assertThat(Json.mapper().readTree(contents("open").resolve("a.manifest.json").toFile()))
          .hasToString(done.get("manifest").toString());
    }
    export(all, "csv", "a", ",\"compression\":\"zip\",\"overwrite\":true");
    try (ZipInputStream zip =
        new ZipInputStream(Files.newInputStream(contents("open").resolve("a.csv.zip")))) {
      assertThat(zip.getNextEntry().getName()).isEqualTo("a.csv");
      assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines()).hasSize(2_501);
    }
  }

  @Test
  void aFileOfManyPartsComesWhole() throws Exception {
    JsonNode done = export(WIDE + " LIMIT 40000", "csv", "large", "");
    Path found = contents("open").resolve("large.csv");
    assertThat(Files.size(found)).isGreaterThan(40_000_000);
    assertThat(done.at("/manifest/files/0/sha256").asText()).isEqualTo(sha256(found));
    assertThat(Quay.read("SELECT count(*), max(i), min(length(wide)) FROM '%s'".formatted(found)))
        .containsExactly(List.of("40000", "40000", "1000"));
    assertThat(unfinished("open")).isZero();
  }

  @Test
  void aFileWithoutAByteIsAFile() throws Exception {
    export("SELECT id FROM orders WHERE id < 0", "csv", "empty", ",\"options\":{\"header\":false}");
    assertThat(contents("open").resolve("empty.csv")).isEmptyFile();
    assertThat(unfinished("open")).isZero();
  }

  @Test
  void nothingIsOverwrittenUnlessTold() throws Exception {
    String few = "SELECT id FROM orders WHERE id < 3";
    export(few, "csv", "daily/few", "");
    assertThat(quay.filesIn(contents("open")))
        .containsExactly("daily/few.csv", "daily/few.manifest.json");
    assertThatThrownBy(() -> export(few, "csv", "daily/few", ""))
        .hasMessageContaining("`daily/few.csv` is in %s already".formatted(named()));
    assertThatThrownBy(
            () ->
                export(
                    "SELECT id, 1 AS a FROM orders", "csv", "daily", ",\"partition_by\":[\"a\"]"))
        .hasMessageContaining("`daily` is in %s already".formatted(named()));
    put("open", "daily/few.csv", "old");
    export(few, "csv", "daily/few", ",\"overwrite\":true");
    assertThat(contents("open").resolve("daily/few.csv")).hasContent("id\n1\n2");
  }

  @Test
  void whatCameMeanwhileIsNotOverwritten() throws Exception {
    try (Outgoing outgoing = open.destination(false).begin("late.csv", "job_1", folder)) {
      try (OutputStream stream = outgoing.stream()) {
        stream.write("mine".getBytes(StandardCharsets.UTF_8));
      }
      assertThat(unfinished("open")).isOne();
      put("open", "late.csv", "theirs");
      assertThatThrownBy(outgoing::keep)
          .isInstanceOfSatisfying(
              AlidadeException.class,
              failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_INPUT))
          .hasMessageContaining("`late.csv` is in %s already".formatted(named()));
    }
    assertThat(contents("open").resolve("late.csv")).hasContent("theirs");
    assertThat(unfinished("open")).isZero();
  }

  @Test
  void itIsThereForItsRolesOnly() throws Exception {
    Caller archivist = new Caller("ada", Set.of("archivist"), Map.of());
    String order =
        "{\"source\":\"shop\",\"sql\":\"SELECT 1 AS n\",\"file_format\":\"csv\",\"folder\":\"%s\",\"wait_seconds\":60}";
    assertThatThrownBy(() -> quay.call("export_query_result", order.formatted("kept")))
        .hasMessage("No folder `kept`; there are: open");
    assertThatThrownBy(() -> quay.call(archivist, "export_query_result", order.formatted("keep")))
        .hasMessage("No folder `keep`; there are: open, kept");
    quay.call(archivist, "export_query_result", order.formatted("kept"));
    assertThat(quay.filesIn(contents("kept")))
        .containsExactly("result.csv", "result.manifest.json");
  }

  @Test
  void anExportThatIsCancelledOrFailsLeavesNothing() throws Exception {
    String job =
        quay.call("export_query_result", ORDER.formatted(WIDE, "csv", "endless", 0, ""))
            .at("/job/job")
            .asText();
    String named = "{\"export\":\"%s\",\"wait_seconds\":1}".formatted(job);
    while (quay.call("export_status", named).at("/job/rows").asLong() < 40_000) {
      assertThat(quay.call("export_status", named).at("/job/state").asText()).isEqualTo("running");
    }
    assertThat(unfinished("open")).isOne();
    JsonNode cancelled = quay.call("cancel_job", "{\"job\":\"%s\"}".formatted(job));
    assertThat(cancelled.get("state").asText()).isEqualTo("cancelled");
    assertThat(quay.filesIn(contents("open"))).isEmpty();
    assertThat(unfinished("open")).isZero();

    JsonNode failed =
        export("SELECT abs(-9223372036854775807 - 1) AS n FROM orders", "csv", "failing", "");
    assertThat(failed.at("/job/error/code").asText()).isEqualTo("DATA_ERROR");
    assertThat(quay.filesIn(contents("open"))).isEmpty();
    assertThat(unfinished("open")).isZero();
    assertThat(quay.filesIn(quay.state)).isEmpty();
  }

  @Test
  void partitionsAreFoldersThatAnotherProgramReads() throws Exception {
    JsonNode done =
        export(
            "SELECT id, customer, id % 3 AS third FROM orders;",
            "parquet", "by customer", ",\"partition_by\":[\"third\",\"customer\"]");
    assertThat(done.at("/manifest/files")).hasSize(3);
    assertThat(done.at("/manifest/files/0/path").asText())
        .isEqualTo("by customer/third=0/customer=__HIVE_DEFAULT_PARTITION__/part-1.parquet");
    assertThat(
            Quay.read(
                "SELECT third, customer, count(*), sum(id) FROM read_parquet('%s/by customer/**/*.parquet', hive_partitioning = true) GROUP BY ALL ORDER BY 1"
                    .formatted(contents("open"))))
        .containsExactly(
            Arrays.asList("0", null, "833", "1042083"),
            List.of("1", "Ada, \"the first\"", "834", "1042917"),
            List.of("2", "Bob", "833", "1041250"));
    assertThat(unfinished("open")).isZero();
  }

  @Test
  void severalResultsAreSheetsOfOneFile() throws Exception {
    export(
        "SELECT id FROM orders",
        "excel",
        "book",
        ",\"sheets\":[{\"name\":\"count\",\"sql\":\"SELECT count(*) AS n FROM orders\"}]");
    try (XSSFWorkbook book =
        new XSSFWorkbook(Files.newInputStream(contents("open").resolve("book.xlsx")))) {
      assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(2_500);
      assertThat(book.getSheet("count").getRow(1).getCell(0).getNumericCellValue())
          .isEqualTo(2_500);
    }
  }

  private JsonNode export(String sql, String format, String name, String more) throws IOException {
    JsonNode done = quay.call("export_query_result", ORDER.formatted(sql, format, name, 60, more));
    assertThat(done.at("/job/state").asText()).isIn("done", "failed");
    return done;
  }

  /** What answers and the audit call it. */
  private String shown() {
    return open.destination(false).shown();
  }

  /** What messages call it. */
  private String named() {
    return shown().replaceFirst(" (.*)", " `$1`");
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
