package dev.alidade.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.ask.AskInput;
import dev.alidade.ask.AskService;
import dev.alidade.ask.Experience;
import dev.alidade.ask.Planners;
import dev.alidade.ask.QuestionReader;
import dev.alidade.ask.build.BuiltInPlanner;
import dev.alidade.ask.build.Weights;
import dev.alidade.base.Caller;
import dev.alidade.base.MovableClock;
import dev.alidade.engine.CountedFactory;
import dev.alidade.engine.EngineFile;
import dev.alidade.engine.Sources;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Mask;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.policy.TablePolicy;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.semantic.Meanings;
import dev.alidade.store.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A working day of a small team: pages that list sources, agents that describe tables, questions
 * and statements of callers with and without policies, and now and then a column more.
 */
class ReplayedDayTest {
  private static final int SECONDS_OF_A_DAY = 9 * 60 * 60;
  private static final int SECONDS_BETWEEN = 30;
  private static final int SECONDS_BETWEEN_CHANGES = 80 * 60;
  private static final Caller BOSS = new Caller("boss", Set.of("admin"), Map.of());
  private static final List<Caller> CALLERS =
      List.of(BOSS, caller("ann", "analyst"), caller("cleo", "clerk"), caller("carl", "clerk"));
  private static final List<String> QUESTIONS =
      List.of("How many customers are there?", "names of customers from Bern");
  private static final AccessRules RULES =
      new AccessRules(
          List.of(role("analyst"), role("clerk")),
          List.of(
              new TablePolicy(
                  "no-mail",
                  "shop",
                  "customers",
                  Set.of("clerk"),
                  Optional.empty(),
                  Map.of("mail", new Mask.Redact()))),
          "");

  @TempDir private Path folder;
  private final Random random = new Random(7);
  private final MovableClock clock = new MovableClock();
  private final List<String> added = new ArrayList<>();
  private Path file;
  private Sources sources;
  private QueryService queries;
  private CatalogService catalog;
  private AskService ask;

  private void open(CountedFactory factory) {
    file = EngineFile.SQLITE.in(folder, "shop");
    EngineFile.SQLITE.create(
        file,
        List.of(
            "CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, city TEXT, mail TEXT)",
            "INSERT INTO customers VALUES (1, 'Ada', 'Bern', 'a@b.ch'), (2, 'Bo', 'Basel', '')"));
    sources = new Sources(List.of(EngineFile.SQLITE.source("shop", file)), List.of(factory), clock);
    queries = new QueryService(sources, new Governor(() -> RULES), ignored -> {}, clock);
    catalog = new CatalogService(sources, queries, clock);
    ask =
        new AskService(
            sources,
            catalog,
            Meanings.UNKNOWN,
            queries,
            () -> new QuestionReader(new BuiltInPlanner(Weights.builtIn(), clock)),
            Planners.ALONE,
            Experience.NONE,
            Database.open(folder.resolve("state")),
            clock);
  }

  @AfterEach
  void close() {
    queries.close();
    sources.close();
  }

  @Test
  void schemasAreReadOnceAndNeverShownOld() {
    CountedFactory factory = new CountedFactory(new SqliteEngineFactory(), true);
    open(factory);
    replay(SECONDS_OF_A_DAY, true);
    assertThat(added).hasSizeGreaterThan(5);
    assertThat(sources.schemaReads().misses()).isEqualTo(factory.reads());
    assertThat(sources.schemaReads().hitRate()).as("%s", sources.schemaReads()).isGreaterThan(0.95);
  }

  @Test
  void withoutAWordOfChangeSchemasAreTenSecondsOldAtMost() {
    CountedFactory factory = new CountedFactory(new SqliteEngineFactory(), false);
    open(factory);
    replay(SECONDS_OF_A_DAY / 4, false);
    assertThat(sources.schemaReads().misses()).isEqualTo(factory.reads());
    assertThat(factory.reads()).isLessThan(SECONDS_OF_A_DAY / 4 / 10);
  }

  /** {@code told} is whether the source tells of changes. */
  private void replay(int seconds, boolean told) {
    int nextChange = SECONDS_BETWEEN_CHANGES;
    for (int second = 0; second < seconds; ) {
      int pause = random.nextInt(2 * SECONDS_BETWEEN);
      second += pause;
      clock.forward(pause);
      if (second >= nextChange) {
        nextChange += SECONDS_BETWEEN_CHANGES;
        change();
        if (!told) {
          clock.forward(10);
        }
        checkTables(CALLERS.get(random.nextInt(CALLERS.size())));
      }
      something();
    }
  }

  private void something() {
    Caller caller = CALLERS.get(random.nextInt(CALLERS.size()));
    int kind = random.nextInt(10);
    if (kind < 4) {
      String question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
      ask.ask(AskInput.of(question), Invocation.of(caller));
    } else if (kind < 7) {
      String sql = "SELECT * FROM customers WHERE id = 1";
      Rows rows = Rows.collect(queries.run(QueryRequest.of(caller, "shop", sql)));
      assertThat(rows.columns()).hasSizeGreaterThanOrEqualTo(4);
    } else if (kind < 9) {
      checkTables(caller);
    } else {
      assertThat(catalog.summaries(caller)).hasSize(1);
    }
  }

  private void change() {
    String column = "extra_" + added.size();
    added.add(column);
    EngineFile.SQLITE.create(file, List.of("ALTER TABLE customers ADD COLUMN " + column));
  }

  private void checkTables(Caller caller) {
    DescribeSourceOutput described =
        new CatalogDescriptions(catalog)
            .describe(new DescribeSourceInput("shop", Optional.of("customers")), caller);
    assertThat(described.tables().getFirst().columns())
        .extracting(ColumnDescription::name)
        .containsAll(added);
  }

  private static Caller caller(String name, String role) {
    return new Caller(name, Set.of(role), Map.of());
  }

  private static Role role(String name) {
    return new Role(
        name,
        Set.of(Right.READ),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Denials.NONE);
  }
}
