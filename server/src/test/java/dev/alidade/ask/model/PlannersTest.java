package dev.alidade.ask.model;

import static dev.alidade.ask.model.ScriptedPlans.CUSTOMERS;
import static dev.alidade.ask.model.ScriptedPlans.PRODUCTS;
import static dev.alidade.ask.model.ScriptedPlans.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.ask.AskInput;
import dev.alidade.ask.AskOutput;
import dev.alidade.ask.AskService;
import dev.alidade.ask.AskStatus;
import dev.alidade.ask.ConversationOutput;
import dev.alidade.ask.Planners;
import dev.alidade.ask.Shop;
import dev.alidade.ask.Trust;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.operation.Invocation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that are put to a planner by its name. */
class PlannersTest {
  private static final String QUESTION = "How many customers are there?";
  private static final String OF_CUSTOMERS = PRODUCTS.replace("products", "customers");

  @TempDir private Path folder;
  private Shop shop;
  private ScriptedModel server;
  private Models models;

  @BeforeEach
  void open() {
    shop = Shop.in(folder);
    server = ScriptedModel.of(Provider.ANTHROPIC);
    models = models(ModelChoice.USUAL, Sharing.USUAL);
  }

  @AfterEach
  void close() {
    models.close();
    server.close();
    shop.close();
  }

  @Test
  void theUsualOneIsToldFromTheOthers() {
    assertThat(planners(PlannerChoice.BUILT_IN).asked()).containsExactly(Planners.BUILT_IN);
    assertThat(planners(PlannerChoice.MODEL).asked()).containsExactly("scripted");
    assertThat(planners(PlannerChoice.BOTH).asked()).containsExactly(Planners.BUILT_IN, "scripted");
    assertThat(planners(PlannerChoice.BUILT_IN).models().keySet()).containsExactly("scripted");
  }

  @Test
  void aModelThatIsNamedPlansWhatTheBuiltInPlannerIsSureOf() {
    server.says(answer(CUSTOMERS));
    AskOutput usual = ask(AskInput.of(QUESTION));
    AskOutput named = ask(AskInput.of(QUESTION).by("scripted"));

    assertThat(usual.trust().planner()).contains(Planners.BUILT_IN);
    assertThat(usual.rows()).isEqualTo(List.of(List.of(5L)));
    assertThat(named.trust().planner()).contains("scripted");
    assertThat(named.trust().label()).isEqualTo(Trust.Label.MODEL);
    assertThat(named.rows()).hasSize(5);
    assertThat(named.versionOf()).isEmpty();
  }

  @Test
  void theBuiltInPlannerPlansAloneWhereItIsNamed() {
    models.close();
    models = models(new ModelChoice(PlannerChoice.MODEL, Optional.empty(), false), Sharing.USUAL);
    AskOutput answer = ask(AskInput.of(QUESTION).by(Planners.BUILT_IN));

    assertThat(server.asked()).isEmpty();
    assertThat(answer.trust().planner()).contains(Planners.BUILT_IN);
    assertThat(answer.trust().label()).isEqualTo(Trust.Label.INFERRED);
  }

  @Test
  void theLastQuestionIsAnsweredAgainAsAVersionOfItsTurn() {
    server.says(answer(CUSTOMERS));
    AskService service = shop.service(models.planners(shop.queries()));
    AskOutput first = call(service, AskInput.of(QUESTION));
    AskOutput second = call(service, again(first).by("scripted"));
    AskOutput third = call(service, again(first).by(Planners.BUILT_IN));
    AskOutput after = call(service, AskInput.of("only London").in(first.conversation()));

    assertThat(second.question()).isEqualTo(QUESTION);
    assertThat(second.source()).contains("shop");
    assertThat(second.versionOf()).contains(first.turn());
    assertThat(third.versionOf()).contains(first.turn());
    assertThat(third.rows()).isEqualTo(first.rows());
    assertThat(after.rows()).isEqualTo(List.of(List.of(2L)));
    assertThat(after.trust().planner()).contains(Planners.BUILT_IN);
    assertThat(service.conversation(Caller.LOCAL, first.conversation()).turns())
        .extracting(ConversationOutput.Turn::answer)
        .extracting(AskOutput::versionOf)
        .containsExactly(
            Optional.empty(),
            Optional.of(first.turn()),
            Optional.of(first.turn()),
            Optional.empty());
  }

  @Test
  void whatWasNotUnderstoodIsPutToAnotherPlanner() {
    server.says("no plan", "no plan", "no plan", answer(PRODUCTS));
    AskService service = shop.service(models.planners(shop.queries()));
    AskOutput lost = call(service, AskInput.of("How many gizmos?").of(Optional.of("shop")));
    AskOutput found = call(service, again(lost).by("scripted").of(Optional.of("shop")));

    assertThat(lost.status()).isEqualTo(AskStatus.ABSTAIN);
    assertThat(found.rows()).isEqualTo(List.of(List.of(5L)));
    assertThat(found.versionOf()).contains(lost.turn());
  }

  @Test
  void bothAreNamedByTheModelWhereTheyAgree() {
    server.says(answer(OF_CUSTOMERS));
    AskOutput answer = ask(AskInput.of(QUESTION).by("scripted"));

    assertThat(answer.trust().planner()).contains("scripted");
    assertThat(answer.trust().reasons().getFirst()).contains("read the question alike");
  }

  @Test
  void whereNothingIsSharedTheAnswerSaysWhoDecided() {
    models.close();
    models = models(ModelChoice.USUAL, new Sharing(Share.NOTHING, Map.of()));
    AskOutput answer = ask(AskInput.of(QUESTION).by("scripted"));

    assertThat(server.asked()).isEmpty();
    assertThat(answer.trust().planner()).contains(Planners.BUILT_IN);
    assertThat(answer.trust().reasons())
        .last()
        .asString()
        .contains("`scripted` was not asked", "the built-in planner decided alone");
  }

  @Test
  void anUnknownPlannerIsToldTheOnesThereAre() {
    assertThatThrownBy(() -> ask(AskInput.of(QUESTION).by("scriptd")))
        .isInstanceOf(AlidadeException.class)
        .hasMessage("No planner `scriptd`; there is `built-in`, `scripted`");
  }

  @Test
  void aFollowUpIsNoQuestionToPlanAgain() {
    AskService service = shop.service(models.planners(shop.queries()));
    AskOutput first = call(service, AskInput.of(QUESTION));
    call(service, AskInput.of("only London").in(first.conversation()));

    assertThatThrownBy(() -> call(service, again(first).by("scripted")))
        .hasMessageContaining("planners plan whole questions");
    AskInput choosing =
        new AskInput(
            Optional.empty(),
            Optional.empty(),
            Optional.of(first.conversation()),
            Optional.of(1),
            Optional.empty(),
            Optional.empty(),
            Optional.of("scripted"),
            Optional.empty());
    assertThatThrownBy(() -> call(service, choosing)).hasMessageContaining("give one of them");
  }

  private static AskInput again(AskOutput answer) {
    return new AskInput(
        Optional.empty(),
        Optional.empty(),
        Optional.of(answer.conversation()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private AskOutput ask(AskInput input) {
    return call(shop.service(models.planners(shop.queries())), input);
  }

  private static AskOutput call(AskService service, AskInput input) {
    return service.ask(input, Invocation.of(Caller.LOCAL));
  }

  private Planners planners(PlannerChoice choice) {
    try (Models made = models(new ModelChoice(choice, Optional.empty(), false), Sharing.USUAL)) {
      return made.planners(shop.queries());
    }
  }

  private Models models(ModelChoice choice, Sharing sharing) {
    ModelSettings settings =
        new ModelSettings(
            "scripted",
            Provider.ANTHROPIC,
            "m",
            server.address(),
            Optional.empty(),
            Timeouts.USUAL,
            4_000,
            Optional.empty(),
            3,
            0,
            Price.FREE,
            Cap.NONE,
            sharing,
            ModelSettings.USUAL_KEEP);
    return new Models(List.of(settings), choice, shop.database(), Shop.CLOCK);
  }
}
