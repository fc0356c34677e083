package dev.alidade.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.audit.Audit;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.policy.Governor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryAuditTest {
  private static final Caller WENDY =
      new Caller("wendy", Set.of("analyst"), Map.of("region", "west"), "rest");
  private static final String SQL = "SELECT id, customer FROM orders WHERE id <= 3";

  @TempDir private static Path folder;
  private static SmallShop shop;

  private final List<AuditEvent> events = new CopyOnWriteArrayList<>();
  private Optional<ErrorCode> failure = Optional.empty();
  private final QueryService queries = service(this::record);

  @BeforeAll
  static void open() {
    shop = SmallShop.in(folder);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @AfterEach
  void closeQueries() {
    queries.close();
  }

  @Test
  void aQueryIsRecordedBeforeItRunsAndWhenItsRowsAreRead() {
    try (GovernedResult result = queries.run(request(SQL).answering("which orders?"))) {
      AuditEvent.QueryStarted started = (AuditEvent.QueryStarted) events.getFirst();
      assertThat(started.caller()).isEqualTo(WENDY);
      assertThat(started.question()).contains("which orders?");
      assertThat(started.source()).isEqualTo("shop");
      assertThat(started.sql()).isEqualTo(SQL);
      assertThat(started.governed()).contains(result.sql().text());
      assertThat(started.tables()).containsExactly("orders");
      assertThat(events).hasSize(1);
      assertThat(Rows.collect(result).rows()).hasSize(3);
    }
    assertThat(events).hasSize(2);
    AuditEvent.QueryEnded ended = (AuditEvent.QueryEnded) events.getLast();
    assertThat(ended.query()).isEqualTo(((AuditEvent.QueryStarted) events.getFirst()).query());
    assertThat(ended.outcome()).isEqualTo("ok");
    assertThat(ended.rows()).isEqualTo(3);
    assertThat(ended.bytes()).isEqualTo(3 * 8 + "Ada, \"the first\"".length() + "Bob".length());
  }

  @Test
  void theEndIsRecordedBeforeTheReaderKnowsThatItIsTheEnd() {
    try (GovernedResult result = queries.run(request(SQL))) {
      assertThat(result.next()).isPresent();
      assertThat(events).hasSize(1);
      assertThat(result.next()).isEmpty();
      assertThat(events).hasSize(2);
    }
    assertThat(events).hasSize(2);
  }

  @Test
  void whatIsRefusedAndWhatFailsIsRecordedToo() {
    assertFails("DELETE FROM orders", ErrorCode.NOT_READ_ONLY);
    assertThat(((AuditEvent.QueryStarted) events.getFirst()).governed()).isEmpty();
    assertFails("SELECT * FROM nowhere", ErrorCode.TABLE_NOT_FOUND);
    assertThat(events.stream().map(QueryAuditTest::outcome).flatMap(Optional::stream))
        .containsExactly("NOT_READ_ONLY", "TABLE_NOT_FOUND");
  }

  @Test
  void aResultThatIsLeftHasAnEnd() {
    try (GovernedResult result = queries.run(request("SELECT * FROM orders"))) {
      assertThat(result.next()).isPresent();
    }
    assertThat(events).hasSize(2);
  }

  @Test
  void anExplainedStatementIsRecorded() {
    queries.explain(request(SQL));
    assertThat(events).hasSize(2);
  }

  @Test
  void nothingRunsThatCannotBeRecorded() {
    failure = Optional.of(ErrorCode.AUDIT_UNAVAILABLE);
    assertFails(SQL, ErrorCode.AUDIT_UNAVAILABLE);
    failure = Optional.empty();
    assertThat(Rows.collect(queries.run(request(SQL))).rows()).hasSize(3);
  }

  @Test
  void noResultEndsWhoseEndCannotBeRecorded() {
    try (GovernedResult result = queries.run(request(SQL))) {
      failure = Optional.of(ErrorCode.AUDIT_UNAVAILABLE);
      assertThatThrownBy(() -> Rows.collect(result))
          .isInstanceOfSatisfying(
              AlidadeException.class,
              thrown -> assertThat(thrown.code()).isEqualTo(ErrorCode.AUDIT_UNAVAILABLE));
    }
  }

  private void record(AuditEvent event) {
    if (failure.isPresent()) {
      throw new AlidadeException(failure.get(), "the disk is full");
    }
    events.add(event);
  }

  private void assertFails(String sql, ErrorCode code) {
    assertThatThrownBy(() -> Rows.collect(queries.run(request(sql))))
        .isInstanceOfSatisfying(
            AlidadeException.class, thrown -> assertThat(thrown.code()).isEqualTo(code));
  }

  private static Optional<String> outcome(AuditEvent event) {
    return event instanceof AuditEvent.QueryEnded ended
        ? Optional.of(ended.outcome())
        : Optional.empty();
  }

  private static QueryRequest request(String sql) {
    return QueryRequest.of(WENDY, "shop", sql);
  }

  private static QueryService service(Audit audit) {
    return new QueryService(
        shop.sources(), new Governor(), entry -> {}, audit, Clock.systemUTC(), Concurrency.USUAL);
  }
}
