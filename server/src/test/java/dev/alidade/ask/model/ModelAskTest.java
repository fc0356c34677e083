package dev.alidade.ask.model;

import static dev.alidade.ask.model.ScriptedPlans.CUSTOMERS;
import static dev.alidade.ask.model.ScriptedPlans.PRODUCTS;
import static dev.alidade.ask.model.ScriptedPlans.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.ask.AskInput;
import dev.alidade.ask.AskOutput;
import dev.alidade.ask.AskService;
import dev.alidade.ask.AskStatus;
import dev.alidade.ask.Shop;
import dev.alidade.ask.Trust;
import dev.alidade.ask.model.ScriptedModel.Step;
import dev.alidade.base.Caller;
import dev.alidade.operation.Invocation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Questions to a shop with a scripted model behind the built-in planner. */
class ModelAskTest {
  private static final String UNKNOWN_WORD = "How many gizmos are there?";
  private static final String KNOWN = "How many customers are there?";
  private static final ModelChoice USUAL = ModelChoice.USUAL;
  private static final ModelChoice BOTH =
      new ModelChoice(PlannerChoice.BOTH, Optional.empty(), false);
  private static final ModelChoice WITH_SQL =
      new ModelChoice(PlannerChoice.BUILT_IN, Optional.empty(), true);

  @TempDir private Path folder;
  private Shop shop;
  private ScriptedModel server;
  private HttpModel http;
  // Long: other tests keep the processors busy, and who was not answered in time has no model.
  private Duration patience = Duration.ofMinutes(1);

  @BeforeEach
  void open() {
    shop = Shop.in(folder);
    server = ScriptedModel.of(Provider.ANTHROPIC);
  }

  @AfterEach
  void close() {
    if (http != null) {
      http.close();
    }
    server.close();
    shop.close();
  }

  @Test
  void aModelIsNotAskedWhereTheBuiltInPlannerIsSure() {
    AskOutput answer = ask(USUAL, Sharing.USUAL, KNOWN);

    assertThat(answer.trust().label()).isEqualTo(Trust.Label.INFERRED);
    assertThat(server.asked()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aModelAnswersWhatTheBuiltInPlannerDoesNotUnderstand(Provider provider) {
    server.close();
    server = ScriptedModel.of(provider).says(answer(PRODUCTS));
    AskOutput answer = ask(provider, USUAL, Sharing.USUAL, UNKNOWN_WORD);

    assertThat(answer.status()).isEqualTo(AskStatus.ANSWERED);
    assertThat(answer.rows()).isEqualTo(List.of(List.of(5L)));
    assertThat(answer.trust().label()).isEqualTo(Trust.Label.MODEL);
    assertThat(answer.trust().confidence()).isEqualTo(ModelOpinion.ALONE);
    assertThat(answer.paraphrase()).contains("The number of products.");
  }

  @Test
  void sendsValuesOnlyOfSourcesThatMayShareThem() {
    String question = "gizmos from London";
    server.says(answer(PRODUCTS), answer(CUSTOMERS));
    ask(USUAL, Sharing.USUAL, question);
    ask(USUAL, new Sharing(Share.SCHEMA, Map.of("shop", Share.VALUES)), question);
    ask(USUAL, new Sharing(Share.NOTHING, Map.of()), question);

    assertThat(server.asked()).hasSize(2);
    String names = server.asked().getFirst().text().replace(question, "");
    assertThat(names)
        .contains("customer_name")
        .doesNotContain("Paris", "shipped", "camping", "Lovelace");
    String values = server.asked().getLast().text().replace(question, "");
    assertThat(values).contains("Paris", "shipped", "camping");
  }

  @Test
  void twoPlannersConfirmEachOther() {
    double alone = ask(USUAL, Sharing.USUAL, KNOWN).trust().confidence();
    server.says(answer(PRODUCTS.replace("products", "customers")));
    AskOutput answer = ask(BOTH, Sharing.USUAL, KNOWN);

    assertThat(answer.status()).isEqualTo(AskStatus.ANSWERED);
    assertThat(answer.trust().confidence()).isGreaterThan(alone);
    assertThat(answer.trust().reasons().getFirst()).contains("read the question alike");
  }

  @Test
  void twoPlannersThatDifferAskBack() {
    server.says(answer(CUSTOMERS));
    AskOutput answer = ask(BOTH, Sharing.USUAL, KNOWN);

    assertThat(answer.status()).isEqualTo(AskStatus.CLARIFY);
    assertThat(answer.options().orElseThrow())
        .extracting(option -> option.label())
        .containsExactly("The number of customers.", "The customer name of customers.");
    assertThat(answer.explanation()).contains("reads the question in another way");
  }

  @Test
  void aModelThatIsNotSureItselfAsksBack() {
    server.says(answer(PRODUCTS, 0.5, CUSTOMERS, 0.45));
    AskOutput answer = ask(USUAL, Sharing.USUAL, UNKNOWN_WORD);

    assertThat(answer.status()).isEqualTo(AskStatus.CLARIFY);
    assertThat(answer.options().orElseThrow()).hasSize(2);
  }

  @Test
  void mistakesGoBackToTheModelTwice() {
    server.says(
        "Sure! Here is your plan.",
        answer(PRODUCTS.replace("products", "produkts")),
        "```json " + answer(PRODUCTS) + " ```");
    AskOutput answer = ask(USUAL, Sharing.USUAL, UNKNOWN_WORD);

    assertThat(answer.rows()).isEqualTo(List.of(List.of(5L)));
    assertThat(server.asked().get(1).text()).contains("must be a JSON object with `plans`");
    assertThat(server.asked().get(2).text())
        .contains("plans[0].plan.tables[0].table: No table `produkts`; did you mean `products`?");
  }

  @Test
  void afterTwoCorrectionsTheBuiltInPlannerDecides() {
    String wrong = answer(PRODUCTS.replace("count", "tally"));
    server.says(wrong, wrong, wrong, answer(PRODUCTS));
    AskOutput answer = ask(USUAL, Sharing.USUAL, UNKNOWN_WORD);

    assertThat(answer.status()).isEqualTo(AskStatus.ABSTAIN);
    assertThat(answer.unexplained()).containsExactly("gizmos");
    assertThat(answer.explanation())
        .contains("gave no plan that fits the source", "The built-in planner decided alone.");
    assertThat(server.asked()).hasSize(3);
  }

  @Test
  void whateverAModelDoesTheQuestionIsAnswered() {
    List<Object> failures =
        List.of(
            new Step.Status(429, List.of("Retry-After: 900"), "{}"),
            new Step.Status(500, List.of(), "{}"),
            new Step.Status(529, List.of(), "{}"),
            new Step.Status(401, List.of(), "{}"),
            new Step.Page(),
            new Step.Cut("{"),
            new Step.Silence(""),
            server.truncated(answer(PRODUCTS)),
            server.ending("", "refusal"),
            server.ending(answer(PRODUCTS), "max_tokens"));
    for (Object failure : failures) {
      server.says(failure);
      patience = failure instanceof Step.Silence ? Duration.ofSeconds(2) : Duration.ofMinutes(1);
      AskOutput answer = ask(BOTH, Sharing.USUAL, KNOWN);

      assertThat(answer.status()).as("%s", failure).isEqualTo(AskStatus.ANSWERED);
      assertThat(answer.trust().label()).isEqualTo(Trust.Label.INFERRED);
      assertThat(answer.trust().reasons())
          .last()
          .asString()
          .startsWith("The model `scripted` ")
          .endsWith(". The built-in planner decided alone.");
    }
    assertThat(server.asked()).hasSize(failures.size());
  }

  @Test
  void theSamePromptIsNotPaidForTwice() {
    server.says(answer(PRODUCTS));
    AskService service = service(Provider.ANTHROPIC, USUAL, Sharing.USUAL, Cap.NONE);
    AskOutput first = ask(service, UNKNOWN_WORD);
    assertThat(first.trust().reasons()).noneMatch(reason -> reason.contains("very same prompt"));

    AskService restarted = service(Provider.ANTHROPIC, USUAL, Sharing.USUAL, Cap.NONE);
    AskOutput again = ask(restarted, UNKNOWN_WORD);

    assertThat(again.rows()).isEqualTo(first.rows());
    assertThat(again.trust().reasons())
        .contains(
            "The model `scripted` said this just now to the very same prompt, and nothing was"
                + " spent; `fresh` asks it again.");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void whoWantsItFreshHasTheModelAskedAgain() {
    server.says(answer(PRODUCTS), answer(CUSTOMERS));
    AskService service = service(Provider.ANTHROPIC, USUAL, Sharing.USUAL, Cap.NONE);
    ask(service, UNKNOWN_WORD);
    AskOutput fresh = afresh(service, UNKNOWN_WORD);

    assertThat(server.asked()).hasSize(2);
    assertThat(fresh.rows()).hasSize(5);
    assertThat(ask(service, UNKNOWN_WORD).rows()).isEqualTo(fresh.rows());
  }

  @Test
  void whatTookACorrectionIsNotPaidForTwiceEither() {
    server.says("Sure! Here is your plan.", answer(PRODUCTS));
    AskService service = service(Provider.ANTHROPIC, USUAL, Sharing.USUAL, Cap.NONE);

    assertThat(ask(service, UNKNOWN_WORD).rows()).isEqualTo(ask(service, UNKNOWN_WORD).rows());
    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void spendingEndsAtTheCap() {
    server.says(answer(PRODUCTS), answer(PRODUCTS));
    Cap cap = new Cap(Optional.empty(), Optional.of(new BigDecimal("0.001")));
    AskService service = service(Provider.ANTHROPIC, USUAL, Sharing.USUAL, cap);
    ask(service, UNKNOWN_WORD);
    AskOutput second = ask(service, "How many gadgets are there?");

    assertThat(server.asked()).hasSize(1);
    assertThat(second.explanation())
        .contains("may cost 0.001 a day for each caller", "from 2025-01-01T00:00:00Z on");
    AskOutput other =
        service.ask(
            AskInput.of("How many gadgets?").of(Optional.of("shop")),
            Invocation.of(new Caller("eve", Set.of(), Map.of())));
    assertThat(other.status()).isEqualTo(AskStatus.ANSWERED);
  }

  @Test
  void sqlOfAModelRunsOnlyWhereThatIsAllowedAndPassesTheGate() {
    String select = "SELECT count(*) AS gizmos FROM products WHERE price > 50";
    server.says(ScriptedPlans.sql(select));
    assertThat(ask(USUAL, Sharing.USUAL, UNKNOWN_WORD).status()).isEqualTo(AskStatus.ABSTAIN);
    assertThat(server.asked().getFirst().text()).doesNotContain("sql_meaning");

    server.says(ScriptedPlans.sql(select));
    AskOutput answer = ask(WITH_SQL, Sharing.USUAL, UNKNOWN_WORD);
    assertThat(answer.rows()).isEqualTo(List.of(List.of(3L)));
    assertThat(answer.trust().label()).isEqualTo(Trust.Label.MODEL);
    assertThat(answer.trust().confidence()).isLessThan(0.5);
    assertThat(server.asked().getLast().text()).contains("sql_meaning");

    for (String attack : List.of("DELETE FROM orders", "ATTACH 'x' AS y", "SELECT FROM WHERE")) {
      server.says(ScriptedPlans.sql(attack));
      AskService service = service(Provider.ANTHROPIC, WITH_SQL, Sharing.USUAL, Cap.NONE);
      assertThat(afresh(service, UNKNOWN_WORD).status()).isEqualTo(AskStatus.ABSTAIN);
    }
    assertThat(shop.rows("SELECT count(*) FROM orders")).isEqualTo(List.of(List.of(7L)));
  }

  private AskOutput ask(ModelChoice choice, Sharing sharing, String question) {
    return ask(Provider.ANTHROPIC, choice, sharing, question);
  }

  private AskOutput ask(Provider provider, ModelChoice choice, Sharing sharing, String question) {
    return ask(service(provider, choice, sharing, Cap.NONE), question);
  }

  private static AskOutput ask(AskService service, String question) {
    return service.ask(AskInput.of(question).of(Optional.of("shop")), Invocation.of(Caller.LOCAL));
  }

  private static AskOutput afresh(AskService service, String question) {
    return service.ask(
        AskInput.of(question).of(Optional.of("shop")).afresh(), Invocation.of(Caller.LOCAL));
  }

  private AskService service(Provider provider, ModelChoice choice, Sharing sharing, Cap cap) {
    ModelSettings settings =
        new ModelSettings(
            "scripted",
            provider,
            "m",
            server.address(),
            Optional.empty(),
            new Timeouts(patience, patience, patience),
            4_000,
            Optional.empty(),
            3,
            0,
            new Price(new BigDecimal(3), new BigDecimal(15)),
            cap,
            sharing,
            ModelSettings.USUAL_KEEP);
    if (http != null) {
      http.close();
    }
    http = new HttpModel(settings, Shop.CLOCK, Duration.ofMillis(1));
    MeteredModel model = new MeteredModel(settings, http, shop.database(), Shop.CLOCK);
    return shop.service(new ModelOpinion(model, choice, shop.queries(), Shop.CLOCK, ignored -> {}));
  }
}
