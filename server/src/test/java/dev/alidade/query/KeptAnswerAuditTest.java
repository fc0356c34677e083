package dev.alidade.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.audit.Audit;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.PageSize;
import dev.alidade.cache.CacheOutcome;
import dev.alidade.cache.CacheSettings;
import dev.alidade.cache.ResultCache;
import dev.alidade.policy.Governor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What of a kept answer leaves, the audit knows before. */
@Timeout(60)
class KeptAnswerAuditTest {
  private static final String SQL = "SELECT id, customer FROM orders WHERE id <= 30";

  @TempDir private Path folder;
  private final Pieces pieces = new Pieces();
  private SmallShop shop;
  private QueryService queries;

  /** Notes what is written in one piece. */
  private static final class Pieces implements Audit {
    private final List<List<AuditEvent>> written = new ArrayList<>();
    private boolean full;

    @Override
    public void record(AuditEvent event) {
      write(List.of(event));
    }

    @Override
    public void record(AuditEvent first, AuditEvent second) {
      write(List.of(first, second));
    }

    private void write(List<AuditEvent> events) {
      if (full) {
        throw new AlidadeException(ErrorCode.AUDIT_UNAVAILABLE, "the disk is full");
      }
      written.add(events);
    }
  }

  @BeforeEach
  void keepAnAnswer() throws InterruptedException {
    shop = SmallShop.in(folder);
    queries =
        new QueryService(
            shop.sources(),
            new Governor(),
            entry -> {},
            pieces,
            Clock.systemUTC(),
            Concurrency.USUAL,
            new ResultCache(CacheSettings.USUAL, Clock.systemUTC()));
    // A file that was written to a moment ago does not tell its next change.
    Thread.sleep(100);
    Rows.collect(queries.run(request()));
    assertThat(pieces.written).hasSize(2);
    pieces.written.clear();
  }

  @AfterEach
  void close() {
    queries.close();
    shop.close();
  }

  @Test
  void whatIsGatheredIsWrittenOnce() {
    assertThat(Rows.collect(kept()).rows()).hasSize(30);
    assertThat(pieces.written).hasSize(1);
    List<AuditEvent> both = pieces.written.getFirst();
    AuditEvent.QueryStarted started = (AuditEvent.QueryStarted) both.getFirst();
    AuditEvent.QueryEnded ended = (AuditEvent.QueryEnded) both.getLast();
    assertThat(started.sql()).isEqualTo(SQL);
    assertThat(started.tables()).containsExactly("orders");
    assertThat(ended.query()).isEqualTo(started.query());
    assertThat(ended.outcome()).isEqualTo(AuditEvent.OK);
    assertThat(ended.rows()).isEqualTo(30);
  }

  @Test
  void whatIsStreamedIsWrittenBeforeItsFirstRow() {
    try (GovernedResult result = kept()) {
      assertThat(pieces.written).isEmpty();
      assertThat(result.next()).isPresent();
      assertThat(pieces.written).hasSize(1);
      assertThat(result.next()).isEmpty();
      assertThat(pieces.written).hasSize(2);
    }
    assertThat(pieces.written).hasSize(2);
  }

  @Test
  void itIsWrittenBeforeTheNamesOfItsColumnsLeave() {
    try (GovernedResult result = kept()) {
      assertThat(result.columns()).hasSize(2);
      assertThat(pieces.written).hasSize(1);
    }
  }

  @Test
  void aPageIsWrittenBeforeItLeaves() {
    try (KeptResults pages = new KeptResults(folder.resolve("pages"), Clock.systemUTC())) {
      Page page = pages.first(queries, request(), SQL, PageSize.ofRows(10, 1_000_000));
      assertThat(page.cursor()).isPresent();
      assertThat(pieces.written.getFirst())
          .singleElement()
          .isInstanceOf(AuditEvent.QueryStarted.class);
    }
  }

  @Test
  void whatIsCutIsWrittenBeforeItLeaves() {
    assertThat(Rows.collect(kept(), 40).truncated()).isTrue();
    assertThat(pieces.written).hasSize(2);
  }

  @Test
  void nothingIsGivenThatCannotBeRecorded() {
    pieces.full = true;
    assertUnavailable(() -> Rows.collect(kept()));
    assertUnavailable(() -> Rows.collect(kept(), 40));
    try (GovernedResult result = kept()) {
      assertUnavailable(result::next);
    }
    try (KeptResults pages = new KeptResults(folder.resolve("pages"), Clock.systemUTC())) {
      assertUnavailable(() -> pages.first(queries, request(), SQL, PageSize.ofRows(10, 1_000_000)));
    }
    assertThat(pieces.written).isEmpty();
  }

  private GovernedResult kept() {
    GovernedResult result = queries.run(request());
    assertThat(result.outcome().state()).isEqualTo(CacheOutcome.State.HIT);
    return result;
  }

  private static void assertUnavailable(Runnable asking) {
    assertThatThrownBy(asking::run)
        .isInstanceOfSatisfying(
            AlidadeException.class,
            thrown -> assertThat(thrown.code()).isEqualTo(ErrorCode.AUDIT_UNAVAILABLE));
  }

  private static QueryRequest request() {
    return QueryRequest.of(Caller.LOCAL, "shop", SQL);
  }
}
