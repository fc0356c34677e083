package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One conversation, the same at every door: follow-ups, a clarification, a choice, abstention. */
class ConversationTest {
  private static final List<String> SAID =
      List.of(
          "How many orders are there?",
          "by region",
          "the second",
          "only 2025",
          "top 2",
          "How many frobnicators are there?",
          "without cancelled ones",
          "why?");
  private static final List<String> BECAME =
      List.of(
          "answered",
          "clarify",
          "answered",
          "answered",
          "answered",
          "abstain",
          "answered",
          "answered");
  private static RunningProduct product;
  private static Rest rest;

  /** One turn at a door. */
  private interface Door {
    JsonNode say(String text, String conversation) throws Exception;
  }

  @BeforeAll
  static void start() throws Exception {
    product = RunningProduct.serving();
    rest = new Rest(product);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void isTheSameAtEveryDoor() throws Exception {
    McpCalls mcp = McpCalls.open(product);
    List<JsonNode> byRest = walk((text, id) -> rest.call("ask", input(text, id).toString()));
    List<JsonNode> byMcp =
        walk(
            (text, id) ->
                mcp.call("ask", input(text, id).toString()).at("/result/structuredContent"));
    List<JsonNode> byCommand = walk(ConversationTest::byCommand);

    assertThat(byRest).extracting(turn -> turn.path("status").asText()).isEqualTo(BECAME);
    assertThat(byRest.get(1).path("options")).hasSize(2);
    assertThat(byRest.get(2).path("rows")).isNotEmpty();
    assertThat(byRest.get(3).path("kept").asText()).isEqualTo("number of orders; by region");
    assertThat(byRest.get(4).path("rows")).hasSize(2);
    assertThat(byRest.get(5).path("unexplained").get(0).asText()).isEqualTo("frobnicators");
    assertThat(byRest.get(5).path("options")).isNotEmpty();
    assertThat(byRest.get(7).path("explanation").asText()).contains("because you said");
    assertThat(shown(byMcp)).isEqualTo(shown(byRest));
    assertThat(shown(byCommand)).isEqualTo(shown(byRest));
  }

  @Test
  void takesAChoiceByItsNumberAndAChangedFilterWithoutWords() throws Exception {
    JsonNode first = rest.call("ask", "{\"question\": \"How many orders are there?\"}");
    String id = first.path("conversation").asText();
    rest.call("ask", input("by region", id).toString());
    JsonNode chosen =
        rest.call(
            "ask",
            Rest.JSON.createObjectNode().put("conversation", id).put("choice", 1).toString());
    assertThat(chosen.path("sql").asText()).contains("customers");
    JsonNode narrowed = rest.call("ask", input("only 2024", id).toString());
    ObjectNode edit = Rest.JSON.createObjectNode().put("conversation", id);
    edit.putObject("edit")
        .put("id", narrowed.at("/filters/0/id").asText())
        .putArray("values")
        .add("2025");
    JsonNode edited = rest.call("ask", edit.toString());
    assertThat(edited.path("sql").asText()).contains("2026-01-01");
  }

  private static List<JsonNode> walk(Door door) throws Exception {
    List<JsonNode> turns = new ArrayList<>();
    String conversation = "";
    for (String text : SAID) {
      JsonNode turn = door.say(text, conversation);
      conversation = turn.path("conversation").asText();
      turns.add(turn);
    }
    return turns;
  }

  private static ObjectNode input(String text, String conversation) {
    ObjectNode input = Rest.JSON.createObjectNode().put("question", text);
    return conversation.isEmpty() ? input : input.put("conversation", conversation);
  }

  /** The command's exit code says whether there was an answer. */
  private static JsonNode byCommand(String text, String conversation) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("ask", text, "--format", "json", "--server", product.address()));
    if (!conversation.isEmpty()) {
      arguments.addAll(List.of("--conversation", "last"));
    }
    Process process =
        Launcher.command(Launcher.temporaryFolder("state"), arguments)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    JsonNode turn = Rest.JSON.readTree(printed);
    boolean answered = turn.path("status").asText().equals("answered");
    assertThat(process.exitValue()).as(text).isEqualTo(answered ? 0 : 2);
    return turn;
  }

  private static List<String> shown(List<JsonNode> turns) {
    return turns.stream()
        .map(
            turn ->
                "%s %s %s %s"
                    .formatted(
                        turn.path("status").asText(),
                        turn.path("rows"),
                        turn.path("options").findValuesAsText("label"),
                        turn.path("unexplained")))
        .toList();
  }
}
