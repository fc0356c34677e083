package dev.alidade.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.audit.Audit;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that change between the moment a statement is governed and its turn to run. */
class RulesChangeWhileWaitingTest {
  private static final Caller WENDY = new Caller("wendy", Set.of("clerk"), Map.of());
  private static final AccessRules WRITING = rules(Set.of(Right.READ, Right.WRITE), "orders");
  private static final AccessRules READING = rules(Set.of(Right.READ), "orders");
  private static final AccessRules NOTHING = rules(Set.of(Right.READ), "others");

  @TempDir private Path folder;
  private final AtomicReference<AccessRules> rules = new AtomicReference<>(WRITING);
  private AccessRules next = WRITING;
  private Sources sources;
  private QueryService queries;

  @BeforeEach
  void open() {
    Path file = folder.resolve("shop.sqlite");
    SqliteFile.create(
        file, List.of("CREATE TABLE orders (id INTEGER)", "INSERT INTO orders VALUES (1), (2)"));
    sources =
        new Sources(
            List.of(
                new SourceDefinition(
                    "shop", "sqlite", Map.of("path", file.toString(), "writable", true))),
            List.of(new SqliteEngineFactory()));
    // A statement is recorded when it was governed and is about to run.
    Audit narrowing =
        event -> {
          if (event instanceof AuditEvent.QueryStarted) {
            rules.set(next);
          }
        };
    queries =
        new QueryService(
            sources,
            new Governor(rules::get),
            entry -> {},
            narrowing,
            Clock.systemUTC(),
            Concurrency.USUAL);
  }

  @AfterEach
  void close() {
    queries.close();
    sources.close();
  }

  @Test
  void aWriteIsGovernedAgain() {
    next = READING;
    assertFails(
        request -> queries.write(request, rows -> true),
        "DELETE FROM orders",
        ErrorCode.TABLE_DENIED);
    try (GovernedResult left = queries.run(request("SELECT id FROM orders"))) {
      assertThat(Rows.collect(left).rows()).hasSize(2);
    }
  }

  @Test
  void aResultEndsBeforeItsFirstRow() {
    next = NOTHING;
    assertFails(
        request -> {
          try (GovernedResult result = queries.run(request)) {
            result.next();
          }
        },
        "SELECT id FROM orders",
        ErrorCode.ACCESS_CHANGED);
  }

  @Test
  void aPlanIsNotShown() {
    next = NOTHING;
    assertFails(queries::explain, "SELECT id FROM orders", ErrorCode.ACCESS_CHANGED);
  }

  private void assertFails(Consumer<QueryRequest> step, String sql, ErrorCode code) {
    assertThatThrownBy(() -> step.accept(request(sql)))
        .isInstanceOfSatisfying(
            AlidadeException.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }

  private static QueryRequest request(String sql) {
    return new QueryRequest(
        WENDY, "shop", sql, Parameters.NONE, QueryLimits.INTERACTIVE, Cancellation.never());
  }

  private static AccessRules rules(Set<Right> rights, String table) {
    Role clerk =
        new Role(
            "clerk",
            rights,
            Optional.empty(),
            Optional.empty(),
            Optional.of(Set.of(table)),
            Map.of(),
            Denials.NONE);
    return new AccessRules(List.of(clerk), List.of(), "");
  }
}
