package dev.alidade.app;

import static dev.alidade.app.LearningHouse.EVE;
import static dev.alidade.app.LearningHouse.NADIA;
import static dev.alidade.app.LearningHouse.PAUL;
import static dev.alidade.app.LearningHouse.WENDY;
import static dev.alidade.app.LearningHouse.feedback;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.ErrorCode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is learned from use, by whose decision, and who never hears of it. */
class LearningTest {
  @TempDir private Path folder;
  private LearningHouse house;

  @BeforeEach
  void open() {
    house = new LearningHouse(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aRightAnswerIsProposedApprovedAndVerifiedForOtherValues() {
    JsonNode answer = house.ask(WENDY, "How many customers are in Lyon?");
    String proposal = house.right(WENDY, answer);
    assertThat(house.ask(WENDY, "How many customers are in Graz?").at("/trust/label").asText())
        .isEqualTo("inferred");

    JsonNode effect = house.call(NADIA, "evaluate_proposal", Map.of("proposal", proposal));
    assertThat(effect.at("/answer/now").asText()).isEqualTo("right");
    assertThat(effect.at("/asked/questions").asInt()).isEqualTo(2);
    assertThat(effect.at("/asked/same").asInt()).isEqualTo(2);
    assertThat(house.approve(NADIA, proposal).get("state").asText()).isEqualTo("approved");

    JsonNode verified = house.ask(WENDY, "How many customers are in Graz?");
    assertThat(verified.at("/trust/label").asText()).isEqualTo("verified");
    assertThat(verified.at("/trust/approval/by").asText()).isEqualTo("nadia");
    assertThat(verified.get("rows").toString()).isEqualTo("[[1]]");
    assertThat(house.call(WENDY, "give_feedback", feedback("right", verified)).has("proposal"))
        .isFalse();

    house.call(NADIA, "reject_proposal", Map.of("proposal", proposal, "reason", "too plain"));
    assertThat(house.ask(WENDY, "How many customers are in Graz?").at("/trust/label").asText())
        .isEqualTo("inferred");
  }

  @Test
  void whatAWordMeansIsLearnedFromSayingItOtherwise() {
    JsonNode lost = house.ask(WENDY, "How many punters are there?");
    assertThat(lost.get("status").asText()).isEqualTo("abstain");
    house.call(
        WENDY,
        "ask",
        Map.of(
            "question",
            "How many customers are there?",
            "conversation",
            lost.get("conversation").asText()));
    Map<String, String> said =
        new HashMap<>(feedback("wrong", house.ask(WENDY, "How many punters are there?")));
    said.put("question", "How many customers are there?");
    said.put("source", "crm");
    JsonNode again = house.call(WENDY, "give_feedback", said);

    assertThat(again.get("message").asText())
        .isEqualTo("Thank you. Proposed 2 times now: \"punters\" means the table customers.");
    JsonNode proposal = house.proposals(NADIA).get(0);
    assertThat(proposal.get("times").asInt()).isEqualTo(2);
    assertThat(house.proposals(NADIA)).hasSize(1);
    JsonNode approved = house.approve(NADIA, proposal.get("proposal").asText());

    assertThat(approved.get("decided_by").asText()).isEqualTo("nadia");
    assertThat(house.ask(WENDY, "How many punters are in Lyon?").get("rows").toString())
        .isEqualTo("[[2]]");
    JsonNode history = house.call(NADIA, "list_semantic_changes", Map.of("source", "crm"));
    assertThat(history.at("/versions/0/saved_by").asText()).isEqualTo("nadia");
    assertThat(history.at("/versions/0/reason").asText()).contains("proposed by wendy", "2 turns");
  }

  @Test
  void theEffectOfASynonymIsMeasuredByVerifiedQuestions() {
    Map<String, String> said =
        new HashMap<>(feedback("wrong", house.ask(WENDY, "How many punters are in Lyon?")));
    said.put("corrected_sql", "SELECT count(*) FROM customers WHERE city = 'Lyon'");
    said.put("source", "crm");
    String question = house.call(WENDY, "give_feedback", said).at("/proposal/proposal").asText();
    house.approve(NADIA, question);
    JsonNode lost = house.ask(WENDY, "How many punters are there?");
    house.call(
        WENDY,
        "ask",
        Map.of(
            "question",
            "How many customers are there?",
            "conversation",
            lost.get("conversation").asText()));
    String synonym = house.proposals(NADIA).get(0).get("proposal").asText();

    JsonNode effect = house.call(NADIA, "evaluate_proposal", Map.of("proposal", synonym));

    assertThat(effect.get("verified").toString())
        .isEqualTo(
            "{\"questions\":1,\"right_before\":0,\"right_after\":1,\"changed\":[{\"question\":\"How many punters are in Lyon?\",\"before\":\"unanswered\",\"after\":\"right\"}]}");
    assertThat(effect.get("summary").asText())
        .startsWith("Verified questions that come out right: 1 of 1 with it, 0 without.");
  }

  @Test
  void theSameWithOtherValuesIsCountedAndNotProposedAgain() {
    String first = house.right(WENDY, house.ask(WENDY, "How many customers are in Lyon?"));

    assertThat(house.right(NADIA, house.ask(NADIA, "How many customers are in Graz?")))
        .isEqualTo(first);
    assertThat(house.right(WENDY, house.ask(WENDY, "How many customers are there?")))
        .isNotEqualTo(first);
    assertThat(house.proposals(NADIA)).hasSize(2);
    assertThat(house.proposals(NADIA).at("/0/times").asInt()).isEqualTo(2);
  }

  @Test
  void correctedSqlPassesTheGateOfWhoeverGaveIt() {
    JsonNode answer = house.ask(EVE, "How many customers are there?");
    Map<String, String> said = new HashMap<>(feedback("wrong", answer));
    said.put("corrected_sql", "SELECT sum(salary) FROM payroll");

    assertThat(house.failure(EVE, "give_feedback", said).code()).isEqualTo(ErrorCode.TABLE_DENIED);
    said.put("corrected_sql", "SELECT count(*) FROM custumers");
    assertThat(house.failure(EVE, "give_feedback", said)).isNotNull();
    assertThat(house.proposals(NADIA)).isEmpty();
  }

  @Test
  void nobodySpeaksOfAnothersTurns() {
    JsonNode answer = house.ask(WENDY, "How many customers are there?");

    assertThat(house.failure(EVE, "give_feedback", feedback("right", answer)).code())
        .isEqualTo(ErrorCode.CONVERSATION_NOT_FOUND);
    Map<String, String> foreign = new HashMap<>(feedback("right", answer));
    foreign.put(
        "conversation",
        house.ask(EVE, "How many customers are there?").get("conversation").asText());
    assertThat(house.failure(EVE, "give_feedback", foreign).code())
        .isEqualTo(ErrorCode.INVALID_INPUT);
    assertThat(house.proposals(NADIA)).isEmpty();
  }

  @Test
  void onlyPeopleWithTheRightDecide() {
    String proposal = house.right(WENDY, house.ask(WENDY, "How many customers are there?"));

    for (String operation :
        List.of("evaluate_proposal", "approve_proposal", "reject_proposal", "list_feedback")) {
      Map<String, String> input =
          operation.startsWith("list") ? Map.of() : Map.of("proposal", proposal);
      assertThat(house.failure(WENDY, operation, input).code())
          .as(operation)
          .isEqualTo(ErrorCode.PERMISSION_DENIED);
    }
    assertThat(house.proposals(WENDY)).hasSize(1);
    assertThat(house.proposals(EVE)).isEmpty();
    assertThat(house.call(WENDY, "list_proposals", Map.of()).get("may_decide").asBoolean())
        .isFalse();
    assertThat(
            house
                .failure(NADIA.through("mcp"), "approve_proposal", Map.of("proposal", proposal))
                .code())
        .isEqualTo(ErrorCode.PERMISSION_DENIED);
    house.approve(NADIA, proposal);
    assertThat(house.failure(NADIA, "approve_proposal", Map.of("proposal", proposal)).code())
        .isEqualTo(ErrorCode.APPROVAL_OVER);
  }

  @Test
  void ofADeniedTableNothingIsHeard() {
    JsonNode answer = house.ask(WENDY, "What is the average salary in the payroll?");
    String proposal = house.right(WENDY, answer);
    house.call(WENDY, "give_feedback", withNote(feedback("right", answer), "Kurt earns 77777"));

    assertThat(house.proposals(PAUL)).isEmpty();
    assertThat(house.call(PAUL, "list_feedback", Map.of()).get("feedback")).isEmpty();
    assertThat(house.failure(PAUL, "evaluate_proposal", Map.of("proposal", proposal)).code())
        .isEqualTo(ErrorCode.RESOURCE_NOT_FOUND);
    assertThat(house.failure(PAUL, "approve_proposal", Map.of("proposal", proposal)))
        .hasMessage(
            house
                .failure(PAUL, "approve_proposal", Map.of("proposal", "pro_none"))
                .getMessage()
                .replace("pro_none", proposal));

    house.approve(NADIA, proposal);
    JsonNode denied = house.ask(EVE, "What is the average salary in the payroll?");
    assertThat(denied.get("status").asText()).isEqualTo("abstain");
    assertThat(denied.toString()).doesNotContain("nadia", "verified", "7177", "SELECT");
    assertThat(
            house
                .ask(WENDY, "What is the average salary in the payroll?")
                .at("/trust/label")
                .asText())
        .isEqualTo("verified");
  }

  @Test
  void aVerifiedAnswerIsGovernedLikeAnyOther() {
    house.approve(NADIA, house.right(WENDY, house.ask(WENDY, "How many customers are there?")));

    JsonNode answer = house.ask(EVE, "How many customers are there?");

    assertThat(answer.at("/trust/label").asText()).isEqualTo("verified");
    assertThat(answer.get("rows").toString()).isEqualTo("[[1]]");
  }

  @Test
  void anAnswerThatTurnsOutWrongIsNoLongerProposed() {
    JsonNode answer = house.ask(WENDY, "How many customers are there?");
    house.right(WENDY, answer);
    assertThat(house.proposals(NADIA)).hasSize(1);

    JsonNode told =
        house.call(WENDY, "give_feedback", withNote(feedback("wrong", answer), "without tests"));

    assertThat(told.has("proposal")).isFalse();
    assertThat(house.proposals(NADIA)).isEmpty();
    JsonNode said = house.call(NADIA, "list_feedback", Map.of("verdict", "wrong")).get("feedback");
    assertThat(said.at("/0/note").asText()).isEqualTo("without tests");
    assertThat(said.at("/0/caller").asText()).isEqualTo("wendy");
  }

  private static Map<String, String> withNote(Map<String, String> feedback, String note) {
    Map<String, String> more = new HashMap<>(feedback);
    more.put("note", note);
    return more;
  }
}
