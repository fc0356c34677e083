package dev.alidade.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.ask.build.BuiltInPlanner;
import dev.alidade.ask.build.Weights;
import dev.alidade.ask.plan.Candidate;
import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.plan.Planner;
import dev.alidade.ask.text.Question;
import dev.alidade.base.Caller;
import dev.alidade.base.MovableClock;
import dev.alidade.base.Reuse;
import dev.alidade.catalog.CatalogService;
import dev.alidade.engine.EngineFile;
import dev.alidade.engine.Sources;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Mask;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.policy.TablePolicy;
import dev.alidade.query.QueryService;
import dev.alidade.semantic.Dataset;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.sql.TableName;
import dev.alidade.store.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question that is asked again is planned again only where its plan might be another. */
class AskAgainTest {
  private static final Caller ANN = caller("ann", "analyst");
  private static final Caller ABE = caller("abe", "analyst");
  private static final Caller CLEO = caller("cleo", "clerk");
  private static final String BY_CITY = "How many customers are there in each city?";
  private static final String FROM_BERN = "names of customers from Bern";
  private static final TablePolicy MASKED_CITY =
      new TablePolicy(
          "masked",
          "shop",
          "customers",
          Set.of("clerk"),
          Optional.empty(),
          Map.of("city", new Mask.Redact()));

  @TempDir private Path folder;
  private final MovableClock clock = new MovableClock();
  private final List<String> planned = new ArrayList<>();
  private final AtomicReference<AccessRules> rules = new AtomicReference<>(rules(Set.of()));
  private final AtomicReference<SemanticModel> model = new AtomicReference<>(SemanticModel.NONE);
  private Path file;
  private Sources sources;
  private QueryService queries;
  private AskService service;

  /** The built-in planner, and what it was asked. */
  private final class Watched implements Planner {
    private final Planner planner = new BuiltInPlanner(Weights.builtIn(), clock);

    @Override
    public List<Candidate> plan(Question question, Domain domain) {
      planned.add(question.text());
      return planner.plan(question, domain);
    }

    @Override
    public List<String> unknown(Question question, Domain domain) {
      return planner.unknown(question, domain);
    }
  }

  @BeforeEach
  void open() {
    file = EngineFile.SQLITE.in(folder, "shop");
    change("CREATE TABLE customers (customer_id INTEGER PRIMARY KEY, name TEXT, city TEXT)");
    change(
        "INSERT INTO customers VALUES (1, 'Ada', 'Bern'), (2, 'Bo', 'Basel'), (3, 'Cy', 'Bern')");
    change(
        "CREATE TABLE orders (order_id INTEGER PRIMARY KEY,"
            + " customer_id INTEGER REFERENCES customers (customer_id), order_date DATE)");
    change("INSERT INTO orders VALUES (1, 1, '2025-12-31'), (2, 2, '2026-01-01')");
    change("INSERT INTO orders VALUES (3, 3, '2026-01-01'), (4, 3, '2027-06-01')");
    sources =
        new Sources(List.of(EngineFile.SQLITE.source("shop", file)), EngineFile.factories(), clock);
    queries = new QueryService(sources, new Governor(rules::get), ignored -> {}, clock);
    service =
        new AskService(
            sources,
            new CatalogService(sources, queries, clock),
            (caller, source) -> model.get(),
            queries,
            () -> new QuestionReader(new Watched()),
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
  void thePlanIsKeptAndTheRowsAreNot() {
    AskOutput first = ask(ANN, FROM_BERN);
    assertThat(first.rows()).isEqualTo(List.of(List.of("Ada"), List.of("Cy")));
    change("INSERT INTO customers VALUES (4, 'Di', 'Bern')");

    AskOutput again = ask(ANN, "  names of  customers\tfrom Bern ");

    assertThat(again.rows()).isEqualTo(List.of(List.of("Ada"), List.of("Cy"), List.of("Di")));
    assertThat(again.sql()).isEqualTo(first.sql());
    assertThat(again.understood()).isEqualTo(first.understood());
    assertThat(again.trust()).isEqualTo(first.trust());
    assertThat(planned).containsExactly(FROM_BERN);
    assertThat(service.plans()).isEqualTo(new Reuse(1, 1));
  }

  @Test
  void spacesInAValueAreNotOverlooked() {
    ask(ANN, "customers whose name is \"A  da\"");
    ask(ANN, "customers whose name is \"A da\"");
    assertThat(planned).hasSize(2);
  }

  @Test
  void callersShareAPlanOnlyWhereTheySeeTheSame() {
    rules.set(rules(Set.of("customers.city")));
    assertThat(ask(ANN, BY_CITY).rows()).hasSize(2);
    assertThat(ask(CLEO, BY_CITY).toString()).doesNotContain("Bern", "Basel", "GROUP BY");
    assertThat(planned.stream().filter(BY_CITY::equals)).hasSize(2);
    assertThat(ask(ANN, BY_CITY).rows()).hasSize(2);
    assertThat(planned.stream().filter(BY_CITY::equals)).hasSize(2);
  }

  @Test
  void callersWhoSeeAllShareAPlan() {
    rules.set(AccessRules.OPEN);
    ask(ANN, BY_CITY);
    ask(ABE, BY_CITY);
    assertThat(planned).containsExactly(BY_CITY);
  }

  @Test
  void aPlanThatKnowsAValueIsNotForWhomItIsMasked() {
    rules.set(rules(Set.of(), MASKED_CITY));
    AskOutput clear = ask(ANN, FROM_BERN);
    assertThat(clear.filters()).isNotEmpty();
    AskOutput masked = ask(CLEO, FROM_BERN);
    assertThat(planned.stream().filter(FROM_BERN::equals)).hasSize(2);
    assertThat(masked.rows()).isNotEqualTo(clear.rows());
    assertThat(masked.understood())
        .extracting(understood -> understood.meaning())
        .noneMatch(meaning -> meaning.contains("city"));
  }

  @Test
  void aRuleThatChangesHoldsForTheNextQuestion() {
    assertThat(ask(CLEO, BY_CITY).rows()).hasSize(2);
    rules.set(rules(Set.of("customers.city")));
    assertThat(ask(CLEO, BY_CITY).toString()).doesNotContain("Bern", "Basel", "GROUP BY");
    rules.set(rules(Set.of()));
    assertThat(ask(CLEO, BY_CITY).rows()).hasSize(2);
    assertThat(planned.stream().filter(BY_CITY::equals)).hasSize(2);
  }

  @Test
  void aModelThatIsEditedHoldsForTheNextQuestion() {
    String question = "How many wugs are there?";
    assertThat(ask(ANN, question).status()).isEqualTo(AskStatus.ABSTAIN);
    model.set(wugs("wugs"));
    assertThat(ask(ANN, question).rows()).isEqualTo(List.of(List.of(3L)));
    model.set(wugs("blickets"));
    assertThat(ask(ANN, question).status()).isEqualTo(AskStatus.ABSTAIN);
  }

  @Test
  void aTableThatIsAddedIsThereForTheNextQuestion() {
    String question = "How many gizmos are there?";
    assertThat(ask(ANN, question).status()).isEqualTo(AskStatus.ABSTAIN);
    change("CREATE TABLE gizmos (gizmo_id INTEGER PRIMARY KEY)");
    clock.forward(1);
    assertThat(ask(ANN, question).rows()).isEqualTo(List.of(List.of(0L)));
    change("DROP TABLE gizmos");
    clock.forward(1);
    assertThat(ask(ANN, question).status()).isEqualTo(AskStatus.ABSTAIN);
  }

  @Test
  void todayIsAnotherDayAfterMidnight() {
    String question = "How many orders were placed today?";
    assertThat(ask(ANN, question).rows()).isEqualTo(List.of(List.of(2L)));
    assertThat(ask(ANN, question).rows()).isEqualTo(List.of(List.of(2L)));
    assertThat(planned).hasSize(1);
    clock.forward(24 * 60 * 60);
    assertThat(ask(ANN, question).rows()).isEqualTo(List.of(List.of(0L)));
    assertThat(planned).hasSize(2);
  }

  @Test
  void aFollowUpAfterMidnightCountsFromTheNewDay() {
    AskOutput first = ask(ANN, "How many orders are there?");
    AskOutput today = follow(first, "only today");
    assertThat(today.rows()).isEqualTo(List.of(List.of(2L)));
    clock.forward(24 * 60 * 60);
    AskOutput later = ask(ANN, "How many orders are there?");
    assertThat(follow(later, "only yesterday").rows()).isEqualTo(List.of(List.of(2L)));
  }

  private AskOutput ask(Caller caller, String question) {
    return service.ask(AskInput.of(question), Invocation.of(caller));
  }

  private AskOutput follow(AskOutput before, String text) {
    return service.ask(AskInput.of(text).in(before.conversation()), Invocation.of(ANN));
  }

  private void change(String sql) {
    EngineFile.SQLITE.create(file, List.of(sql));
  }

  private static SemanticModel wugs(String synonym) {
    Dataset customers =
        new Dataset(
            "customers",
            TableName.of("customers"),
            Optional.empty(),
            List.of(synonym),
            List.of("customer_id"),
            List.of(),
            List.of());
    return new SemanticModel(
        "shop",
        Optional.empty(),
        List.of(customers),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        1);
  }

  private static Caller caller(String name, String role) {
    return new Caller(name, Set.of(role), Map.of());
  }

  /** Clerks do not see these columns. */
  private static AccessRules rules(Set<String> hidden, TablePolicy... policies) {
    return new AccessRules(
        List.of(role("analyst", Set.of()), role("clerk", hidden)), List.of(policies), "");
  }

  private static Role role(String name, Set<String> hidden) {
    return new Role(
        name,
        Set.of(Right.READ),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        new Denials(Set.of(), Set.of(), Set.of(), hidden));
  }
}
