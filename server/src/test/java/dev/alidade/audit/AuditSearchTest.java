package dev.alidade.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditSearchTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Caller ADA = new Caller("ada", Set.of(), Map.of(), "mcp");

  @TempDir private Path state;
  private Trail trail;

  @BeforeEach
  void record() {
    trail = new Trail(state);
    try (AuditLog log = trail.open();
        AuditLog beside = trail.open()) {
      log.record(query("long", Trail.WENDY, "crm", "SELECT * FROM payroll", 0));
      for (int query = 1; query < 10; query++) {
        AuditLog one = query % 3 == 0 ? beside : log;
        one.record(query("q" + query, ADA, "shop", "SELECT " + query, query));
        one.record(Trail.ended("q" + query, "ok", START.plusSeconds(query)));
      }
      log.record(query("denied", ADA, "shop", "DROP TABLE orders", 10));
      log.record(Trail.ended("denied", "NOT_READ_ONLY", START.plusSeconds(10)));
      log.record(change("c1", AuditEvent.STARTED, 11));
      log.record(change("c1", "ok", 11));
      log.record(
          new AuditEvent.SignIn(
              START.plusSeconds(12), "eve", "rest", "password", "UNAUTHENTICATED"));
      log.record(query("killed", Trail.WENDY, "shop", "SELECT 'killed'", 13));
      log.record(Trail.ended("long", "ok", START.plusSeconds(14)));
    }
  }

  @Test
  void everyEventIsOneAndTheNewestIsFirst() {
    List<AuditItem> all = all(anything(), 1_000);
    assertThat(all).hasSize(14);
    assertThat(all).extracting(AuditItem::time).isSortedAccordingTo((a, b) -> b.compareTo(a));
    AuditItem killed = all.getFirst();
    assertThat(killed.sql()).contains("SELECT 'killed'");
    assertThat(killed.outcome()).contains(AuditItem.RUNNING);
    AuditItem first = all.getLast();
    assertThat(first.outcome()).contains("ok");
    assertThat(first.rows()).contains(3L);
    assertThat(first.tables()).containsExactly("orders");
  }

  @Test
  void pagesHoldTheSameAsOneWhole() {
    List<AuditItem> whole = all(anything(), 1_000);
    for (int size : List.of(1, 2, 5)) {
      assertThat(all(anything(), size)).isEqualTo(whole);
    }
  }

  @Test
  void everyFilterLeavesWhatFits() {
    assertThat(found("caller", "WENDY")).isEqualTo(2);
    assertThat(found("source", "crm")).isEqualTo(1);
    assertThat(found("table", "orders")).isEqualTo(12);
    assertThat(found("table", "main.orders")).isZero();
    assertThat(found("outcome", "NOT_READ_ONLY")).isEqualTo(1);
    assertThat(found("outcome", "running")).isEqualTo(1);
    assertThat(found("door", "cli")).isEqualTo(1);
    assertThat(found("kind", "change")).isEqualTo(1);
    assertThat(found("kind", "sign_in")).isEqualTo(1);
    assertThat(found("text", "PAYROLL")).isEqualTo(1);
    assertThat(found("text", "delete_job")).isEqualTo(1);
  }

  @Test
  void timesBoundIt() {
    AuditFilter range =
        filter(Map.of(), Optional.of(START.plusSeconds(2)), Optional.of(START.plusSeconds(5)));
    assertThat(all(range, 2)).extracting(AuditItem::sql).hasSize(3);
  }

  @Test
  void aMadeUpCursorIsRefused() {
    for (String cursor : List.of("?", "x", "MTo", "1".repeat(200_000))) {
      assertThatThrownBy(() -> search().page(anything(), 10, Optional.of(cursor)))
          .isInstanceOfSatisfying(
              AlidadeException.class,
              failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CURSOR_INVALID));
    }
  }

  @Test
  void anExportHoldsEveryRecordAsItStands() throws IOException {
    AuditExport export = new AuditExport(trail.folder());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.write(Optional.empty(), Optional.empty(), out);
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(26);
    assertThat(lines.getFirst())
        .isEqualTo("{\"chain\":1,\"record\":" + trail.lines().getFirst() + "}");

    out.reset();
    export.write(Optional.of(START.plusSeconds(12)), Optional.empty(), out);
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
    assertThat(export.extents())
        .extracting(AuditExport.Extent::chain, AuditExport.Extent::last)
        .containsExactly(tuple(1, 20L), tuple(2, 6L));
  }

  private List<AuditItem> all(AuditFilter filter, int size) {
    List<AuditItem> items = new ArrayList<>();
    AuditPage page = search().page(filter, size, Optional.empty());
    items.addAll(page.items());
    while (page.cursor().isPresent()) {
      page = search().page(filter, size, page.cursor());
      items.addAll(page.items());
    }
    return items;
  }

  private int found(String field, String value) {
    AuditFilter filter = filter(Map.of(field, value), Optional.empty(), Optional.empty());
    return all(filter, 3).size();
  }

  private AuditSearch search() {
    return new AuditSearch(trail.folder());
  }

  private static AuditFilter anything() {
    return filter(Map.of(), Optional.empty(), Optional.empty());
  }

  private static AuditFilter filter(
      Map<String, String> fields, Optional<Instant> from, Optional<Instant> until) {
    return new AuditFilter(
        Optional.ofNullable(fields.get("kind")),
        Optional.ofNullable(fields.get("caller")),
        Optional.ofNullable(fields.get("source")),
        Optional.ofNullable(fields.get("table")),
        Optional.ofNullable(fields.get("outcome")),
        Optional.ofNullable(fields.get("door")),
        from,
        until,
        Optional.ofNullable(fields.get("text")));
  }

  private static AuditEvent query(String id, Caller caller, String source, String sql, int second) {
    return Trail.started(id, caller, source, sql, START.plusSeconds(second));
  }

  private static AuditEvent change(String call, String outcome, int second) {
    return new AuditEvent.Change(
        call,
        START.plusSeconds(second),
        ADA.through("cli"),
        "delete_job",
        Optional.of("job_1"),
        outcome);
  }
}
