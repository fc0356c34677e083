package dev.alidade.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.engine.Batch;
import dev.alidade.engine.EngineFile;
import dev.alidade.engine.Sources;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.policy.RowFilter;
import dev.alidade.policy.TablePolicy;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers who see different rows share SQLite's sessions, and never what those show. */
class SqliteSessionsGovernanceTest {
  private static final String SQL = "SELECT region FROM sales";

  private FileTarget target;
  private Sources sources;
  private QueryService queries;

  @BeforeEach
  void open(@TempDir Path folder) throws SQLException {
    target = new FileTarget(EngineFile.SQLITE, EngineFile.SQLITE.in(folder, "sales"));
    change(
        "PRAGMA journal_mode = WAL",
        "CREATE TABLE sales (region TEXT)",
        "INSERT INTO sales VALUES ('west'), ('east'), ('north')");
    sources = new Sources(List.of(target.source("shop")), List.of(new SqliteEngineFactory()));
    Role reader =
        new Role(
            "reader",
            Set.of(Right.READ),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            new Denials(Set.of(), Set.of(), Set.of(), Set.of()));
    TablePolicy policy =
        new TablePolicy(
            "own region",
            "shop",
            "sales",
            Set.of("reader"),
            Optional.of(new RowFilter("region = {caller.region}")),
            Map.of());
    AccessRules rules = new AccessRules(List.of(reader), List.of(policy), "key");
    queries = new QueryService(sources, new Governor(() -> rules), entry -> {}, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    queries.close();
    sources.close();
  }

  @Test
  void callersWhoAskAtOnceSeeTheirOwnRows() throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Boolean>> asked = new ArrayList<>();
      for (int round = 0; round < 120; round++) {
        String region = List.of("west", "east", "north", "nowhere", "all").get(round % 5);
        asked.add(threads.submit(() -> rows(region, Optional.empty()).equals(expected(region))));
      }
      for (Future<Boolean> answer : asked) {
        assertThat(answer.get()).isTrue();
      }
    }
  }

  @Test
  void inATransactionEachStatementShowsWhatItsCallerMaySee() throws SQLException {
    for (String region : List.of("west", "all", "east")) {
      String handle =
          queries
              .begin(caller(region), "shop", Duration.ofMinutes(1), Cancellation.never())
              .handle();
      assertThat(rows(region, Optional.of(handle))).isEqualTo(expected(region));
      change("INSERT INTO sales VALUES ('" + region + "')");
      assertThat(rows(region, Optional.of(handle))).isEqualTo(expected(region));
      queries.end(caller(region), handle);
      assertThat(rows(region, Optional.empty())).isNotEqualTo(expected(region));
      change("DELETE FROM sales WHERE rowid > 3");
    }
  }

  @Test
  void aTableThatIsMadeAnewIsSeenUnderThePolicyAsBefore() throws SQLException {
    assertThat(rows("west", Optional.empty())).containsExactly("west");
    change(
        "DROP TABLE sales",
        "CREATE TABLE other (region TEXT)",
        "INSERT INTO other VALUES ('hidden')",
        "CREATE TABLE sales (amount INTEGER, region TEXT)",
        "INSERT INTO sales VALUES (1, 'east'), (2, 'west')");
    assertThat(rows("west", Optional.empty())).containsExactly("west");
    change("ALTER TABLE sales RENAME COLUMN region TO area");
    AlidadeException failure =
        catchThrowableOfType(AlidadeException.class, () -> rows("west", Optional.empty()));
    assertThat(failure).isNotNull();
    change("ALTER TABLE sales RENAME COLUMN area TO region");
    assertThat(rows("west", Optional.empty())).containsExactly("west");
  }

  private void change(String... statements) throws SQLException {
    try (Connection connection = target.writer();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static List<String> expected(String region) {
    return switch (region) {
      case "all" -> List.of("west", "east", "north");
      case "nowhere" -> List.of();
      default -> List.of(region);
    };
  }

  private static Caller caller(String region) {
    return region.equals("all")
        ? Caller.LOCAL
        : new Caller(region, Set.of("reader"), Map.of("region", region));
  }

  private List<String> rows(String region, Optional<String> transaction) {
    List<String> rows = new ArrayList<>();
    QueryRequest request = QueryRequest.of(caller(region), "shop", SQL).in(transaction);
    try (GovernedResult result = queries.run(request)) {
      for (Optional<Batch> next = result.next(); next.isPresent(); next = result.next()) {
        for (int row = 0; row < next.get().rows(); row++) {
          rows.add(String.valueOf(next.get().value(0, row)));
        }
      }
    }
    return rows;
  }
}
