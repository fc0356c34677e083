package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link to a conversation shows each reader what their own rights show, and nothing else. */
class SharingTest {
  private static final String RULES =
      """
      roles:
        - { name: lead, sources: [crm] }
        - { name: analyst, sources: [crm] }
        - { name: plain, sources: [crm], deny: { columns: [customers.email] } }
        - { name: counter, sources: [crm], tables: [visits] }
      callers:
        - { name: olga, roles: [lead], api-key: "olga-0123456789abcdef0123456789" }
        - { name: ada, roles: [admin], api-key: "ada-0123456789abcdef0123456789" }
      policies:
        - source: crm
          table: customers
          roles: [analyst]
          rows: "region = {caller.region}"
          masks: { email: redact }
      """;
  private static final Caller OLGA = new Caller("olga", Set.of("lead"), Map.of());
  private static final Caller WEST =
      new Caller("wendy", Set.of("analyst"), Map.of("region", "west"));
  private static final Caller EAST =
      new Caller("erik", Set.of("analyst"), Map.of("region", "east"));
  private static final Caller PLAIN = new Caller("paul", Set.of("plain"), Map.of());
  private static final Caller COUNTER = new Caller("carl", Set.of("counter"), Map.of());

  @TempDir private Path folder;
  private RulesHouse house;

  @BeforeEach
  void open() {
    house = new RulesHouse(folder, RULES);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void countsTheReadersRows() {
    String token = shared("How many customers are there?");
    assertThat(opened(OLGA, token).at("/turns/0/answer/rows/0/0").asInt()).isEqualTo(2);
    JsonNode turn = opened(WEST, token).at("/turns/0");
    assertThat(turn.at("/answer/rows/0/0").asInt()).isEqualTo(1);
    assertThat(turn.get("question").asText()).isEqualTo("How many customers are there?");
    assertThat(opened(WEST, token).get("shared_by").asText()).isEqualTo("olga");
  }

  @Test
  void masksForTheReader() {
    String token = shared("Show the name and email of all customers");
    assertThat(opened(OLGA, token).toString()).contains("eve@x", "ada@x");
    assertThat(opened(WEST, token).at("/turns/0/answer/rows").toString())
        .contains("Ada")
        .doesNotContain("Eve", "eve@x", "ada@x");
  }

  @Test
  void showsNothingOfAQuestionThatNamesAHiddenRow() {
    String token = shared("Show the region of Eve");
    JsonNode refused = opened(WEST, token);
    assertThat(refused.at("/turns/0/error/code").asText()).isEqualTo("PERMISSION_DENIED");
    assertThat(refused.toString()).doesNotContainIgnoringCase("eve").doesNotContain("east");
    assertThat(opened(EAST, token).at("/turns/0/answer/rows").toString()).contains("east");
  }

  @Test
  void showsNothingOfAQuestionThatNamesWhatAMaskHides() {
    String token = shared("Which customers have the email ada@x?");
    assertThat(opened(OLGA, token).at("/turns/0/answer/rows")).isNotEmpty();
    JsonNode refused = opened(WEST, token);
    assertThat(refused.at("/turns/0/error/code").asText()).isEqualTo("PERMISSION_DENIED");
    assertThat(refused.toString()).doesNotContain("ada@x");
  }

  @Test
  void tellsNoNameOfAHiddenColumnOrTable() {
    String token = shared("Show the email of all customers");
    for (Caller reader : List.of(PLAIN, COUNTER)) {
      JsonNode refused = opened(reader, token);
      assertThat(refused.at("/turns/0/error/code").asText()).isEqualTo("PERMISSION_DENIED");
      assertThat(refused.toString()).doesNotContain("email", "customer");
    }
    assertThat(opened(PLAIN, shared("How many customers are there?")).at("/turns/0/answer/rows"))
        .hasToString("[[2]]");
  }

  @Test
  void saysAFollowUpInWordsOfItsPlanForItMayNameWhatItLeavesOut() {
    String conversation = asked("Show the name of all customers", "");
    asked("without Eve", conversation);
    asked("and of the region west", conversation);
    String token = share(conversation, "").get("token").asText();
    assertThat(opened(OLGA, token).get("turns").size()).isGreaterThan(1);
    String told = opened(WEST, token).toString();
    assertThat(told).doesNotContain("Eve").contains("Show the name of all customers");
  }

  @Test
  void isOneAnswerForWhateverIsWrongWithALink() {
    String token = shared("How many customers are there?");
    JsonNode shares = house.call(OLGA, "list_shares", "{}").get("shares");
    assertThat(shares).hasSize(1);
    assertThat(shares.toString()).doesNotContain(token);
    String share = shares.at("/0/share").asText();
    assertThat(refusal(WEST, share)).isEqualTo(refusal(WEST, "shr_guessed"));
    assertThat(house.code(WEST, "end_share", "{'share': '%s'}".formatted(share)))
        .isEqualTo(ErrorCode.RESOURCE_NOT_FOUND);

    house.call(OLGA, "end_share", "{'share': '%s'}".formatted(share));
    assertThat(refusal(WEST, token)).isEqualTo(refusal(WEST, "shr_guessed"));
    assertThat(house.call(OLGA, "list_shares", "{}").get("shares")).isEmpty();
  }

  @Test
  void slowsWhoGuesses() {
    String token = shared("How many customers are there?");
    for (int guess = 0; guess < 11; guess++) {
      assertThat(code(WEST, "shr_guess" + guess)).isEqualTo(ErrorCode.RESOURCE_NOT_FOUND);
    }
    assertThat(code(WEST, "shr_guess")).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
    assertThat(code(WEST, token)).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
    assertThat(opened(EAST, token).get("turns")).hasSize(1);
  }

  @Test
  void endsWithItsConversationAndComesBackWithIt() {
    String conversation = asked("How many customers are there?", "");
    String token = share(conversation, "").get("token").asText();
    String named = "{'conversation': '%s'}".formatted(conversation);
    house.call(OLGA, "delete_conversation", named);
    assertThat(code(WEST, token)).isEqualTo(ErrorCode.RESOURCE_NOT_FOUND);
    assertThat(house.code(OLGA, "get_conversation", named))
        .isEqualTo(ErrorCode.CONVERSATION_NOT_FOUND);
    assertThat(house.code(WEST, "restore_conversation", named))
        .isEqualTo(ErrorCode.CONVERSATION_NOT_FOUND);
    house.call(OLGA, "restore_conversation", named);
    assertThat(opened(WEST, token).get("turns")).hasSize(1);
  }

  @Test
  void endsWithItsOwner() {
    String token = shared("How many customers are there?");
    house.restart(RULES.replaceAll("(?m)^.*name: olga.*\n", ""));
    assertThat(code(WEST, token)).isEqualTo(ErrorCode.RESOURCE_NOT_FOUND);
  }

  @Test
  void holdsWhatWasAnsweredUntilThenAlone() {
    String conversation = asked("How many customers are there?", "");
    String token = share(conversation, ", 'days': 7").get("token").asText();
    asked("How many visits are there?", conversation);
    JsonNode opened = opened(OLGA, token);
    assertThat(opened.get("turns")).hasSize(1);
    assertThat(opened.has("expires_at")).isTrue();
    assertThat(opened.toString()).doesNotContain(conversation);
  }

  @Test
  void goesOnAsACopyOfTheReadersOwn() {
    String conversation = asked("Show the name of all customers", "");
    asked("Show the region of Eve", conversation);
    String token = share(conversation, "").get("token").asText();
    String copy =
        house
            .call(WEST, "continue_share", "{'token': '%s'}".formatted(token))
            .get("conversation")
            .asText();
    assertThat(copy).isNotEqualTo(conversation);
    String named = "{'conversation': '%s'}".formatted(copy);
    JsonNode mine = house.call(WEST, "get_conversation", named);
    assertThat(mine.get("turns")).hasSize(1);
    assertThat(mine.toString()).contains("Ada").doesNotContain("Eve", "eve@x", "withheld");
    assertThat(house.code(OLGA, "get_conversation", named))
        .isEqualTo(ErrorCode.CONVERSATION_NOT_FOUND);
    JsonNode next =
        house.call(WEST, "ask", "{'question': 'how many?', 'conversation': '%s'}".formatted(copy));
    assertThat(next.at("/rows/0/0").asInt()).as(next.toString()).isEqualTo(1);
  }

  @Test
  void copiesNothingWhereNothingMayBeSeen() {
    String token = shared("Show the region of Eve");
    String input = "{'token': '%s'}".formatted(token);
    assertThat(house.code(WEST, "continue_share", input)).isEqualTo(ErrorCode.PERMISSION_DENIED);
    assertThat(house.call(WEST, "list_conversations", "{}").get("conversations")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{'conversation': '%s', 'days': 0}", "{'conversation': '%s', 'days': 400}"})
  void refusesDaysThatAreNone(String input) {
    String conversation = asked("How many customers are there?", "");
    assertThat(house.code(OLGA, "share_conversation", input.formatted(conversation)))
        .isEqualTo(ErrorCode.INVALID_INPUT);
  }

  @Test
  void sharesOnlyWhatIsOnesOwnAndHasRows() {
    String conversation = asked("How many customers are there?", "");
    String input = "{'conversation': '%s'}".formatted(conversation);
    assertThat(house.code(WEST, "share_conversation", input))
        .isEqualTo(ErrorCode.CONVERSATION_NOT_FOUND);
    String empty = asked("How many frobnicators are there?", "");
    assertThat(house.code(OLGA, "share_conversation", "{'conversation': '%s'}".formatted(empty)))
        .isEqualTo(ErrorCode.INVALID_INPUT);
  }

  @Test
  void narrowsWithTheRulesOfTheMoment() {
    String token = shared("How many customers are there?");
    assertThat(opened(PLAIN, token).at("/turns/0/answer/rows")).hasToString("[[2]]");
    house.call(
        RulesHouse.ADA,
        "save_policy",
        "{'name': 'one', 'source': 'crm', 'table': 'customers', 'roles': ['plain'], 'rows': 'id = 1'}");
    assertThat(opened(PLAIN, token).at("/turns/0/answer/rows")).hasToString("[[1]]");
  }

  /** Asks as olga and shares the answer; gives the token. */
  private String shared(String question) {
    return share(asked(question, ""), "").get("token").asText();
  }

  private String asked(String question, String conversation) {
    String there = conversation.isEmpty() ? "" : ", 'conversation': '%s'".formatted(conversation);
    return house
        .call(OLGA, "ask", "{'question': '%s', 'source': 'crm'%s}".formatted(question, there))
        .get("conversation")
        .asText();
  }

  private JsonNode share(String conversation, String more) {
    return house.call(
        OLGA, "share_conversation", "{'conversation': '%s'%s}".formatted(conversation, more));
  }

  private JsonNode opened(Caller reader, String token) {
    return house.call(reader, "open_share", "{'token': '%s'}".formatted(token));
  }

  private ErrorCode code(Caller reader, String token) {
    return house.code(reader, "open_share", "{'token': '%s'}".formatted(token));
  }

  private String refusal(Caller reader, String token) {
    try {
      return opened(reader, token).toString();
    } catch (AlidadeException failure) {
      return failure.code() + " " + failure.getMessage();
    }
  }
}
