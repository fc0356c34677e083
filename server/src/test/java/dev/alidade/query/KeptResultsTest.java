package dev.alidade.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.MovableClock;
import dev.alidade.base.PageSize;
import dev.alidade.engine.Parameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptResultsTest {
  private static final String ALL = "SELECT id FROM orders ORDER BY id";

  @TempDir private Path folder;
  private final MovableClock clock = new MovableClock();
  private SmallShop shop;
  private KeptResults kept;

  @BeforeEach
  void open() {
    shop = SmallShop.in(folder);
    kept = new KeptResults(folder.resolve("results"), clock);
  }

  @AfterEach
  void close() {
    kept.close();
    shop.close();
  }

  @Test
  void pagesAreThoseOfOneResultWhileRowsComeAndGo() throws Exception {
    Page page = first(ALL, 1_000);
    List<Object> ids = new ArrayList<>(firstColumn(page));
    awaitFinished(1);
    change("DELETE FROM orders WHERE id % 2 = 0 OR id > 2400");
    change("INSERT INTO orders (id) VALUES (-1), (0), (3001), (3002)");
    while (page.cursor().isPresent()) {
      page = next(page.cursor().get(), 700);
      ids.addAll(firstColumn(page));
    }
    assertThat(ids).isEqualTo(LongStream.rangeClosed(1, 2500).boxed().toList());
  }

  @Test
  void aPageAskedForTwiceIsTheSame() {
    String second = first(ALL, 1_000).cursor().orElseThrow();
    Page page = next(second, 1_000);
    Page last = next(page.cursor().orElseThrow(), 1_000);
    assertThat(last.cursor()).isEmpty();
    assertThat(last.rows().truncated()).isFalse();
    assertThat(next(second, 1_000).rows().rows()).isEqualTo(page.rows().rows());
    assertThat(next(page.cursor().orElseThrow(), 1_000).rows().rows())
        .isEqualTo(last.rows().rows());
  }

  @Test
  void aResultThatFitsOnOnePageIsNotKept() {
    assertThat(first("SELECT id FROM orders LIMIT 1000", 1_000).cursor()).isEmpty();
    assertThat(kept.size()).isZero();
  }

  @Test
  void whatNobodyAsksForIsLetGo() {
    String cursor = first(ALL, 1_000).cursor().orElseThrow();
    clock.forward(59);
    assertThat(next(cursor, 10).rows().rows()).hasSize(10);
    clock.forward(59);
    assertThat(next(cursor, 10).rows().rows()).hasSize(10);
    clock.forward(61);
    assertInvalid(() -> next(cursor, 10), "is kept no longer");
    assertThat(kept.size()).isZero();
  }

  @Test
  void aCursorIsItsCallersAndItsStatements() {
    String cursor = first(ALL, 1_000).cursor().orElseThrow();
    Caller other = new Caller("other", Set.of(), Map.of());
    assertInvalid(
        () ->
            kept.next(other, cursor, ALL, PageSize.ofRows(10, Rows.LARGEST), Cancellation.never()),
        "is kept no longer");
    assertInvalid(
        () ->
            kept.next(
                Caller.LOCAL,
                cursor,
                "SELECT 1",
                PageSize.ofRows(10, Rows.LARGEST),
                Cancellation.never()),
        "does not belong to this statement");
    assertInvalid(() -> next(cursor.replaceFirst("\\d+$", "9999"), 10), "no cursor");
    assertInvalid(() -> next("c_nonsense.1", 10), "is kept no longer");
    assertInvalid(() -> next("1000-00ff", 10), "no cursor");
  }

  @Test
  void whatIsTooLargeSaysHowMuchIsThere() {
    try (KeptResults small = new KeptResults(folder.resolve("small"), clock, 1)) {
      String wide = "SELECT a.id, b.id FROM orders a, orders b";
      Page page =
          small.first(shop.queries(), request(wide), wide, PageSize.ofRows(10, Rows.LARGEST));
      long rows = 10;
      AlidadeException failure = null;
      while (failure == null) {
        try {
          String cursor = page.cursor().orElseThrow();
          page =
              small.next(
                  Caller.LOCAL,
                  cursor,
                  wide,
                  PageSize.ofRows(1_000, Rows.LARGEST),
                  Cancellation.never());
          rows += page.rows().rows().size();
        } catch (AlidadeException thrown) {
          failure = thrown;
        }
      }
      assertThat(failure.code()).isEqualTo(ErrorCode.RESULT_TOO_LARGE);
      assertThat(failure).hasMessageContaining("first %,d rows".formatted(rows));
    }
  }

  @Test
  void aCallerKeepsAFewResultsTheLatestOnes() {
    List<String> cursors = new ArrayList<>();
    for (int count = 0; count < 33; count++) {
      cursors.add(first("SELECT id FROM orders LIMIT 20", 10).cursor().orElseThrow());
    }
    assertThat(kept.size()).isEqualTo(32);
    String statement = "SELECT id FROM orders LIMIT 20";
    assertInvalid(
        () ->
            kept.next(
                Caller.LOCAL,
                cursors.getFirst(),
                statement,
                PageSize.ofRows(10, Rows.LARGEST),
                Cancellation.never()),
        "is kept no longer");
    assertThat(
            kept.next(
                    Caller.LOCAL,
                    cursors.get(1),
                    statement,
                    PageSize.ofRows(10, Rows.LARGEST),
                    Cancellation.never())
                .rows()
                .rows())
        .hasSize(10);
  }

  @Test
  void nothingIsLeftOnTheDiskAndNoConnectionIsHeld() throws Exception {
    first(ALL, 1_000);
    awaitFinished(1);
    try (Stream<Path> files = Files.list(folder.resolve("results"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void closingStopsWhatIsStillRead() {
    String endless =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n";
    first(endless, 10);
    kept.close();
    awaitFinished(1);
  }

  @Test
  void aFailureBehindTheFirstPageIsToldOnItsPage() {
    String sql =
        "SELECT CASE WHEN id < 2300 THEN id ELSE abs(-9223372036854775807 - 1) END FROM orders";
    String cursor = first(sql, 10).cursor().orElseThrow();
    Page page =
        kept.next(
            Caller.LOCAL, cursor, sql, PageSize.ofRows(1_000, Rows.LARGEST), Cancellation.never());
    assertThat(page.rows().rows()).hasSize(1_000);
    String further = page.cursor().orElseThrow();
    assertThatThrownBy(
            () -> {
              Page last =
                  kept.next(
                      Caller.LOCAL,
                      further,
                      sql,
                      PageSize.ofRows(10_000, Rows.LARGEST),
                      Cancellation.never());
              kept.next(
                  Caller.LOCAL,
                  last.cursor().orElseThrow(),
                  sql,
                  PageSize.ofRows(10_000, Rows.LARGEST),
                  Cancellation.never());
            })
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.DATA_ERROR));
  }

  private Page first(String sql, int limit) {
    return kept.first(shop.queries(), request(sql), sql, PageSize.ofRows(limit, Rows.LARGEST));
  }

  private Page next(String cursor, int limit) {
    return kept.next(
        Caller.LOCAL, cursor, ALL, PageSize.ofRows(limit, Rows.LARGEST), Cancellation.never());
  }

  private static QueryRequest request(String sql) {
    return new QueryRequest(
        Caller.LOCAL,
        "shop",
        sql,
        Parameters.NONE,
        new QueryLimits(Duration.ofSeconds(30), Long.MAX_VALUE),
        Cancellation.never());
  }

  private static List<Object> firstColumn(Page page) {
    return page.rows().rows().stream().map(List::getFirst).toList();
  }

  private void awaitFinished(int queries) {
    while (shop.history().size() < queries) {
      Thread.onSpinWait();
    }
  }

  private void change(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.sqlite"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static void assertInvalid(Runnable action, String words) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CURSOR_INVALID))
        .hasMessageContaining(words);
  }
}
