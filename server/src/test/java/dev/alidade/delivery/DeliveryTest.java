package dev.alidade.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Downloads.Download;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Limits;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.policy.RowFilter;
import dev.alidade.policy.TablePolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {
  private static final Caller WENDY = new Caller("wendy", Set.of("reader"), Map.of());
  private static final Role READER =
      new Role(
          "reader",
          Set.of(Right.READ),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Denials.NONE,
          Limits.NONE,
          Set.of());
  private static final AccessRules WIDE = new AccessRules(List.of(READER), List.of(), "");
  private static final AccessRules NARROW =
      new AccessRules(
          List.of(READER),
          List.of(
              new TablePolicy(
                  "first ten",
                  "shop",
                  "main.orders",
                  Set.of(),
                  Optional.of(new RowFilter("id <= 10")),
                  Map.of())),
          "");

  @TempDir private Path folder;
  private Quay quay;

  @BeforeEach
  void open() throws Exception {
    quay = new Quay(folder);
  }

  @AfterEach
  void close() {
    quay.close();
  }

  @Test
  void aTableIsExportedForDownloadWithAManifestThatIsTrue() throws Exception {
    JsonNode done =
        quay.call(
            "export_table",
            "{\"source\":\"shop\",\"table\":\"orders\",\"file_format\":\"parquet\",\"wait_seconds\":60}");

    assertThat(done.at("/job/state").asText()).isEqualTo("done");
    assertThat(done.at("/job/rows").asLong()).isEqualTo(2_500);
    JsonNode file = done.at("/manifest/files/0");
    assertThat(file.get("path").asText()).isEqualTo("orders.parquet");
    assertThat(file.get("rows").asLong()).isEqualTo(2_500);
    String export = done.at("/job/job").asText();
    assertThat(done.at("/downloads/0").asText())
        .isEqualTo("/api/v1/exports/" + export + "/orders.parquet");
    Download download = quay.service.find(Caller.LOCAL, export, "orders.parquet");
    byte[] bytes = Files.readAllBytes(download.file());
    assertThat(file.get("bytes").asLong()).isEqualTo(bytes.length).isEqualTo(download.bytes());
    assertThat(file.get("sha256").asText())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    assertThat(
            Quay.read(
                "SELECT count(*), sum(id), count(customer) FROM '%s'".formatted(download.file())))
        .containsExactly(List.of("2500", "3126250", "1667"));
  }

  @Test
  void onlyWhatIsGovernedLeavesAndTheAuditSaysWhatAndWhereTo() throws Exception {
    quay.rule(NARROW);
    JsonNode done =
        quay.call(
            WENDY,
            "export_table",
            "{\"source\":\"shop\",\"table\":\"orders\",\"file_format\":\"csv\",\"folder\":\"open\",\"compression\":\"gzip\",\"wait_seconds\":60}");

    assertThat(done.at("/manifest/rows").asLong()).isEqualTo(10);
    assertThat(Quay.read("SELECT max(id) FROM '%s'".formatted(quay.open.resolve("orders.csv.gz"))))
        .containsExactly(List.of("10"));
    assertThat(quay.audited)
        .hasSize(2)
        .allSatisfy(
            event ->
                assertThat(((AuditEvent.Change) event).object().orElseThrow())
                    .startsWith("orders.csv.gz of shop to folder open: 10 rows, "))
        .extracting(event -> ((AuditEvent.Change) event).outcome())
        .containsExactly(AuditEvent.STARTED, AuditEvent.OK);
  }

  @Test
  void noPathLeadsOutOfTheFolder() throws Exception {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.createSymbolicLink(quay.open.resolve("link"), outside);
    String order =
        "{\"source\":\"shop\",\"sql\":\"SELECT 1 AS n\",\"file_format\":\"csv\",\"folder\":\"open\",\"name\":\"%s\"}";
    for (String name :
        List.of(
            "../x", "a/../../x", "/etc/x", ".hidden", "a//b", "", "a\\\\b", "link/x", "link/y/x")) {
      assertThatThrownBy(() -> quay.call("export_query_result", order.formatted(name)))
          .as(name)
          .isInstanceOfSatisfying(
              AlidadeException.class,
              failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_INPUT));
    }
    assertThat(quay.filesIn(outside)).isEmpty();
    assertThat(quay.filesIn(quay.open)).isEmpty();
    assertThatThrownBy(
            () -> quay.call("export_query_result", order.formatted("x").replace("open", "etc")))
        .hasMessageContaining("No folder `etc`; there are: open");
  }

  @Test
  void aDownloadIsItsCallersWhileTheySeeWhatTheySaw() throws Exception {
    quay.rule(WIDE);
    JsonNode done =
        quay.call(
            WENDY,
            "export_table",
            "{\"source\":\"shop\",\"table\":\"orders\",\"file_format\":\"csv\",\"wait_seconds\":60}");
    String export = done.at("/job/job").asText();

    Caller other = new Caller("other", Set.of("reader"), Map.of());
    assertThatThrownBy(() -> quay.service.find(other, export, "orders.csv"))
        .hasMessageContaining("is not yours");
    assertThatThrownBy(() -> quay.service.find(WENDY, export, "manifest.json"))
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> quay.call(WENDY, "job_result", "{\"job\":\"%s\"}".formatted(export)))
        .hasMessageContaining("is an export");
    quay.rule(NARROW);
    assertThatThrownBy(() -> quay.service.find(WENDY, export, "orders.csv"))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS_CHANGED));
    quay.rule(WIDE);
    assertThat(quay.service.find(WENDY, export, "orders.csv").bytes()).isPositive();
    quay.clock.forward(3_601);
    assertThatThrownBy(() -> quay.service.find(WENDY, export, "orders.csv"))
        .hasMessageContaining("forgotten");
    assertThat(quay.filesIn(quay.state)).isEmpty();
  }

  @Test
  void wrongOrdersSayWhatToWrite() {
    String order = "{\"source\":\"shop\",\"table\":\"%s\",\"file_format\":\"%s\"%s}";
    assertFails(order.formatted("order", "csv", ""), "did you mean `orders`");
    assertFails(order.formatted("orders", "parket", ""), "did you mean `parquet`");
    assertFails(
        order.formatted("orders", "parquet", ",\"options\":{\"delimiter\":\";\"}"),
        "`parquet` has no use for the option `delimiter`; it takes codec, row_group_rows");
    assertFails(order.formatted("orders", "csv", ",\"wait_seconds\":61"), "from 0 to 60");
    assertFails(
        order.formatted("orders", "csv", ",\"wait_seconds\":60,\"partition_by\":[\"colour\"]"),
        "colour");
  }

  private void assertFails(String input, String words) {
    assertThatThrownBy(() -> quay.call("export_table", input)).hasMessageContaining(words);
  }

  @Test
  void severalResultsStandOnSheetsOfOneFileEachGovernedByItself() throws Exception {
    quay.rule(NARROW);
    JsonNode done =
        quay.call(
            WENDY,
            "export_query_result",
            """
            {"source": "shop", "sql": "SELECT id FROM orders", "file_format": "excel", "folder": "open", "name": "book",
             "options": {"sheet": "All", "rows_per_sheet": 6}, "wait_seconds": 60,
             "sheets": [{"name": "Large", "sql": "SELECT id, customer FROM orders WHERE id > ?", "parameters": [7]},
                        {"name": "All 2", "sql": "SELECT count(*) AS n FROM orders"}]}""");

    assertThat(done.at("/manifest/rows").asLong()).isEqualTo(14);
    List<String> told = new ArrayList<>();
    for (JsonNode sheet : done.at("/manifest/sheets")) {
      told.add(sheet.get("name").asText() + ": " + sheet.get("rows").asLong());
    }
    assertThat(told).containsExactly("All: 10", "Large: 3", "All 2: 1");
    assertThat(done.at("/manifest/sheets/1/columns")).hasSize(2);
    assertThat(done.at("/manifest/sheets/1/sql").asText()).contains("id > ?");
    try (XSSFWorkbook book =
        new XSSFWorkbook(Files.newInputStream(quay.open.resolve("book.xlsx")))) {
      List<String> found = new ArrayList<>();
      for (Sheet sheet : book) {
        int last = sheet.getLastRowNum();
        found.add(
            "%s: %s to %s"
                .formatted(
                    sheet.getSheetName(),
                    sheet.getRow(1).getCell(0),
                    sheet.getRow(last).getCell(0)));
      }
      assertThat(found)
          .containsExactly(
              "All: 1.0 to 6.0", "All 3: 7.0 to 10.0", "Large: 8.0 to 10.0", "All 2: 10.0 to 10.0");
    }
  }

  @Test
  void oneSheetThatMayNotBeIsNoFile() throws Exception {
    String order =
        """
        {"source": "shop", "sql": "SELECT id FROM orders", "file_format": "%s", "folder": "open", "wait_seconds": 60,
         "sheets": [{"name": "%s", "sql": "%s"}]}""";
    Map<String, String> refused =
        Map.of(
            order.formatted("excel", "more", "DELETE FROM orders"), "",
            order.formatted("excel", "more", "SELECT x FROM nowhere"), "nowhere",
            order.formatted("excel", "RESULT", "SELECT 1"), "Two sheets are called `RESULT`",
            order.formatted("excel", "a/b", "SELECT 1"), "`sheets.name`",
            order.formatted("csv", "more", "SELECT 1"), "`sheets` is for");
    for (Map.Entry<String, String> each : refused.entrySet()) {
      assertThatThrownBy(() -> quay.call("export_query_result", each.getKey()))
          .isInstanceOf(AlidadeException.class)
          .hasMessageContaining(each.getValue());
    }
    JsonNode failed =
        quay.call(
            "export_query_result",
            order.formatted("excel", "more", "SELECT abs(-9223372036854775807 - 1) AS n"));
    assertThat(failed.at("/job/state").asText()).isEqualTo("failed");
    assertThat(quay.filesIn(quay.open)).isEmpty();
  }
}
